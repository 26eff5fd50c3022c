import type { Db } from '#server/database/db.ts';
import { anyOf } from '#server/database/any-of.ts';

/** Assessments of some municipalities that are not public yet: the municipality, the round and its days. */
export function readOpenAssessments(db: Db, municipalityIds: readonly string[]) {
  return db
    .selectFrom('assessment')
    .innerJoin('municipality', 'municipality.id', 'assessment.municipality_id')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .innerJoin('mandate', 'mandate.id', 'plan.mandate_id')
    .select([
      'assessment.id',
      'assessment.stage',
      'municipality.name as municipality',
      'plan.number',
      'mandate.key as mandate',
      'plan.evidence_until as evidence',
      'plan.coding_until as coding',
      'plan.reply_until as reply',
      'plan.publish_on as publication',
    ])
    .where(anyOf('assessment.municipality_id', municipalityIds))
    .where('assessment.stage', '<>', 'published')
    .orderBy('municipality.key')
    .orderBy('plan.starts')
    .execute();
}
