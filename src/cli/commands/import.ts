import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importRecord } from '#features/opendata/server/service.ts';
import type { Translate } from '#i18n/translate.ts';
import { readConfig } from '#server/config.ts';
import type { ImportOutcome } from '#server/datapackage/import-package.ts';
import { withDatabase } from '#server/database/with-database.ts';
import type { Command } from '../command.ts';
import { faultLine } from '../fault-line.ts';
import { showProgress } from '../progress.ts';

const options = {
  'dry-run': { type: 'boolean' },
  verbose: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

export const importCommand: Command = {
  name: 'import',
  usage: 'import DIR [--dry-run] [--verbose] [--lang sq|en]',
  about: 'cli.import.about',
  run: async (args, t) => {
    const parsed = parse(args);
    if (!parsed) {
      process.stderr.write(`${t('cli.folder-missing')}\n`);
      return 2;
    }
    const outcome = await withDatabase(readConfig(process.env), ({ pool }) =>
      importRecord(pool, {
        folder: resolve(parsed.folder),
        dryRun: parsed.dryRun,
        actor: 'pop import',
        onProgress: showProgress(process.stdout),
      }),
    );
    tell(outcome, parsed.verbose, t);
    return outcome.kind === 'refused' ? 1 : 0;
  },
};

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) return undefined;
    return { folder, dryRun: values['dry-run'] === true, verbose: values.verbose === true };
  } catch {
    return undefined;
  }
}

function tell(outcome: ImportOutcome, verbose: boolean, t: Translate): void {
  if (outcome.kind === 'refused') {
    for (const fault of outcome.faults) process.stderr.write(`${faultLine(fault, t)}\n`);
    process.stderr.write(`${t('cli.import.refused', { count: outcome.faults.length })}\n`);
    return;
  }
  for (const { resource, added, changed, unchanged } of outcome.plans) {
    const counts = { resource: resource.name, added: added.length, changed: changed.length, unchanged };
    process.stdout.write(`${t('cli.import.table', counts)}\n`);
    if (!verbose) continue;
    for (const { row, changes } of changed) {
      for (const { column, before, after } of changes) {
        process.stdout.write(`  ${row.key} ${column}: ${before ?? '∅'} → ${after ?? '∅'}\n`);
      }
    }
  }
  process.stdout.write(`${t(`cli.import.${outcome.kind}`)}\n`);
}
