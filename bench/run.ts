import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../scripts/prepare.mjs';
import { openDatabases } from './databases.ts';
import type { BenchSettings } from './measure.ts';
import * as parts from './parts.ts';
import { crowd } from './registration.ts';
import { writeReport } from './report.ts';
import { measureSize, sizes } from './sizes.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '64' },
    'uncached-connections': { type: 'string', default: '2' },
    'real-only': { type: 'boolean', default: false },
    'pages-only': { type: 'boolean', default: false },
    'board-only': { type: 'boolean', default: false },
    'agreement-only': { type: 'boolean', default: false },
    'publish-only': { type: 'boolean', default: false },
    'reports-only': { type: 'boolean', default: false },
    'library-only': { type: 'boolean', default: false },
    'registration-only': { type: 'boolean', default: false },
    'crowd-seconds': { type: 'string', default: String(crowd.withinSeconds) },
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

const measureGatherings = () => parts.measureGatherings(databases, Number(values['crowd-seconds']));

async function measurePages(): Promise<string> {
  const figures = [];
  for (const size of sizes) {
    if (size.isLarge && values['real-only']) continue;
    figures.push(await measureSize(databases, size, settings));
  }
  return writeReport(databases.version, method, figures);
}

async function measureAll(): Promise<string> {
  const report = [
    await measurePages(),
    await parts.measureWork(databases),
    await parts.measureCoding(databases),
    await parts.measurePublication(databases),
    await parts.measurePapers(databases),
    await parts.measureCatalogue(databases),
    await measureGatherings(),
  ].join('\n');
  if (!values['dry-run']) await writeFile(join(import.meta.dirname, 'results.md'), report);
  return report;
}

/** What was asked for by itself, else everything; and whether the program is started for it, which needs its pages built. */
function choose(): { measure: () => Promise<string>; isServed: boolean } {
  if (values['board-only']) return { measure: () => parts.measureWork(databases), isServed: false };
  if (values['agreement-only']) return { measure: () => parts.measureCoding(databases), isServed: false };
  if (values['reports-only']) return { measure: () => parts.measurePapers(databases), isServed: false };
  if (values['library-only']) return { measure: () => parts.measureCatalogue(databases), isServed: false };
  if (values['publish-only']) return { measure: () => parts.measurePublication(databases), isServed: true };
  if (values['registration-only']) return { measure: measureGatherings, isServed: true };
  if (values['pages-only']) return { measure: measurePages, isServed: true };
  return { measure: measureAll, isServed: true };
}

const { measure, isServed } = choose();
if (isServed) await build();
const databases = await openDatabases();
try {
  process.stdout.write(await measure());
} finally {
  await databases.close();
}
