import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportRecord } from '#features/opendata/server/service.ts';
import { readConfig } from '#server/config.ts';
import { withDatabase } from '#server/database/with-database.ts';
import type { Command } from '../command.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export DIR [--lang sq|en]',
  about: 'cli.export.about',
  run: async (args, t) => {
    const { positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: false,
      options: { lang: { type: 'string' } },
    });
    const [directory] = positionals;
    if (!directory) {
      process.stderr.write(`${t('cli.folder-missing')}\n`);
      return 2;
    }
    const folder = resolve(directory);
    const outcome = await withDatabase(readConfig(process.env), ({ pool }) =>
      exportRecord(pool, {
        folder,
        onProgress: (resource, rows) => process.stdout.write(`${resource}: ${rows}\n`),
      }),
    );
    if (outcome.kind === 'folder-not-empty') {
      process.stderr.write(`${t('cli.export.not-empty', { folder })}\n`);
      return 1;
    }
    process.stdout.write(`${t('cli.export.done', { count: outcome.rows, folder })}\n`);
    return 0;
  },
};
