import type { Db } from '#server/database/db.ts';

type Reach = 'all' | readonly string[];

/** Assessments whose codes are settled and that are not public yet, with what is known of their reply. */
export function readUnderWay(db: Db, reach: Reach, onlyAsked: boolean) {
  return db
    .selectFrom('assessment')
    .innerJoin('municipality', 'municipality.id', 'assessment.municipality_id')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .leftJoin('reply_request as request', 'request.assessment_id', 'assessment.id')
    .select((eb) => [
      'assessment.id',
      'assessment.stage',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'plan.starts as roundStarts',
      'plan.ends as roundEnds',
      'request.due_on as dueOn',
      'request.submitted_at as submittedAt',
      'request.read_at as readAt',
      eb
        .exists(
          eb
            .selectFrom('reply_extension as extension')
            .select('extension.id')
            .whereRef('extension.request_id', '=', 'request.id')
            .where('extension.decision', 'is', null),
        )
        .as('asksForTime'),
    ])
    .where(
      'assessment.stage',
      'in',
      onlyAsked ? ['reply', 'reading', 'prepared'] : ['settled', 'reply', 'reading', 'prepared'],
    )
    .$if(onlyAsked, (query) => query.where('request.id', 'is not', null))
    .$if(reach !== 'all', (query) =>
      query.where('assessment.municipality_id', 'in', reach === 'all' ? [] : reach),
    )
    .orderBy('request.due_on', (order) => order.asc().nullsFirst())
    .orderBy('municipality.key')
    .limit(500)
    .execute();
}

/** Where an assessment is, and in which round: for the page from which its draft is sent. */
export function readAssessmentNames(db: Db, id: string) {
  return db
    .selectFrom('assessment')
    .innerJoin('municipality', 'municipality.id', 'assessment.municipality_id')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .select([
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'plan.starts as roundStarts',
      'plan.ends as roundEnds',
      'plan.reply_until as replyUntil',
      'plan.codebook_id as codebookId',
    ])
    .where('assessment.id', '=', id)
    .executeTakeFirstOrThrow();
}
