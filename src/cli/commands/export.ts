import { resolve } from 'node:path';
import { exportRecord } from '#features/opendata/server/service.ts';
import { readConfig } from '#server/config.ts';
import { withDatabase } from '#server/database/with-database.ts';
import { readArguments, type Command } from '../command.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export DIR [--force]',
  about: 'cli.export.about',
  help: 'cli.export.help',
  run: async ({ args, env, out, err, t }) => {
    const { values, positionals } = readArguments(args, { force: { type: 'boolean' } } as const, 1);
    const folder = resolve(positionals[0] ?? '');
    const outcome = await withDatabase(readConfig(env), ({ pool }) =>
      exportRecord(pool, {
        folder,
        force: values.force === true,
        onProgress: (resource, count) => err.write(`${t('cli.export.table', { resource, count })}\n`),
      }),
    );
    if (outcome.kind === 'folder-not-empty') {
      err.write(`${t('cli.export.not-empty', { folder })}\n`);
      return 1;
    }
    if (outcome.kind === 'folder-unusable') {
      err.write(`${t('cli.export.unusable', { folder, code: outcome.code })}\n`);
      return 1;
    }
    out.write(`${t('cli.export.done', { count: outcome.rows, folder })}\n`);
    return 0;
  },
};
