import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../scripts/prepare.mjs';
import { agreementTitle, measureAgreement } from './agreement.ts';
import { boardTitle, measureBoard } from './board.ts';
import { openDatabases, type BenchDatabases } from './databases.ts';
import { libraryTitle, measureLibrary } from './library.ts';
import { measureCached, measureUncached, type BenchSettings } from './measure.ts';
import { measurePublish, publishSection } from './publish.ts';
import { realPages, syntheticPages, type BenchPage } from './pages.ts';
import {
  agreementSection,
  boardSection,
  librarySection,
  reportsSection,
  writeReport,
  type SizeFigures,
} from './report.ts';
import { measureReports, reportsTitle } from './reports.ts';
import { drawSearches } from './searches.ts';
import { startSite } from './servers.ts';
import { addSyntheticRecord, countRecord } from './synthetic.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '64' },
    'uncached-connections': { type: 'string', default: '2' },
    'real-only': { type: 'boolean', default: false },
    'board-only': { type: 'boolean', default: false },
    'agreement-only': { type: 'boolean', default: false },
    'publish-only': { type: 'boolean', default: false },
    'reports-only': { type: 'boolean', default: false },
    'library-only': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
});

const settings: BenchSettings = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  connections: Number(values.connections),
  uncachedConnections: Number(values['uncached-connections']),
};

const method = `Cached: ${settings.connections} connections, ${settings.rounds} rounds of ${settings.seconds} s a page; the site and a plain node:http
server that gives the same bytes (brotli) with the same content headers from memory take turns, and the ratio is the
median of the rounds' ratios. The site checks the version of the record in PostgreSQL for every one of these requests and
sends its security headers with each; the plain server does neither. Not cached: ${settings.uncachedConnections} connections, every
address new, so each page is read from the database, drawn, compressed and stored; what is the same for all pages of a
version of the record (rounds, fields, the network's figures) is read once a version. Search likewise: 300 queries of words
of the record, a fifth without diacritics, a fifth mistyped. Client, servers and database share the processors.`;

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function measureSize(
  databases: BenchDatabases,
  size: { name: string; database: string; pages: readonly BenchPage[]; isLarge: boolean },
): Promise<SizeFigures> {
  const databaseUrl = await databases.create(size.database);
  const dataDir = join(databases.folder, size.database);
  await mkdir(dataDir);
  const start = async () => startSite({ databaseUrl, dataDir, port: await freePort() });

  note(`${size.name}: loading`);
  let site = await start();
  if (size.isLarge) {
    await site.stop();
    await addSyntheticRecord(databaseUrl);
    site = await start();
  }
  try {
    note(`${size.name}: not cached`);
    const uncached = await measureUncached(
      site,
      size.pages.map(({ kind, target }) => ({ kind, targets: [target] })),
      settings,
    );
    note(`${size.name}: search`);
    const searches = [{ kind: 'search', targets: await drawSearches(databaseUrl) }];
    const [search = { kind: 'search', requestsPerSecond: 0, p50: 0, p99: 0 }] = await measureUncached(
      site,
      searches,
      settings,
    );
    note(`${size.name}: cached`);
    const cached = await measureCached(site, size.pages, settings);
    return { name: size.name, counts: await countRecord(databaseUrl), cached, uncached, search };
  } finally {
    await site.stop();
  }
}

if (!values['board-only'] && !values['agreement-only'] && !values['reports-only'] && !values['library-only'])
  await build();
const databases = await openDatabases();

/** What the workspace is measured by, at the end of the report or by itself (--board-only). */
async function measureWork(): Promise<string> {
  note(boardTitle);
  return boardSection(boardTitle, await measureBoard(await databases.create('board')));
}

/** Searches of a large library (--library-only). */
async function measureCatalogue(): Promise<string> {
  note(libraryTitle);
  return librarySection(libraryTitle, await measureLibrary(await databases.create('library')));
}

/** The same of a round's agreement (--agreement-only). */
async function measureCoding(): Promise<string> {
  note(agreementTitle);
  return agreementSection(agreementTitle, await measureAgreement(await databases.create('agreement')));
}

/** A round of 1,000 municipalities, published while pages are read (--publish-only measures it by itself). */
async function measurePublication(): Promise<string> {
  note('publication of a round');
  const databaseUrl = await databases.create('publish');
  const dataDir = join(databases.folder, 'publish');
  await mkdir(dataDir);
  const site = await startSite({ databaseUrl, dataDir, port: await freePort() });
  try {
    return publishSection(await measurePublish(databaseUrl, site));
  } finally {
    await site.stop();
  }
}

/** How long all reports of a round take (--reports-only measures it by itself). */
async function measurePapers(): Promise<string> {
  note(reportsTitle);
  const dataDir = join(databases.folder, 'reports');
  await mkdir(dataDir);
  return reportsSection(reportsTitle, await measureReports(await databases.create('reports'), dataDir));
}

try {
  if (values['library-only']) {
    process.stdout.write(await measureCatalogue());
  } else if (values['reports-only']) {
    process.stdout.write(await measurePapers());
  } else if (values['publish-only']) {
    process.stdout.write(await measurePublication());
  } else if (values['agreement-only']) {
    process.stdout.write(await measureCoding());
  } else if (values['board-only']) {
    process.stdout.write(await measureWork());
  } else {
    await measureRecords();
  }
} finally {
  await databases.close();
}

async function measureRecords(): Promise<void> {
  const sizes = [
    await measureSize(databases, {
      name: 'The real record',
      database: 'real',
      pages: realPages,
      isLarge: false,
    }),
  ];
  if (!values['real-only']) {
    sizes.push(
      await measureSize(databases, {
        name: 'With a synthetic record of 1,000 municipalities x 10 mandates x 40 priorities',
        database: 'large',
        pages: syntheticPages,
        isLarge: true,
      }),
    );
  }
  const report = [
    writeReport(databases.version, method, sizes),
    await measureWork(),
    await measureCoding(),
    await measurePublication(),
    await measurePapers(),
    await measureCatalogue(),
  ].join('\n');
  process.stdout.write(report);
  if (!values['dry-run']) await writeFile(join(import.meta.dirname, 'results.md'), report);
}
