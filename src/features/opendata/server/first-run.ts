import { join } from 'node:path';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import type { Database } from '#server/database/db.ts';
import { DatabaseError } from '#server/database/database-error.ts';
import type { RecordName } from '#server/datapackage/import-package.ts';
import { faultLine } from '../fault-line.ts';
import { heldRecord, importRecord } from './service.ts';

const packages = join(import.meta.dirname, '../../../../data');
/** So many tell what is wrong with a package that comes with the program. */
const toldFaults = 5;

/**
 * Loads the record that this installation is to serve, where its database is still empty.
 * @returns the rows loaded; 0 where the record was there
 * @throws DatabaseError where the database holds the other record, or the package has faults
 */
export async function loadRecordOnFirstRun(
  config: App['config'],
  { pool }: Pick<Database, 'pool'>,
  say: (text: string) => void,
): Promise<number> {
  const wanted: RecordName = config.demo ? 'demo' : 'real';
  const held = await heldRecord(pool);
  if (held === wanted) return 0;
  if (held !== undefined) {
    throw new DatabaseError(
      held === 'demo'
        ? 'This database holds the invented network of the demonstration: start with DEMO=1, or with another DATA_DIR.'
        : 'This database holds a real record, which is never mixed with the invented one: start without DEMO=1, or with another DATA_DIR.',
    );
  }
  const outcome = await importRecord(pool, {
    folder: join(packages, wanted),
    actor: 'first start',
    onProgress: ({ stage, resource, done, total }) => {
      if (stage === 'write' && done === total && total >= 100) say(`Loading ${resource}: ${total}`);
    },
  });
  if (outcome.kind === 'refused') {
    const lines = outcome.faults
      .slice(0, toldFaults)
      .map((fault) => `  ${faultLine(fault, translator('en'))}`);
    throw new DatabaseError(
      `The record in data/${wanted} cannot be loaded (faults: ${outcome.count}):\n${lines.join('\n')}`,
    );
  }
  return outcome.plans.reduce((sum, plan) => sum + plan.added.length, 0);
}
