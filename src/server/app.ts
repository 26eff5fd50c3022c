import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Calendar } from '#features/calendar/calendar.ts';
import { readCalendar } from '#features/calendar/server/read-calendar.ts';
import type { InformationLaw } from '#features/evidence/requests/information-law.ts';
import { readInformationLaw } from '#features/evidence/server/requests/read-law.ts';
import type { RecordVersion } from './cache/per-version.ts';
import type { Config } from './config.ts';
import type { Database, Db } from './database/db.ts';
import { Clamd, type Scanner } from './files/clamd.ts';
import type { FileStore } from './files/file-store.ts';
import { openFileStore } from './files/open-store.ts';
import { JobQueue } from './jobs/jobs.ts';
import { createLog } from './log.ts';
import { PdfMaker } from './pdf/pdf-maker.ts';
import { PdfReader } from './pdf-text/pdf-reader.ts';

/** What every service works with: settings, database, log and clock. One per process. */
export interface App {
  readonly config: Config;
  readonly db: Db;
  /** The connections under `db`, for what is about them: their number, their address. */
  readonly pool: Pool;
  readonly log: Logger;
  readonly jobs: JobQueue;
  readonly files: FileStore;
  /** Looks for malware in what people send, where the operator has one. */
  readonly scanner?: Scanner | undefined;
  readonly pdf: PdfMaker;
  /** Reads the PDFs that people send. */
  readonly pdfReader: PdfReader;
  /** On which days the country works. */
  readonly calendar: Calendar;
  /** How long the town hall has for a request for information. */
  readonly informationLaw: InformationLaw;
  /** Now; a value that tests set. */
  readonly clock: () => Date;
  /** The version of the record that a public page is drawn from; nowhere else (cache/per-version.ts). */
  readonly version?: RecordVersion;
  close(): Promise<void>;
}

export interface AppOptions {
  clock?: () => Date;
  log?: Logger;
}

/** Builds the app on an open, migrated database. Closing it stops the jobs and closes the database's connections. */
export function createApp(config: Config, database: Database, options: AppOptions = {}): App {
  const log = options.log ?? createLog(config.logLevel);
  const jobs = new JobQueue(database.pool, log);
  const pdf = new PdfMaker(log);
  const calendar = readCalendar(config.calendar);
  return {
    config,
    db: database.db,
    pool: database.pool,
    log,
    jobs,
    files: openFileStore(config, log),
    scanner: config.scanner && new Clamd(config.scanner, log),
    pdf,
    pdfReader: new PdfReader(),
    calendar,
    informationLaw: readInformationLaw(config.informationLaw),
    clock: options.clock ?? (() => new Date()),
    close: async () => {
      await Promise.all([jobs.stop(), pdf.close()]);
      await database.close();
    },
  };
}
