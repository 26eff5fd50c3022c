import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { agreementTitle, measureAgreement } from './agreement.ts';
import { boardTitle, measureBoard } from './board.ts';
import { measureCheckIn } from './checkin.ts';
import type { BenchDatabases } from './databases.ts';
import { measureFloor } from './floor.ts';
import { gatheringsSection } from './gatherings-report.ts';
import { libraryTitle, measureLibrary } from './library.ts';
import { measurePublish, publishSection } from './publish.ts';
import { crowd, measureRegistration } from './registration.ts';
import { agreementSection, boardSection, librarySection, reportsSection } from './report.ts';
import { measureReports, reportsTitle } from './reports.ts';
import { freePort, startSite, type MeasuredServer } from './servers.ts';

export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** What the workspace is measured by, at the end of the report or by itself (--board-only). */
export async function measureWork(databases: BenchDatabases): Promise<string> {
  note(boardTitle);
  return boardSection(boardTitle, await measureBoard(await databases.create('board')));
}

/** Searches of a large library (--library-only). */
export async function measureCatalogue(databases: BenchDatabases): Promise<string> {
  note(libraryTitle);
  return librarySection(libraryTitle, await measureLibrary(await databases.create('library')));
}

/** The same of a round's agreement (--agreement-only). */
export async function measureCoding(databases: BenchDatabases): Promise<string> {
  note(agreementTitle);
  return agreementSection(agreementTitle, await measureAgreement(await databases.create('agreement')));
}

/** The program itself, on a new database that is dropped at the end. */
async function withSite<T>(
  databases: BenchDatabases,
  name: string,
  measure: (databaseUrl: string, dataDir: string, site: MeasuredServer) => Promise<T>,
): Promise<T> {
  const databaseUrl = await databases.create(name);
  const dataDir = join(databases.folder, name);
  await mkdir(dataDir);
  const site = await startSite({ databaseUrl, dataDir, port: await freePort() });
  try {
    return await measure(databaseUrl, dataDir, site);
  } finally {
    await site.stop();
  }
}

/** A round of 1,000 municipalities, published while pages are read (--publish-only measures it by itself). */
export async function measurePublication(databases: BenchDatabases): Promise<string> {
  note('publication of a round');
  return withSite(databases, 'publish', async (databaseUrl, _, site) =>
    publishSection(await measurePublish(databaseUrl, site)),
  );
}

/** Registration, door and floor of gatherings (--registration-only measures them by themselves). */
export async function measureGatherings(databases: BenchDatabases, seconds: number): Promise<string> {
  return withSite(databases, 'gatherings', async (...on) => {
    note(`registration of ${crowd.people} people over ${seconds} s, and at once`);
    const registration = await measureRegistration(...on, seconds);
    note('check-in');
    const checkIn = await measureCheckIn(...on);
    note('floor');
    return gatheringsSection({ registration, checkIn, floor: await measureFloor(...on) });
  });
}

/** How long all reports of a round take (--reports-only measures it by itself). */
export async function measurePapers(databases: BenchDatabases): Promise<string> {
  note(reportsTitle);
  const dataDir = join(databases.folder, 'reports');
  await mkdir(dataDir);
  return reportsSection(reportsTitle, await measureReports(await databases.create('reports'), dataDir));
}
