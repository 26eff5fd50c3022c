import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db, Tx } from '#server/database/db.ts';

export function readDraftPriorities(db: Db, draftId: string) {
  return db
    .selectFrom('draft_priority as priority')
    .leftJoin('field', 'field.id', 'priority.field_id')
    .select([
      'priority.id',
      'priority.candidate_id as candidateId',
      'priority.position',
      'priority.field_id as fieldId',
      'field.key as fieldKey',
      'field.name as fieldName',
      'priority.heading',
      'priority.statement',
      'priority.coverage',
      'priority.directorate',
      'priority.untested_reason as untestedReason',
      'priority.version',
    ])
    .where('priority.draft_id', '=', draftId)
    .orderBy('priority.position')
    .execute();
}

export type PriorityRow = Awaited<ReturnType<typeof readDraftPriorities>>[number];

export function readDraftPlaces(db: Db, priorityIds: readonly string[]) {
  return db
    .selectFrom('draft_place as place')
    .innerJoin('administrative_unit as unit', 'unit.id', 'place.unit_id')
    .select([
      'place.priority_id as priorityId',
      'place.unit_id as unitId',
      'unit.key as unitKey',
      'unit.name as unitName',
      'place.locality',
    ])
    .where(anyOf('place.priority_id', priorityIds))
    .orderBy('unit.key')
    .orderBy('place.locality')
    .execute();
}

export function readDraftComponents(db: Db, priorityIds: readonly string[]) {
  return db
    .selectFrom('draft_component')
    .select([
      'id',
      'priority_id as priorityId',
      'position',
      'statement',
      'shown_by as shownBy',
      'due',
      'testable',
      'competence',
      'version',
    ])
    .where(anyOf('priority_id', priorityIds))
    .orderBy('position')
    .execute();
}

export type ComponentRow = Awaited<ReturnType<typeof readDraftComponents>>[number];

export function readUnits(db: Db, municipalityId: string) {
  return db
    .selectFrom('administrative_unit')
    .select(['id', 'key', 'name'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('key')
    .execute();
}

/** Candidates of the municipality and mandate that stand in no priority of the draft yet. */
export function readFreeCandidates(db: Db, draft: { id: string; municipalityId: string; mandateId: string }) {
  return db
    .selectFrom('candidate_priority as candidate')
    .select([
      'candidate.id',
      'candidate.title',
      'candidate.title_language as language',
      'candidate.title_other as other',
      'candidate.field_id as fieldId',
    ])
    .where('candidate.municipality_id', '=', draft.municipalityId)
    .where('candidate.mandate_id', '=', draft.mandateId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('draft_priority')
            .select('draft_priority.id')
            .where('draft_priority.draft_id', '=', draft.id)
            .whereRef('draft_priority.candidate_id', '=', 'candidate.id'),
        ),
      ),
    )
    .orderBy('candidate.created_at')
    .orderBy('candidate.id')
    .execute();
}

export async function lastPosition(tx: Tx, draftId: string): Promise<number> {
  const row = await tx
    .selectFrom('draft_priority')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function lastComponentPosition(tx: Tx, priorityId: string): Promise<number> {
  const row = await tx
    .selectFrom('draft_component')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('priority_id', '=', priorityId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Exchanges the places of two rows of a list. Positions are unique at every moment, so one steps aside meanwhile. */
export async function swapPositions(
  tx: Tx,
  table: 'draft_priority' | 'draft_component',
  one: { id: string; position: number },
  other: { id: string; position: number },
): Promise<void> {
  const aside = 1_000_000_000;
  const place = (id: string, position: number) =>
    sql`UPDATE ${sql.table(table)} SET position = ${position} WHERE id = ${id}`.execute(tx);
  await place(one.id, aside);
  await place(other.id, one.position);
  await place(one.id, other.position);
}

export async function replacePlaces(
  tx: Tx,
  priorityId: string,
  places: readonly { unitId: string; locality: string }[],
): Promise<void> {
  await tx.deleteFrom('draft_place').where('priority_id', '=', priorityId).execute();
  if (places.length === 0) return;
  await tx
    .insertInto('draft_place')
    .values(places.map(({ unitId, locality }) => ({ priority_id: priorityId, unit_id: unitId, locality })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
