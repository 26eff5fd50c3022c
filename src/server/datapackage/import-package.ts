import type { ClientBase } from 'pg';
import { applyPlans } from './apply.ts';
import { runChecks, type PackageCheck } from './checks.ts';
import { readConstraints } from './constraints.ts';
import { describeResources } from './describe-resources.ts';
import { checkDuplicates } from './duplicates.ts';
import { Faults, type Fault } from './fault.ts';
import { planImport, type TablePlan } from './plan.ts';
import type { OnProgress } from './progress.ts';
import { readPackage } from './read-package.ts';
import { checkReferences } from './references.ts';
import type { ResourceDeclaration } from './resource.ts';

/** Which record a package or a database holds: the network's own, or the invented one of the demonstration. */
export type RecordName = 'real' | 'demo';

export interface ImportOptions {
  folder: string;
  resources: readonly ResourceDeclaration[];
  checks: readonly PackageCheck[];
  dryRun: boolean;
  /** Which record the database holds; a package of the other is refused. */
  heldRecord: (client: ClientBase) => Promise<RecordName | undefined>;
  onProgress?: OnProgress;
  /** Told once where another import is under way. */
  onWaiting?: () => void;
  /** What belongs to the change and is written with it, when something changes. */
  afterwards: (client: ClientBase, done: Applied) => Promise<void>;
}

export interface Applied {
  plans: readonly TablePlan[];
  /** Which record the package says it belongs to, and which the database held before. */
  record: RecordName | undefined;
  held: RecordName | undefined;
}

export type ImportOutcome =
  | { kind: 'refused'; faults: readonly Fault[]; count: number }
  | { kind: 'unchanged' | 'planned' | 'applied'; plans: readonly TablePlan[] };

/** One import at a time, whichever process it is in. */
const importLock = 7_070_020;

/**
 * Imports a package: reads and checks everything, compares it with the database, applies it in one transaction. On any
 * fault nothing has changed. A dry run does all of it, then rolls back.
 */
export async function importPackage(client: ClientBase, options: ImportOptions): Promise<ImportOutcome> {
  const faults = new Faults();
  const onProgress = options.onProgress ?? (() => undefined);
  const resources = await describeResources(client, options.resources);
  const { tables, record } = await readPackage(options.folder, resources, faults, onProgress);
  await client.query('BEGIN');
  let isCommitted = false;
  try {
    await waitForTurn(client, options.onWaiting);
    const held = await options.heldRecord(client);
    if (record && held && record !== held) {
      const expected = { rule: `record-${held}` };
      faults.add({ file: 'datapackage.json', column: 'pop.record', value: record, expected });
      return refused(faults);
    }
    const constraints = await readConstraints(client);
    checkDuplicates(tables, constraints, faults);
    await checkReferences(client, tables, options.resources, faults);
    const plans = await planImport(client, tables, faults, onProgress);
    if (faults.count > 0) return refused(faults);
    if (plans.every((plan) => plan.added.length + plan.changed.length === 0))
      return { kind: 'unchanged', plans };

    await applyPlans(client, plans, constraints, faults, onProgress);
    if (faults.count === 0) await runChecks(client, options.checks, plans, tables, faults);
    if (faults.count > 0) return refused(faults);
    if (options.dryRun) return { kind: 'planned', plans };
    await options.afterwards(client, { plans, record, held });
    await client.query('COMMIT');
    isCommitted = true;
    return { kind: 'applied', plans };
  } finally {
    // On a connection that broke there is nothing left to roll back; the fault that is thrown says so.
    if (!isCommitted) await client.query('ROLLBACK').catch(() => undefined);
  }
}

async function waitForTurn(client: ClientBase, onWaiting: (() => void) | undefined): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
    importLock,
  ]);
  if (rows[0]?.mine) return;
  onWaiting?.();
  await client.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
}

function refused({ list, count }: Faults): ImportOutcome {
  return { kind: 'refused', faults: list, count };
}
