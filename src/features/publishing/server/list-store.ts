import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';

type Reach = 'all' | readonly string[];

function within(column: string, reach: Reach) {
  return reach === 'all' ? sql<boolean>`true` : anyOf(column, reach);
}

/** Rounds with assessments in these municipalities, newest first. */
export function readRounds(db: Db, reach: Reach) {
  return db
    .selectFrom('round_plan as plan')
    .select(['plan.id', 'plan.starts', 'plan.ends', 'plan.publish_on as publishOn'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('assessment')
          .select('assessment.id')
          .whereRef('assessment.round_plan_id', '=', 'plan.id')
          .where(within('assessment.municipality_id', reach)),
      ),
    )
    .orderBy('plan.starts', 'desc')
    .orderBy('plan.id')
    .execute();
}

/** Assessments of a round, by municipality. */
export function readPublicationsOfRound(
  db: Db,
  roundPlanId: string,
  reach: Reach,
  after: string,
  limit: number,
) {
  return db
    .selectFrom('assessment')
    .innerJoin('municipality', 'municipality.id', 'assessment.municipality_id')
    .leftJoin('account', 'account.id', 'assessment.prepared_by')
    .select([
      'assessment.id',
      'assessment.stage',
      'assessment.publish_at as publishAt',
      'assessment.published_at as publishedAt',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'account.name as preparedByName',
    ])
    .where('assessment.round_plan_id', '=', roundPlanId)
    .where(within('assessment.municipality_id', reach))
    .where('municipality.key', '>', after)
    .orderBy('municipality.key')
    .limit(limit)
    .execute();
}

/** What is prepared of a round. */
export function readPrepared(db: Db, roundPlanId: string, reach: Reach) {
  return db
    .selectFrom('assessment')
    .select(['assessment.municipality_id as municipalityId', 'assessment.prepared_by as preparedBy'])
    .where('assessment.round_plan_id', '=', roundPlanId)
    .where('assessment.stage', '=', 'prepared')
    .where(within('assessment.municipality_id', reach))
    .execute();
}
