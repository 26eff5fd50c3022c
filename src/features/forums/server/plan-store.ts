import { sql, type Insertable, type Updateable } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

function selectPlan(db: Db) {
  return db
    .selectFrom('forum_plan')
    .innerJoin('municipality', 'municipality.id', 'forum_plan.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'forum_plan.mandate_id')
    .innerJoin('organisation', 'organisation.id', 'forum_plan.organisation_id')
    .leftJoin('forum', 'forum.id', 'forum_plan.forum_id')
    .select([
      'forum_plan.id',
      'forum_plan.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'forum_plan.mandate_id as mandateId',
      'mandate.key as mandate',
      'organisation.name as organisationName',
      'forum_plan.held_on as heldOn',
      'forum_plan.starts_at as startsAt',
      'forum_plan.place',
      'forum_plan.moderators',
      'forum_plan.slot_seconds as slotSeconds',
      'forum_plan.publishes',
      'forum_plan.state',
      'forum_plan.lot_method as lotMethod',
      'forum_plan.lot_seed as lotSeed',
      'forum_plan.lot_drawn_by as lotDrawnBy',
      'forum_plan.lot_drawn_at as lotDrawnAt',
      'forum_plan.forum_id as forumId',
      'forum.key as forumKey',
      'forum_plan.version',
    ]);
}

export function readPlan(db: Db, id: string) {
  return selectPlan(db).where('forum_plan.id', '=', id).executeTakeFirst();
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof readPlan>>>;

export function readPlanOfForum(db: Db, forumKey: string) {
  return selectPlan(db).where('forum.key', '=', forumKey).executeTakeFirst();
}

/** One after the other: whoever changes a forum waits here for whoever does at this moment. */
export async function holdPlan(db: Db, id: string): Promise<void> {
  await db.selectFrom('forum_plan').select('id').where('id', '=', id).forUpdate().execute();
}

export function readPlans(db: Db, municipalityIds: 'all' | readonly string[]) {
  return selectPlan(db)
    .$if(municipalityIds !== 'all', (query) =>
      query.where(sql<boolean>`forum_plan.municipality_id = any(${municipalityIds}::uuid[])`),
    )
    .orderBy('forum_plan.held_on', 'desc')
    .orderBy('forum_plan.id')
    .limit(200)
    .execute();
}

export async function insertPlan(db: Db, row: Insertable<DB['forum_plan']>): Promise<void> {
  await db.insertInto('forum_plan').values(row).execute();
}

/** @returns whether the row still was the version that the person began from */
export async function updatePlan(
  db: Db,
  id: string,
  version: number,
  row: Updateable<DB['forum_plan']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('forum_plan')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** By lot. */
export function readSeats(db: Db, planId: string) {
  return db
    .selectFrom('forum_seat')
    .innerJoin('candidacy', 'candidacy.id', 'forum_seat.candidacy_id')
    .select([
      'candidacy.id',
      'candidacy.name',
      'candidacy.party',
      'candidacy.coalition',
      'candidacy.withdrawn_on as withdrawnOn',
      'candidacy.candidate_id as candidateId',
      'forum_seat.position',
      'forum_seat.attendance',
    ])
    .where('forum_seat.forum_id', '=', planId)
    .orderBy('forum_seat.position')
    .execute();
}

export type SeatRow = Awaited<ReturnType<typeof readSeats>>[number];

export async function replaceSeats(db: Db, planId: string, candidacyIds: readonly string[]): Promise<void> {
  await db.deleteFrom('forum_seat').where('forum_id', '=', planId).execute();
  if (candidacyIds.length === 0) return;
  await db
    .insertInto('forum_seat')
    .values(
      candidacyIds.map((candidacy_id, index) => ({ forum_id: planId, candidacy_id, position: index + 1 })),
    )
    .execute();
}

export function readItems(db: Db, planId: string) {
  return db
    .selectFrom('forum_item')
    .innerJoin('field', 'field.id', 'forum_item.field_id')
    .select([
      'forum_item.id',
      'forum_item.position',
      'forum_item.number',
      'forum_item.heading',
      'forum_item.statement',
      'forum_item.field_id as fieldId',
      'field.name as fieldName',
      'forum_item.priority_id as priorityId',
      'forum_item.forum_priority_id as forumPriorityId',
    ])
    .where('forum_item.forum_id', '=', planId)
    .orderBy('forum_item.position')
    .execute();
}

export type ItemRow = Awaited<ReturnType<typeof readItems>>[number];

export interface OfferedPriority {
  fieldId: string;
  priorityId: string | null;
  /** The one of a contract that is written still. */
  draftPriorityId: string | null;
  number: string | null;
  heading: Localised | null;
  statement: Localised;
}

/**
 * The priorities of the mandate's contract where it is public; else those of its draft, once the coordinator approved it. A draft
 * that is frozen at this moment is waited for.
 */
export async function readOfferedPriorities(tx: Tx, municipalityId: string, mandateId: string) {
  await tx
    .selectFrom('contract_draft')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .forShare()
    .execute();
  const { rows } = await sql<OfferedPriority>`
    WITH published AS (
      SELECT p.field_id, p.id AS priority_id, NULL::uuid AS draft_priority_id, p.number, p.heading::jsonb AS heading, p.statement::jsonb AS statement, p.position
      FROM contract c JOIN priority p ON p.contract_id = c.id
      WHERE c.municipality_id = ${municipalityId} AND c.mandate_id = ${mandateId}
    ), drafted AS (
      SELECT p.field_id, NULL::uuid, p.id, p.position::text, nullif(p.heading::jsonb, '{}'), p.statement::jsonb, p.position
      FROM contract_draft d JOIN draft_priority p ON p.draft_id = d.id
      WHERE d.municipality_id = ${municipalityId} AND d.mandate_id = ${mandateId} AND d.state IN ('approved', 'frozen')
        AND NOT EXISTS (SELECT FROM published)
    ), offered AS (SELECT * FROM published UNION ALL SELECT * FROM drafted)
    SELECT field_id AS "fieldId", priority_id AS "priorityId", draft_priority_id AS "draftPriorityId", number, heading, statement
    FROM offered ORDER BY position`.execute(tx);
  return rows;
}

export async function replaceItems(
  db: Db,
  planId: string,
  offered: readonly OfferedPriority[],
  makeId: () => string,
): Promise<void> {
  await db.deleteFrom('forum_item').where('forum_id', '=', planId).execute();
  if (offered.length === 0) return;
  await db
    .insertInto('forum_item')
    .values(
      offered.map(({ fieldId, priorityId, draftPriorityId, number, heading, statement }, index) => ({
        id: makeId(),
        forum_id: planId,
        position: index + 1,
        field_id: fieldId,
        priority_id: priorityId,
        draft_priority_id: draftPriorityId,
        number,
        heading: heading === null ? null : JSON.stringify(heading),
        statement: JSON.stringify(statement),
      })),
    )
    .execute();
}
