import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';
import type { CandidateState } from '../picture.ts';
import type { Place } from '../place.ts';
import type { Wording } from '../wording.ts';
import type { BoardIds } from './board-store.ts';

/**
 * Where needs of a board stand; those of another board, or gone, are left out. Until the transaction ends, none of them can
 * be deleted.
 */
export async function readPlaces(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  needIds: readonly string[],
): Promise<Map<string, Place>> {
  const { rows } = await sql<PlaceRow & { id: string }>`
    SELECT voiced_need.id, compiled_need.candidate_id AS candidate, compiled_need.set_aside_reason AS reason,
           compiled_need.reason_language AS language, compiled_need.reason_other AS other
    FROM voiced_need
    LEFT JOIN compiled_need ON compiled_need.municipality_id = ${municipalityId}
      AND compiled_need.need_id = voiced_need.id
    WHERE voiced_need.municipality_id = ${municipalityId} AND voiced_need.mandate_id = ${mandateId}
      AND voiced_need.id = any(${[...needIds]}::uuid[])
    FOR KEY SHARE OF voiced_need`.execute(tx);
  return new Map(rows.map(({ id, ...row }) => [id, placeOf(row)]));
}

/** Of a need that waits there is nothing. */
type PlaceRow = { candidate: string | null; reason: string | null } & {
  [Name in keyof Wording]: Wording[Name] | null;
};

function placeOf({ candidate, reason, language, other }: PlaceRow): Place {
  if (candidate !== null) return { at: 'candidate', id: candidate };
  if (reason === null) return { at: 'waiting' };
  return { at: 'aside', reason, language: language ?? 'sq', other: other ?? '' };
}

export async function readNeedsOf(
  tx: Db,
  municipalityId: string,
  candidateIds: readonly string[],
): Promise<{ id: string; candidateId: string }[]> {
  if (candidateIds.length === 0) return [];
  const rows = await tx
    .selectFrom('compiled_need')
    .select(['need_id as id', 'candidate_id as candidateId'])
    .where('municipality_id', '=', municipalityId)
    .where(anyOf('candidate_id', candidateIds))
    .execute();
  return rows.map(({ id, candidateId }) => ({ id, candidateId: candidateId ?? '' }));
}

/** Puts needs where a step says. */
export async function writePlaces(
  tx: Db,
  municipalityId: string,
  places: ReadonlyMap<string, Place>,
  step: number,
): Promise<void> {
  const entries = [...places];
  const freed = entries.filter(([, place]) => place.at === 'waiting').map(([id]) => id);
  const put = entries.filter(([, place]) => place.at !== 'waiting');
  if (freed.length > 0) {
    await tx
      .deleteFrom('compiled_need')
      .where('municipality_id', '=', municipalityId)
      .where(anyOf('need_id', freed))
      .execute();
  }
  if (put.length === 0) return;
  const ids = put.map(([id]) => id);
  const candidates = put.map(([, place]) => (place.at === 'candidate' ? place.id : null));
  const reasons = put.map(([, place]) => (place.at === 'aside' ? place.reason : null));
  const inLanguages = put.map(([, place]) => (place.at === 'aside' ? place.language : 'sq'));
  const others = put.map(([, place]) => (place.at === 'aside' ? place.other : ''));
  await sql`
    INSERT INTO compiled_need (municipality_id, need_id, candidate_id, set_aside_reason, reason_language, reason_other, step)
    SELECT ${municipalityId}::uuid, need, candidate, reason, language, other, ${step}::integer
    FROM unnest(${ids}::uuid[], ${candidates}::uuid[], ${reasons}::text[], ${inLanguages}::text[], ${others}::text[])
      AS put (need, candidate, reason, language, other)
    ON CONFLICT (municipality_id, need_id) DO UPDATE
    SET candidate_id = excluded.candidate_id, set_aside_reason = excluded.set_aside_reason,
        reason_language = excluded.reason_language, reason_other = excluded.reason_other, step = excluded.step`.execute(
    tx,
  );
}

export async function readCandidateStates(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  ids: readonly string[],
): Promise<Map<string, CandidateState & { version: number }>> {
  const rows = await tx
    .selectFrom('candidate_priority')
    .select([
      'id',
      'title',
      'title_language as language',
      'title_other as other',
      'field_id as fieldId',
      'retired',
      'merged_into as mergedInto',
      'version',
    ])
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .where(anyOf('id', ids))
    .execute();
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}

export async function writeCandidates(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  states: ReadonlyMap<string, CandidateState | null>,
  createdBy: string,
): Promise<void> {
  const rows = [...states].flatMap(([id, state]) =>
    state === null
      ? []
      : [
          {
            id,
            municipality_id: municipalityId,
            mandate_id: mandateId,
            title: state.title,
            title_language: state.language,
            title_other: state.other,
            field_id: state.fieldId,
            retired: state.retired,
            merged_into: state.mergedInto,
            created_by: createdBy,
          },
        ],
  );
  if (rows.length === 0) return;
  await tx
    .insertInto('candidate_priority')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'id']).doUpdateSet((eb) => ({
        title: eb.ref('excluded.title'),
        title_language: eb.ref('excluded.title_language'),
        title_other: eb.ref('excluded.title_other'),
        field_id: eb.ref('excluded.field_id'),
        retired: eb.ref('excluded.retired'),
        merged_into: eb.ref('excluded.merged_into'),
        version: sql<number>`candidate_priority.version + 1`,
      })),
    )
    .execute();
}

/** What tells a person which need or candidate is meant, and who put the need where it is. */
export async function readMoved(tx: Db, { municipalityId, mandateId }: BoardIds, needId: string) {
  return tx
    .selectFrom('voiced_need')
    .leftJoin('compiled_need', (join) =>
      join
        .onRef('compiled_need.municipality_id', '=', 'voiced_need.municipality_id')
        .onRef('compiled_need.need_id', '=', 'voiced_need.id'),
    )
    .leftJoin('candidate_priority', (join) =>
      join
        .onRef('candidate_priority.municipality_id', '=', 'compiled_need.municipality_id')
        .onRef('candidate_priority.id', '=', 'compiled_need.candidate_id'),
    )
    .leftJoin('compiling_step', (join) =>
      join
        .onRef('compiling_step.municipality_id', '=', 'compiled_need.municipality_id')
        .on('compiling_step.mandate_id', '=', mandateId)
        .onRef('compiling_step.number', '=', 'compiled_need.step'),
    )
    .leftJoin('account', 'account.id', 'compiling_step.taken_by')
    .select([
      'voiced_need.statement',
      'voiced_need.language',
      'candidate_priority.title',
      'account.name as by',
    ])
    .where('voiced_need.municipality_id', '=', municipalityId)
    .where('voiced_need.id', '=', needId)
    .executeTakeFirst();
}
