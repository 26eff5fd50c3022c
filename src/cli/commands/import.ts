import { resolve } from 'node:path';
import { importRecord } from '#features/opendata/server/service.ts';
import { readConfig } from '#server/config.ts';
import { withDatabase } from '#server/database/with-database.ts';
import { readArguments, type Command } from '../command.ts';
import { outcomeLines, refusalLines } from '../import-report.ts';
import { showProgress } from '../progress.ts';

const options = {
  'dry-run': { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const;

export const importCommand: Command = {
  name: 'import',
  usage: 'import DIR [--dry-run] [--verbose]',
  about: 'cli.import.about',
  help: 'cli.import.help',
  run: async ({ args, env, out, err, t }) => {
    const { values, positionals } = readArguments(args, options, 1);
    const outcome = await withDatabase(readConfig(env), ({ pool }) =>
      importRecord(pool, {
        folder: resolve(positionals[0] ?? ''),
        dryRun: values['dry-run'] === true,
        actor: 'pop import',
        onProgress: showProgress(err, t),
        onWaiting: () => err.write(`${t('cli.import.waiting')}\n`),
      }),
    );
    if (outcome.kind === 'refused') {
      for (const line of refusalLines(outcome, t)) err.write(`${line}\n`);
      return 1;
    }
    for (const line of outcomeLines(outcome, values.verbose === true, t)) out.write(`${line}\n`);
    return 0;
  },
};
