import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importCatalogue } from '#features/library/server/import/import-catalogue.ts';
import { findOrganisation } from '#features/library/server/import/service.ts';
import { readConfig } from '#server/config.ts';
import { withDatabase } from '#server/database/with-database.ts';
import { readArguments, UsageError, type Command } from '../command.ts';
import { catalogueLines } from '../catalogue-report.ts';

const options = {
  organisation: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

export const importCatalogueCommand: Command = {
  name: 'import-catalogue',
  usage: 'import-catalogue FILE.csv --organisation KEY [--dry-run]',
  about: 'cli.catalogue.about',
  help: 'cli.catalogue.help',
  run: async ({ args, env, out, err, t }) => {
    const { values, positionals } = readArguments(args, options, 1);
    const key = values.organisation;
    if (key === undefined) throw new UsageError();
    const file = resolve(positionals[0] ?? '');
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      err.write(`${t('cli.catalogue.no-file', { file })}\n`);
      return 1;
    }
    const outcome = await withDatabase(readConfig(env), async ({ db }) => {
      const organisation = await findOrganisation(db, { key });
      if (!organisation) return undefined;
      return importCatalogue(db, {
        organisation,
        source: () => createReadStream(file),
        dryRun: values['dry-run'] === true,
        actor: 'pop import-catalogue',
      });
    });
    if (!outcome) {
      err.write(`${t('cli.catalogue.no-organisation', { key })}\n`);
      return 1;
    }
    if (outcome.kind === 'refused') {
      err.write(`${t(outcome.why.key, outcome.why.values)}\n`);
      return 1;
    }
    for (const line of catalogueLines(outcome.report, t)) out.write(`${line}\n`);
    return outcome.report.faultCount > 0 ? 1 : 0;
  },
};
