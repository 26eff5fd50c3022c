import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Conflict } from '../conflicts.ts';

function selectConflicts(db: Db) {
  return db
    .selectFrom('conflict_of_interest')
    .select([
      'account_id as accountId',
      'municipality_id as municipalityId',
      'priority_id as priorityId',
      'since',
      'until',
    ]);
}

/** The conflicts that concern a municipality. */
export function readConflictsIn(db: Db, municipalityId: string): Promise<Conflict[]> {
  return selectConflicts(db).where('municipality_id', '=', municipalityId).execute();
}

/** The conflicts that one person has. */
export function readConflictsOf(db: Db, accountId: string): Promise<Conflict[]> {
  return selectConflicts(db).where('account_id', '=', accountId).execute();
}

export interface ListedConflict extends Conflict {
  id: string;
  name: string;
  municipality: string;
  priority: Localised | null;
  reason: string;
  declaredBy: string | null;
}

/** Conflicts with names, newest first: someone's own, those in some municipalities, or all. */
export function listConflicts(
  db: Db,
  of: { accountId: string; municipalityIds: 'all' | readonly string[] },
): Promise<ListedConflict[]> {
  const { accountId, municipalityIds } = of;
  return selectListed(db)
    .$if(municipalityIds !== 'all', (query) =>
      query.where((eb) =>
        eb.or([
          eb('conflict.account_id', '=', accountId),
          anyOf('conflict.municipality_id', municipalityIds === 'all' ? [] : municipalityIds),
        ]),
      ),
    )
    .orderBy('conflict.declared_at', 'desc')
    .orderBy('conflict.id')
    .limit(500)
    .execute();
}

function selectListed(db: Db) {
  return db
    .selectFrom('conflict_of_interest as conflict')
    .innerJoin('account', 'account.id', 'conflict.account_id')
    .innerJoin('municipality', 'municipality.id', 'conflict.municipality_id')
    .leftJoin('priority', 'priority.id', 'conflict.priority_id')
    .select([
      'conflict.id',
      'conflict.account_id as accountId',
      'account.name',
      'conflict.municipality_id as municipalityId',
      'municipality.name as municipality',
      'conflict.priority_id as priorityId',
      sql<Localised | null>`coalesce(priority.heading, priority.statement)`.as('priority'),
      'conflict.since',
      'conflict.until',
      'conflict.reason',
      'conflict.declared_by as declaredBy',
    ]);
}

export function readConflict(db: Db, id: string): Promise<ListedConflict | undefined> {
  return selectListed(db).where('conflict.id', '=', id).executeTakeFirst();
}

export async function insertConflict(
  tx: Tx,
  row: {
    id: string;
    account_id: string;
    municipality_id: string;
    priority_id: string | null;
    since: string;
    until: string | null;
    reason: string;
    declared_by: string;
    declared_at: Date;
  },
): Promise<void> {
  await tx.insertInto('conflict_of_interest').values(row).execute();
}

export async function endConflict(tx: Tx, id: string, until: string): Promise<void> {
  await tx
    .updateTable('conflict_of_interest')
    .set({ until: sql`greatest(since, ${until}::date)` })
    .where('id', '=', id)
    .execute();
}

/** Holds the assessments of a municipality that are not public yet until the transaction ends: nobody codes meanwhile. */
export async function lockAssessmentsIn(tx: Tx, municipalityId: string): Promise<void> {
  await tx
    .selectFrom('assessment')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('stage', '<>', 'published')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** A place that someone has in an assessment that is not public yet. */
export interface HeldPlace {
  taskId: string;
  assessmentId: string;
  priorityId: string;
  publishOn: string;
  monitors: boolean;
  seat: 1 | 2 | null;
  handedIn: boolean;
}

/** What someone gathers evidence for and codes in a municipality, until it is public. */
export async function readHeldPlaces(
  db: Db,
  accountId: string,
  municipalityId: string,
): Promise<HeldPlace[]> {
  const { rows } = await sql<HeldPlace>`
    SELECT task.id AS "taskId", task.assessment_id AS "assessmentId", component.priority_id AS "priorityId",
           plan.publish_on AS "publishOn", task.monitor_id IS NOT DISTINCT FROM ${accountId}::uuid AS monitors,
           seat.seat, coding.submitted_at IS NOT NULL AS "handedIn"
    FROM assessment
    JOIN round_plan plan ON plan.id = assessment.round_plan_id
    JOIN coding_task task ON task.assessment_id = assessment.id
    JOIN component ON component.id = task.component_id
    LEFT JOIN coding_seat seat ON seat.task_id = task.id AND seat.account_id = ${accountId}
    LEFT JOIN coding ON coding.task_id = seat.task_id AND coding.seat = seat.seat
    WHERE assessment.municipality_id = ${municipalityId} AND assessment.stage <> 'published'
      AND (task.monitor_id = ${accountId} OR seat.seat IS NOT NULL)
    ORDER BY task.id
    FOR UPDATE OF task`.execute(db);
  return rows;
}

/** The priorities of a municipality's contracts, newest mandate first. */
export function readPriorities(db: Db, municipalityId: string) {
  return db
    .selectFrom('priority')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('mandate', 'mandate.id', 'contract.mandate_id')
    .select([
      'priority.id',
      'priority.number',
      sql<Localised>`coalesce(priority.heading, priority.statement)`.as('title'),
      'mandate.key as mandate',
    ])
    .where('contract.municipality_id', '=', municipalityId)
    .orderBy('mandate.starts', 'desc')
    .orderBy('priority.position')
    .execute();
}

/** Those who work for the network or one of its organisations today: of whom a conflict can be recorded. */
export function readStaff(db: Db, today: string) {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('role_grant')
          .select('role_grant.id')
          .whereRef('role_grant.account_id', '=', 'account.id')
          .where('role', 'in', ['monitor', 'editor', 'coordinator'])
          .where((or) => or.or([or('until', 'is', null), or('until', '>=', today)])),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Where a conflict can be declared: municipalities with a contract. */
export function readMunicipalities(db: Db) {
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('contract')
          .select('contract.id')
          .whereRef('contract.municipality_id', '=', 'municipality.id'),
      ),
    )
    .orderBy('key')
    .execute();
}
