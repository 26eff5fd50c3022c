import type { ClientBase } from 'pg';
import { applyPlans, type Progress } from './apply.ts';
import { describeResources } from './describe-resources.ts';
import { Faults, type Fault } from './fault.ts';
import { planImport, type TablePlan } from './plan.ts';
import { readPackage } from './read-package.ts';
import { checkReferences } from './references.ts';
import type { ResourceDeclaration } from './resource.ts';

/** A rule over rows that a single CHECK cannot say; looked for in the database once the package's rows are in it. */
export interface PackageCheck {
  /** Names the message `package.expected.<rule>`. */
  rule: string;
  resource: string;
  column: string;
  /** Rows at fault: `key` of the row, `value` that stands in the column. */
  find(client: ClientBase): Promise<{ key: string; value: string }[]>;
}

export interface ImportOptions {
  folder: string;
  resources: readonly ResourceDeclaration[];
  checks: readonly PackageCheck[];
  dryRun: boolean;
  /** Which record the database holds; a package of the other is refused. */
  holds: 'real' | 'demo' | undefined;
  onProgress?: (progress: Progress) => void;
  /** Derived data to renew in the same transaction, when something changes. */
  afterwards: (client: ClientBase, plans: readonly TablePlan[]) => Promise<void>;
}

export type ImportOutcome =
  | { kind: 'refused'; faults: Fault[] }
  | { kind: 'unchanged'; plans: TablePlan[]; record: 'real' | 'demo' | undefined }
  | { kind: 'planned' | 'applied'; plans: TablePlan[]; record: 'real' | 'demo' | undefined };

/** One import at a time, whichever process it is in. */
const importLock = 7_070_020;

/**
 * Imports a package: reads and checks everything, compares it with the database, applies it in one transaction. On any
 * fault nothing has changed. A dry run does all of it, then rolls back.
 */
export async function importPackage(client: ClientBase, options: ImportOptions): Promise<ImportOutcome> {
  const faults = new Faults();
  const refused = (): ImportOutcome => ({ kind: 'refused', faults: faults.list });
  const resources = await describeResources(client, options.resources);
  const contents = await readPackage(options.folder, resources, faults);
  if (contents.record && options.holds && contents.record !== options.holds) {
    faults.add({
      file: 'datapackage.json',
      column: 'pop.record',
      value: contents.record,
      expected: { rule: `record-${options.holds}` },
    });
  }
  if (faults.list.length > 0) return refused();

  await client.query('BEGIN');
  let done = false;
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
    await checkReferences(client, contents, faults);
    const plans = await planImport(client, contents, faults);
    if (faults.list.length > 0) return refused();
    const { record } = contents;
    if (plans.every((plan) => plan.added.length + plan.changed.length === 0))
      return { kind: 'unchanged', plans, record };

    await applyPlans(client, plans, faults, options.onProgress ?? (() => undefined));
    if (faults.list.length === 0) await runChecks(client, options.checks, plans, faults);
    if (faults.list.length > 0) return refused();
    if (options.dryRun) return { kind: 'planned', plans, record };
    await options.afterwards(client, plans);
    await client.query('COMMIT');
    done = true;
    return { kind: 'applied', plans, record };
  } finally {
    if (!done) await client.query('ROLLBACK');
  }
}

async function runChecks(
  client: ClientBase,
  checks: readonly PackageCheck[],
  plans: readonly TablePlan[],
  faults: Faults,
): Promise<void> {
  for (const { rule, resource, column, find } of checks) {
    const plan = plans.find((candidate) => candidate.resource.name === resource);
    const rowOf = new Map(
      [...(plan?.added ?? []), ...(plan?.changed ?? []).map((change) => change.row)].map((row) => [
        row.key,
        row.row,
      ]),
    );
    for (const { key, value } of await find(client)) {
      const row = rowOf.get(key);
      faults.add({
        file: `${resource}.csv`,
        ...(row === undefined ? {} : { row }),
        column,
        value,
        expected: { rule, values: { key } },
      });
    }
  }
}
