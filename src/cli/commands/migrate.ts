import { readConfig } from '#server/config.ts';
import { pendingMigrations } from '#server/database/migrate.ts';
import { withDatabase } from '#server/database/with-database.ts';
import type { Command } from '../command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  about: 'cli.migrate.about',
  run: (_, t) =>
    withDatabase(readConfig(process.env), async ({ pool }) => {
      const pending = await pendingMigrations(pool);
      process.stdout.write(`${t('cli.migrate.pending', { count: pending.length })}\n`);
      return pending.length === 0 ? 0 : 1;
    }),
};
