import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchDatabases } from './databases.ts';
import { measureCached, measureUncached, type BenchSettings } from './measure.ts';
import { realPages, syntheticPages, wideSyntheticPages, type BenchPage } from './pages.ts';
import { note } from './parts.ts';
import type { SizeFigures } from './report.ts';
import { drawSearches } from './searches.ts';
import { freePort, startSite } from './servers.ts';
import { addSyntheticRecord, countRecord } from './synthetic.ts';

interface Size {
  name: string;
  database: string;
  pages: readonly BenchPage[];
  isLarge: boolean;
}

/** The record as it is, and one as large as a whole country's. */
export const sizes: readonly Size[] = [
  { name: 'The real record', database: 'real', pages: realPages, isLarge: false },
  {
    name: 'With a synthetic record of 1,000 municipalities x 10 mandates x 40 priorities',
    database: 'large',
    pages: syntheticPages,
    isLarge: true,
  },
];

/** Pages and search of one record, cached and not. */
export async function measureSize(
  databases: BenchDatabases,
  size: Size,
  settings: BenchSettings,
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
      [...size.pages, ...(size.isLarge ? wideSyntheticPages : [])].map(({ kind, target }) => ({
        kind,
        targets: [target],
      })),
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
