import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';

export interface Seat {
  accountId: string;
  name: string;
  organisation: Localised;
  /** Whether its code was handed in: then it stays whose it is. */
  handedIn: boolean;
}

/** A component as someone assigns it. */
export interface Task {
  id: string;
  version: number;
  priorityId: string;
  number: string | null;
  priority: Localised;
  component: Localised;
  position: number;
  monitorId: string | null;
  monitor: string | null;
  first: Seat | null;
  second: Seat | null;
}

function seatOf(seat: 1 | 2) {
  return sql`
    LEFT JOIN LATERAL (
      SELECT json_build_object('accountId', account.id, 'name', account.name, 'organisation', organisation.name,
               'handedIn', coding.submitted_at IS NOT NULL) AS told
      FROM coding_seat seat
      JOIN account ON account.id = seat.account_id
      JOIN organisation ON organisation.id = seat.organisation_id
      LEFT JOIN coding ON coding.task_id = seat.task_id AND coding.seat = seat.seat
      WHERE seat.task_id = task.id AND seat.seat = ${sql.lit(seat)}
    ) seat${sql.lit(seat)} ON true`;
}

/** The components of an assessment in the contract's order, with who has them. */
export async function readTasks(db: Db, assessmentId: string): Promise<Task[]> {
  const { rows } = await sql<Task>`
    SELECT task.id, task.version, priority.id AS "priorityId", priority.number,
           coalesce(priority.heading, priority.statement) AS priority, component.statement AS component,
           component.position, task.monitor_id AS "monitorId", monitor.name AS monitor,
           seat1.told AS first, seat2.told AS second
    FROM coding_task task
    JOIN component ON component.id = task.component_id
    JOIN priority ON priority.id = component.priority_id
    LEFT JOIN account monitor ON monitor.id = task.monitor_id
    ${seatOf(1)} ${seatOf(2)}
    WHERE task.assessment_id = ${assessmentId}
    ORDER BY priority.position, component.position`.execute(db);
  return rows;
}

/** Holds the tasks of an assessment until the transaction ends: people are assigned one after another. */
export async function lockTasks(tx: Tx, assessmentId: string): Promise<void> {
  await tx
    .selectFrom('coding_task')
    .select('id')
    .where('assessment_id', '=', assessmentId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function setMonitor(tx: Tx, taskId: string, accountId: string | null): Promise<void> {
  await tx.updateTable('coding_task').set({ monitor_id: accountId }).where('id', '=', taskId).execute();
}

export async function raiseVersion(tx: Tx, taskId: string): Promise<void> {
  await tx
    .updateTable('coding_task')
    .set({ version: sql`version + 1` })
    .where('id', '=', taskId)
    .execute();
}

/** Empties a seat; what its coder had begun, and not handed in, goes with it. */
export async function emptySeat(tx: Tx, taskId: string, seat: 1 | 2): Promise<void> {
  for (const table of ['coding_evidence', 'coding_search', 'coding'] as const) {
    await tx.deleteFrom(table).where('task_id', '=', taskId).where('seat', '=', seat).execute();
  }
  await tx.deleteFrom('coding_seat').where('task_id', '=', taskId).where('seat', '=', seat).execute();
}

export async function fillSeat(
  tx: Tx,
  row: { task_id: string; seat: 1 | 2; account_id: string; organisation_id: string; assigned_by: string },
): Promise<void> {
  await tx.insertInto('coding_seat').values(row).execute();
}

/** Codes of an assessment that were handed in: their number, never they. */
export async function countHandedIn(db: Db, assessmentId: string): Promise<number> {
  const { n } = await db
    .selectFrom('coding')
    .innerJoin('coding_task as task', 'task.id', 'coding.task_id')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('task.assessment_id', '=', assessmentId)
    .where('coding.submitted_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return n;
}
