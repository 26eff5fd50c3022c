import { readConfig } from '#server/config.ts';
import { pendingMigrations } from '#server/database/migrate.ts';
import { withDatabase } from '#server/database/with-database.ts';
import { readArguments, type Command } from '../command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  about: 'cli.migrate.about',
  help: 'cli.migrate.help',
  run: ({ args, env, out, t }) => {
    readArguments(args, {}, 0);
    return withDatabase(
      readConfig(env),
      async ({ pool }) => {
        const pending = await pendingMigrations(pool);
        out.write(`${t('cli.migrate.pending', { count: pending.length })}\n`);
        return pending.length === 0 ? 0 : 1;
      },
      (names) => {
        for (const name of names) out.write(`${t('cli.migrate.applied', { name })}\n`);
      },
    );
  },
};
