import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { CycleFacts } from '../cycle.ts';

/** The mandates with their plan, where they have one; the newest first. */
export function readCycles(db: Db) {
  return db
    .selectFrom('mandate')
    .leftJoin('cycle', 'cycle.mandate_id', 'mandate.id')
    .select([
      'mandate.id as mandateId',
      'mandate.key as mandate',
      'mandate.starts',
      'mandate.ends',
      'cycle.listen_until as listen',
      'cycle.compile_until as compile',
      'cycle.contract_until as contract',
      'cycle.confront_until as confront',
      'cycle.sign_until as sign',
      'cycle.election_on as election',
      'cycle.version',
    ])
    .orderBy('mandate.starts', 'desc')
    .orderBy('mandate.key', 'desc')
    .execute();
}

/** Municipalities of the workspace by key: all in the network today, or those named. */
export function readFollowed(
  db: Db,
  followed: 'all' | readonly string[],
  page: { key?: string | undefined; after?: string | undefined; limit: number },
) {
  const { key, after = '', limit } = page;
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .where('key', '>', after)
    .where(
      followed === 'all'
        ? sql<boolean>`EXISTS (SELECT FROM membership WHERE municipality_id = municipality.id AND until IS NULL)`
        : sql<boolean>`id = ANY(${followed}::uuid[])`,
    )
    .orderBy('key')
    .limit(limit)
    .execute();
}

/** What each of some municipalities has done towards a mandate: one query however many. */
export async function readCycleFacts(
  db: Db,
  municipalityIds: readonly string[],
  mandateId: string,
): Promise<Map<string, CycleFacts>> {
  const { rows } = await sql<CycleFacts & { id: string }>`
    SELECT place.id, session.sessions, session.published AS "sessionsPublished", session.planned AS "sessionsPlanned",
           need.needs, need.placed AS "needsPlaced", candidate.n AS candidates,
           coalesce(draft.state, CASE WHEN contract.id IS NULL THEN 'none' ELSE 'frozen' END) AS contract,
           forum.day AS "forumOn", signing.signed
    FROM unnest(${municipalityIds}::uuid[]) AS place(id)
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE state <> 'cancelled')::int AS sessions,
             count(*) FILTER (WHERE state = 'published')::int AS published,
             count(*) FILTER (WHERE state = 'planned')::int AS planned
      FROM listening_session WHERE municipality_id = place.id AND mandate_id = ${mandateId}
    ) session
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS needs, count(compiled.need_id)::int AS placed
      FROM voiced_need voiced
      LEFT JOIN compiled_need compiled
        ON compiled.municipality_id = voiced.municipality_id AND compiled.need_id = voiced.id
      WHERE voiced.municipality_id = place.id AND voiced.mandate_id = ${mandateId}
    ) need
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM candidate_priority
      WHERE municipality_id = place.id AND mandate_id = ${mandateId}
    ) candidate
    LEFT JOIN contract_draft draft ON draft.municipality_id = place.id AND draft.mandate_id = ${mandateId}
    LEFT JOIN contract ON contract.municipality_id = place.id AND contract.mandate_id = ${mandateId}
    CROSS JOIN LATERAL (
      SELECT min(starts) AS day FROM event
      WHERE kind = 'forum' AND municipality_id = place.id AND mandate_id = ${mandateId}
    ) forum
    CROSS JOIN LATERAL (
      SELECT EXISTS (SELECT FROM signature WHERE contract_id = contract.id AND state = 'signed'
        AND signatory IN ('mayor', 'candidate')) AS signed
    ) signing`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function insertMandate(db: Db, row: { id: string; key: string; starts: string; ends: string }) {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mandate')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns whether it was written: not where the plan has changed since `base`, or has been made meanwhile. */
export async function writeCycle(
  db: Db,
  mandateId: string,
  plan: Record<
    'listen_until' | 'compile_until' | 'contract_until' | 'confront_until' | 'sign_until' | 'election_on',
    string
  >,
  base: number | undefined,
): Promise<boolean> {
  if (base === undefined) {
    const made = await db
      .insertInto('cycle')
      .values({ mandate_id: mandateId, ...plan })
      .onConflict((conflict) => conflict.column('mandate_id').doNothing())
      .executeTakeFirst();
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const changed = await db
    .updateTable('cycle')
    .set({ ...plan, version: base + 1 })
    .where('mandate_id', '=', mandateId)
    .where('version', '=', base)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
