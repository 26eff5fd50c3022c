import pg, { type ClientBase } from 'pg';
import type { Constraint } from './constraints.ts';
import type { Faults } from './fault.ts';
import { makeRoom } from './make-room.ts';
import type { TablePlan } from './plan.ts';
import type { OnProgress } from './progress.ts';
import type { PackageRow, Resource } from './resource.ts';
import { tellConstraint } from './tell-constraint.ts';
import { writeRows } from './write-rows.ts';

const batchSize = 2_000;
const foreignKeyViolation = '23503';
/** From this many new rows on, what the planner knows of a table is too old for what follows. */
const manyRows = 1_000;

/**
 * Writes the planned rows, in the order of the plans. A row that a CHECK or UNIQUE of the database refuses is found and
 * told as a fault; the caller then rolls back.
 */
export async function applyPlans(
  client: ClientBase,
  plans: readonly TablePlan[],
  constraints: readonly Constraint[],
  faults: Faults,
  onProgress: OnProgress,
): Promise<void> {
  for (const plan of plans) {
    const { resource, added, changed } = plan;
    const rows = [...added, ...changed.map((change) => change.row)];
    if (rows.length === 0) continue;
    await makeRoom(client, plan, constraints);
    for (let start = 0; start < rows.length && !faults.isFull; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      await writeOrLocate(client, resource, batch, constraints, faults);
      const done = start + batch.length;
      onProgress({ stage: 'write', resource: resource.name, done, total: rows.length });
    }
    if (added.length >= manyRows) await client.query(`ANALYZE ${resource.table}`);
  }
}

/** Writes the rows in one statement; where the database refuses, halves them until the row at fault is found. */
async function writeOrLocate(
  client: ClientBase,
  resource: Resource,
  rows: readonly PackageRow[],
  constraints: readonly Constraint[],
  faults: Faults,
): Promise<void> {
  await client.query('SAVEPOINT batch');
  try {
    await writeRows(client, resource, rows);
    await client.query('RELEASE SAVEPOINT batch');
    return;
  } catch (error) {
    // Class 22: a value out of range; 23: a constraint.
    if (!(error instanceof pg.DatabaseError) || !/^2[23]/.test(error.code ?? '')) throw error;
    await client.query('ROLLBACK TO SAVEPOINT batch');
    // References have been checked: what is missing now is a row that was refused, and has been told.
    if (error.code === foreignKeyViolation && faults.count > 0) return;
    const [only] = rows;
    if (rows.length === 1 && only) {
      faults.add(await tellConstraint(client, resource, only, error, constraints));
      return;
    }
  }
  const middle = Math.ceil(rows.length / 2);
  await writeOrLocate(client, resource, rows.slice(0, middle), constraints, faults);
  if (!faults.isFull) await writeOrLocate(client, resource, rows.slice(middle), constraints, faults);
}
