import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';

export const dimensions = ['all', 'sex', 'age-band', 'municipality', 'organisation-kind'] as const;
export type Dimension = (typeof dimensions)[number];

export interface Count {
  dimension: Dimension;
  /** '' for everyone, 'unknown' for who did not say. */
  key: string;
  people: number;
}

/**
 * How many came, of those who were checked in or walked in: each dimension sums to everyone. Walk-ins were asked nothing, and are of
 * those who did not say.
 */
export async function countArrivals(db: Db, planId: string): Promise<Count[]> {
  const { rows } = await sql<Count>`
    WITH arrived AS (
      SELECT sex, age_band, municipality_id, organisation_kind FROM registration
      WHERE plan_id = ${planId} AND arrived_at IS NOT NULL
      UNION ALL
      SELECT NULL, NULL, NULL, NULL FROM door_act AS walk
      WHERE walk.plan_id = ${planId} AND walk.kind = 'walk-in' AND NOT EXISTS (
        SELECT FROM door_act AS taken
        WHERE taken.plan_id = ${planId} AND taken.kind = 'undo' AND taken.target_id = walk.id)
    )
    SELECT 'all' AS dimension, '' AS key, count(*)::integer AS people FROM arrived
    UNION ALL SELECT 'sex', coalesce(sex, 'unknown'), count(*)::integer FROM arrived GROUP BY 2
    UNION ALL SELECT 'age-band', coalesce(age_band, 'unknown'), count(*)::integer FROM arrived GROUP BY 2
    UNION ALL SELECT 'municipality', coalesce(municipality_id::text, 'unknown'), count(*)::integer
      FROM arrived GROUP BY 2
    UNION ALL SELECT 'organisation-kind', coalesce(organisation_kind, 'unknown'), count(*)::integer
      FROM arrived GROUP BY 2
    ORDER BY dimension, key`.execute(db);
  return rows;
}

export function readKeptCounts(db: Db, planId: string): Promise<Count[]> {
  return db
    .selectFrom('registration_count')
    .select(['dimension', 'group_key as key', 'people'])
    .where('plan_id', '=', planId)
    .orderBy('dimension')
    .orderBy('group_key')
    .execute();
}

export async function keepCounts(tx: Tx, planId: string, counts: readonly Count[]): Promise<void> {
  if (counts.length === 0) return;
  await tx
    .insertInto('registration_count')
    .values(
      counts.map(({ dimension, key, people }) => ({ plan_id: planId, dimension, group_key: key, people })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}

/** The keys of municipalities by their ids. */
export async function readMunicipalityKeys(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('municipality').select(['id', 'key']).execute();
  return new Map(rows.map(({ id, key }) => [id, key]));
}
