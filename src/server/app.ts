import type { Pool } from 'pg';
import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database, Db } from './database/db.ts';

/** What every service works with: settings, database, log and clock. One per process. */
export interface App {
  readonly config: Config;
  readonly db: Db;
  /** The connections under `db`, for what is about them: their number, their address. */
  readonly pool: Pool;
  readonly log: Logger;
  /** Now; a value that tests set. */
  readonly clock: () => Date;
  close(): Promise<void>;
}

export interface AppOptions {
  clock?: () => Date;
  log?: Logger;
}

/** Builds the app on an open, migrated database. Closing it closes the database's connections. */
export function createApp(config: Config, database: Database, options: AppOptions = {}): App {
  return {
    config,
    db: database.db,
    pool: database.pool,
    log: options.log ?? pino({ level: config.logLevel, base: null }),
    clock: options.clock ?? (() => new Date()),
    close: () => database.close(),
  };
}
