import { anyOf } from '#server/database/any-of.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { PublicationOutcome } from '../outcome.ts';

export interface NewRun {
  id: string;
  roundPlanId: string;
  askedBy: string;
  askedAt: Date;
  publishAt: Date;
  assessmentIds: readonly string[];
}

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  const { id, roundPlanId, askedBy, askedAt, publishAt, assessmentIds } = run;
  await tx
    .insertInto('publication_run')
    .values({
      id,
      round_plan_id: roundPlanId,
      asked_by: askedBy,
      asked_at: askedAt,
      publish_at: publishAt,
      ended_at: null,
    })
    .execute();
  await tx
    .insertInto('publication_run_part')
    .columns(['run_id', 'assessment_id'])
    .expression((eb) =>
      eb
        .selectFrom('assessment')
        .select((inner) => [inner.val(id).$castTo<string>().as('run_id'), 'assessment.id'])
        .where(anyOf('assessment.id', assessmentIds)),
    )
    .execute();
  await tx
    .updateTable('assessment')
    .set({ publish_at: publishAt })
    .where(anyOf('id', assessmentIds))
    .execute();
}

function selectRuns(db: Db) {
  return db
    .selectFrom('publication_run as run')
    .innerJoin('round_plan as plan', 'plan.id', 'run.round_plan_id')
    .innerJoin('account', 'account.id', 'run.asked_by')
    .select([
      'run.id',
      'run.asked_by as askedBy',
      'run.asked_at as askedAt',
      'run.publish_at as publishAt',
      'run.state',
      'run.ended_at as endedAt',
      'run.round_plan_id as roundPlanId',
      'plan.starts',
      'plan.ends',
      'account.name as askedByName',
      'account.email',
      'account.language',
    ]);
}

export function readRun(db: Db, id: string) {
  return selectRuns(db).where('run.id', '=', id).executeTakeFirst();
}

/** The same, held until the transaction ends: a run is performed or called off once. */
export function holdRun(tx: Tx, id: string) {
  return selectRuns(tx).where('run.id', '=', id).forUpdate('run').executeTakeFirst();
}

export function readParts(db: Db, runId: string) {
  return db
    .selectFrom('publication_run_part as part')
    .innerJoin('assessment', 'assessment.id', 'part.assessment_id')
    .innerJoin('municipality', 'municipality.id', 'assessment.municipality_id')
    .select([
      'part.assessment_id as assessmentId',
      'part.outcome',
      'municipality.id as municipalityId',
      'municipality.key as municipality',
      'municipality.name as municipalityName',
    ])
    .where('part.run_id', '=', runId)
    .orderBy('municipality.key')
    .execute();
}

/** Runs that are to publish an assessment: not those from before it was taken back and prepared anew. */
export function readWaitingRuns(db: Db, assessmentId: string) {
  return db
    .selectFrom('publication_run as run')
    .innerJoin('publication_run_part as part', 'part.run_id', 'run.id')
    .innerJoin('assessment', 'assessment.id', 'part.assessment_id')
    .select(['run.id', 'run.publish_at as publishAt'])
    .where('part.assessment_id', '=', assessmentId)
    .where('run.state', '=', 'waiting')
    .whereRef('assessment.prepared_at', '<=', 'run.asked_at')
    .orderBy('run.publish_at')
    .execute();
}

/** The newest runs of a round. */
export function readRunsOfRound(db: Db, roundPlanId: string, most: number) {
  return db
    .selectFrom('publication_run as run')
    .select((eb) => [
      'run.id',
      'run.publish_at as publishAt',
      'run.state',
      eb
        .selectFrom('publication_run_part as part')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('part.run_id', '=', 'run.id')
        .as('parts'),
    ])
    .where('run.round_plan_id', '=', roundPlanId)
    .orderBy('run.publish_at', 'desc')
    .limit(most)
    .execute();
}

export async function writeOutcomes(
  tx: Tx,
  runId: string,
  outcomes: ReadonlyMap<string, PublicationOutcome>,
): Promise<void> {
  for (const [outcome, group] of Map.groupBy(outcomes, ([, one]) => one)) {
    await tx
      .updateTable('publication_run_part')
      .set({ outcome })
      .where('run_id', '=', runId)
      .where(
        anyOf(
          'assessment_id',
          group.map(([id]) => id),
        ),
      )
      .execute();
  }
}

export async function endRun(tx: Tx, id: string, state: 'done' | 'called-off', endedAt: Date): Promise<void> {
  await tx.updateTable('publication_run').set({ state, ended_at: endedAt }).where('id', '=', id).execute();
}

/** What no other waiting run is to publish has no time set any more. */
export async function forgetTimes(tx: Tx, runId: string): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({ publish_at: null })
    .where('stage', '<>', 'published')
    .where((eb) =>
      eb(
        'id',
        'in',
        eb.selectFrom('publication_run_part').select('assessment_id').where('run_id', '=', runId),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('publication_run_part as part')
            .innerJoin('publication_run as run', 'run.id', 'part.run_id')
            .select('part.run_id')
            .whereRef('part.assessment_id', '=', 'assessment.id')
            .where('run.state', '=', 'waiting')
            .where('run.id', '<>', runId),
        ),
      ),
    )
    .execute();
}

/** Names of accounts, by id. */
export async function readNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('account').select(['id', 'name']).where(anyOf('id', ids)).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Which reports follow from publishing these: those of the one municipality, or of a round all and the network's. */
export async function readReportsOf(
  tx: Tx,
  assessmentIds: readonly string[],
): Promise<{ roundId: string; municipalityId: string | null }[]> {
  const rows = await tx
    .selectFrom('assessment')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .select(['plan.round_id as roundId', 'assessment.municipality_id as municipalityId'])
    .where(anyOf('assessment.id', assessmentIds))
    .execute();
  return [...Map.groupBy(rows, ({ roundId }) => roundId)].flatMap(([roundId, ofRound]) => {
    const [first, ...more] = ofRound;
    if (roundId === null || !first) return [];
    return [{ roundId, municipalityId: more.length === 0 ? first.municipalityId : null }];
  });
}
