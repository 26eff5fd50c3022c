import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { withDatabase } from '#server/database/with-database.ts';
import type { Shell } from '../../command.ts';

/** Runs a command's work with an app on the installation's database. */
export function withApp<T>({ env }: Shell, work: (app: App) => Promise<T>): Promise<T> {
  const config = readConfig(env);
  return withDatabase(config, (database) => work(createApp(config, database)));
}
