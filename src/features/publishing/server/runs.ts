import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { actorOf } from '#features/accounts/server/actor.ts';
import { askForReports } from '#features/reports/server/run.ts';
import { isFrozen } from '#features/rounds/freeze.ts';
import { barsOf } from '#features/rounds/server/conflicts.ts';
import { listFreezes } from '#features/rounds/server/freezes.ts';
import type { Outcome } from '#forms/form.ts';
import type { MessageKey } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { defineJob } from '#server/jobs/job.ts';
import { z } from 'zod';
import { outcomeOf, type PublicationOutcome } from '../outcome.ts';
import { isAnother, publicationsReach, publishesStatuses } from '../policy.ts';
import type { PublishNow } from '../schema.ts';
import { instantAt } from '../set-time.ts';
import { publicationToPublish, type Acting } from './acting.ts';
import { selectPublications, type PublicationRow } from './assessed-store.ts';
import { publishAssessments } from './publish.ts';
import * as store from './runs-store.ts';
import { tellResult } from './tell-result.ts';

/** As many are published while the person waits for the page; more by a job. */
const mostAtOnce = 20;
/** A time that is further away is a slip of the hand. */
const longestWait = 366 * 86_400_000;

/** Publishes what was asked for at a set time, or was too much for a request. */
export const performRun = defineJob({
  name: 'publishing.perform',
  schema: z.object({ id: z.uuid() }),
  retry: { limit: 5, delay: 30, longest: 900 },
  run: (app, { id }) => inTransaction(app.db, (tx) => perform(app, tx, id)),
});

/** What the one who asked may do is asked again, too: they may have left the organisation since. */
async function perform(app: App, tx: Tx, id: string): Promise<void> {
  const run = await store.holdRun(tx, id);
  if (run?.state !== 'waiting') return;
  const asker = await actorOf({ ...app, db: tx }, run.askedBy, true);
  if (asker.kind !== 'account') return;
  const outcomes = await finish(app, tx, asker, run);
  await tellResult(app, tx, run, outcomes);
}

async function finish(
  app: App,
  tx: Tx,
  actor: Acting,
  { id, askedAt }: { id: string; askedAt: Date },
): Promise<Map<string, PublicationOutcome>> {
  const ids = (await store.readParts(tx, id)).map(({ assessmentId }) => assessmentId);
  const now = app.clock();
  const outcomes = await publishAssessments(tx, actor, ids, { now, askedAt });
  await store.writeOutcomes(tx, id, outcomes);
  await store.endRun(tx, id, 'done', now);
  await store.forgetTimes(tx, id);
  const published = ids.filter((one) => outcomes.get(one) === 'published');
  for (const wanted of await store.readReportsOf(tx, published)) {
    await askForReports(app, tx, { ...wanted, askedBy: actor.id });
  }
  return outcomes;
}

const faults: Readonly<Record<Exclude<PublicationOutcome, 'published'>, MessageKey>> = {
  'published-before': 'publishing.outcome.published-before',
  'not-prepared': 'publishing.outcome.not-prepared',
  'not-theirs': 'publishing.outcome.not-theirs',
  'same-person': 'publishing.outcome.same-person',
  frozen: 'publishing.outcome.frozen',
  incomplete: 'publishing.outcome.incomplete',
};

/** What would come of publishing on a day, as far as it can be told before: the codes are read when it is done. */
async function expected(
  tx: Tx,
  actor: Acting,
  rows: readonly PublicationRow[],
  { day, today }: { day: string; today: string },
) {
  const freezes = await listFreezes(tx, day);
  const bars = await barsOf(tx, actor.id, today);
  return new Map(
    rows.map((row) => [
      row.id,
      outcomeOf({
        stage: row.stage,
        mayPublish:
          publishesStatuses(actor, row.municipalityId) && !bars.fromMunicipality(row.municipalityId),
        isAnother: isAnother(actor, row.preparedBy),
        isPreparedSince: false,
        isFrozen: isFrozen(freezes, row.municipalityId, day),
        isIncomplete: false,
      }),
    ]),
  );
}

type Moment = { kind: 'set'; at: Date } | { kind: 'refused'; key: MessageKey };

function momentOf({ when, day, time }: PublishNow, now: Date): Moment {
  if (when === 'now' || day === null || time === null) return { kind: 'set', at: now };
  const at = instantAt(day, time);
  if (at.getTime() <= now.getTime()) return { kind: 'refused', key: 'publishing.fault.past' };
  if (at.getTime() > now.getTime() + longestWait) return { kind: 'refused', key: 'publishing.fault.far' };
  return { kind: 'set', at };
}

async function begin(
  app: App,
  tx: Tx,
  actor: Acting,
  rows: readonly PublicationRow[],
  at: Date,
): Promise<string> {
  const [first] = rows;
  if (!first) throw notFound('nothing to publish');
  const id = randomUUID();
  const now = app.clock();
  const assessmentIds = rows.map((row) => row.id);
  await store.insertRun(tx, {
    id,
    roundPlanId: first.roundPlanId,
    askedBy: actor.id,
    askedAt: now,
    publishAt: at,
    assessmentIds,
  });
  if (at.getTime() <= now.getTime() && rows.length <= mostAtOnce)
    await finish(app, tx, actor, { id, askedAt: now });
  else await app.jobs.enqueue(tx, performRun, { id }, { key: id, notBefore: at });
  return id;
}

/**
 * Publishes one municipality's assessment that another person has prepared, at once or at a set time.
 * @throws not-found, forbidden
 */
export async function publishOne(
  app: App,
  who: Actor,
  id: string,
  command: PublishNow,
): Promise<Outcome<{ run: string }>> {
  const { actor } = await publicationToPublish(app.db, who, id);
  const moment = momentOf(command, app.clock());
  if (moment.kind === 'refused') return { kind: 'refused', faults: [{ field: 'day', key: moment.key }] };
  return inTransaction(app.db, async (tx): Promise<Outcome<{ run: string }>> => {
    const rows = await selectPublications(tx)
      .where('assessment.id', '=', id)
      .forUpdate('assessment')
      .execute();
    const outcome =
      (await expected(tx, actor, rows, { day: dayOf(moment.at), today: dayOf(app.clock()) })).get(id) ??
      'not-prepared';
    if (outcome !== 'published')
      return { kind: 'refused', faults: [{ field: 'when', key: faults[outcome] }] };
    return { kind: 'done', value: { run: await begin(app, tx, actor, rows, moment.at) } };
  });
}

/**
 * Publishes all that is prepared of a round and that this person may publish, at once or at a set time: in one transaction.
 * @throws forbidden
 */
export async function publishRound(
  app: App,
  actor: Actor,
  roundPlanId: string,
  command: PublishNow,
): Promise<Outcome<{ run: string }>> {
  const reach = publicationsReach(actor);
  if (actor.kind !== 'account' || (reach !== 'all' && reach.length === 0))
    throw new DomainError('forbidden', 'publish a round');
  const moment = momentOf(command, app.clock());
  if (moment.kind === 'refused') return { kind: 'refused', faults: [{ field: 'day', key: moment.key }] };
  return inTransaction(app.db, async (tx): Promise<Outcome<{ run: string }>> => {
    const rows = await selectPublications(tx)
      .where('assessment.round_plan_id', '=', roundPlanId)
      .where('assessment.stage', '=', 'prepared')
      .orderBy('assessment.id')
      .forUpdate('assessment')
      .execute();
    const outcomes = await expected(tx, actor, rows, { day: dayOf(moment.at), today: dayOf(app.clock()) });
    const possible = rows.filter(({ id }) => outcomes.get(id) === 'published');
    if (possible.length === 0) {
      return { kind: 'refused', faults: [{ field: 'when', key: 'publishing.fault.nothing' }] };
    }
    return { kind: 'done', value: { run: await begin(app, tx, actor, possible, moment.at) } };
  });
}

/** Whether somebody sees a run: who asked for it, and who may publish in any of its municipalities. */
async function runFor(app: App, actor: Actor, id: string) {
  const run = await store.readRun(app.db, id);
  const parts = run ? await store.readParts(app.db, id) : [];
  const seen = parts.filter(({ municipalityId }) => publishesStatuses(actor, municipalityId));
  if (!run || actor.kind !== 'account' || seen.length === 0) throw notFound(`run ${id}`);
  return { run, parts: seen, mayCallOff: run.state === 'waiting' && seen.length === parts.length };
}

/** What was asked for, and what came of it. @throws not-found */
export async function showRun(app: App, actor: Actor, id: string) {
  const { run, parts, mayCallOff } = await runFor(app, actor, id);
  const { id: runId, state, publishAt, endedAt, askedByName, starts, ends, roundPlanId } = run;
  return {
    run: { id: runId, state, publishAt, endedAt, askedByName, starts, ends, roundPlanId },
    parts,
    mayCallOff,
  };
}

/** Calls off what has not been published yet. @throws not-found; conflict where it is done */
export async function callOff(app: App, actor: Actor, id: string): Promise<Outcome<null>> {
  const { mayCallOff } = await runFor(app, actor, id);
  if (!mayCallOff) throw new DomainError('conflict', `run ${id}`);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const held = await store.holdRun(tx, id);
    if (held?.state !== 'waiting') throw new DomainError('conflict', `run ${id}`);
    await store.endRun(tx, id, 'called-off', app.clock());
    await store.forgetTimes(tx, id);
    return { kind: 'done', value: null };
  });
}
