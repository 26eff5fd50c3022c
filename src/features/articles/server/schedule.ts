import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { actorOf } from '#features/accounts/server/actor.ts';
import { instantAt } from '#features/publishing/set-time.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { defineJob } from '#server/jobs/job.ts';
import { publishesArticles } from '../policy.ts';
import type { PublishCommand } from '../schema.ts';
import { hasReviewed } from '../stage.ts';
import { accountOf, draftToPublish, held } from './access.ts';
import { holdDraft, updateDraft } from './draft-store.ts';
import { publishReviewed } from './publish-article.ts';
import { noteStep } from './review.ts';

/** A time that is further away is a slip of the hand. */
const longestWait = 366 * 86_400_000;

/** Publishes at its time what was reviewed; after a standstill, as soon as there is someone to work again. */
export const publishScheduled = defineJob({
  name: 'articles.publish',
  schema: z.object({ id: z.uuid() }),
  retry: { limit: 5, delay: 30, longest: 900 },
  run: (app, { id }) => inTransaction(app.db, (tx) => perform(app, tx, id)),
});

async function perform(app: App, tx: Tx, id: string): Promise<void> {
  const draft = await holdDraft(tx, id);
  const now = app.clock();
  // Called off, or put off to another time, which has a job of its own.
  if (!draft?.publishAt || draft.scheduledBy === null || draft.publishAt.getTime() > now.getTime()) return;
  // Who asked for it may have left the organisation since.
  const asker = await actorOf({ ...app, db: tx }, draft.scheduledBy, true);
  if (!publishesArticles(asker, draft.municipalityId)) {
    await updateDraft(tx, id, { publish_at: null });
    await noteStep(tx, draft, { actor: publishScheduled.name, action: 'call-off' });
    return;
  }
  await publishReviewed(tx, draft, { actor: draft.scheduledBy, now });
}

type Moment = { at: Date } | { key: 'publishing.fault.past' | 'publishing.fault.far' };

function momentOf({ when, day, time }: PublishCommand, now: Date): Moment {
  if (when === 'now' || day === null || time === null) return { at: now };
  const at = instantAt(day, time);
  if (at.getTime() <= now.getTime()) return { key: 'publishing.fault.past' };
  if (at.getTime() > now.getTime() + longestWait) return { key: 'publishing.fault.far' };
  return { at };
}

/** Makes what was reviewed public, at once or at a set time. @throws not-found, forbidden */
export async function publishArticle(
  app: App,
  actor: Actor,
  id: string,
  command: PublishCommand,
): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToPublish(app.db, actor, id);
  const now = app.clock();
  const moment = momentOf(command, now);
  if ('key' in moment) return { kind: 'refused', faults: [{ field: 'day', key: moment.key }] };
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    if (!hasReviewed(draft)) {
      return { kind: 'refused', faults: [{ field: 'when', key: 'article.fault.not-reviewed' }] };
    }
    if (command.when === 'now') {
      await publishReviewed(tx, draft, { actor: account, now });
      return { kind: 'done', value: null };
    }
    const { at } = moment;
    await updateDraft(tx, id, { publish_at: at, scheduled_by: account });
    await noteStep(tx, draft, { actor: account, action: 'schedule', after: { at: at.toISOString() } });
    // The same time asked for once more is the job that is there.
    await app.jobs.enqueue(tx, publishScheduled, { id }, { key: `${id}@${at.toISOString()}`, notBefore: at });
    return { kind: 'done', value: null };
  });
}

/** Takes back a time that was set. @throws not-found, forbidden */
export async function callOffArticle(app: App, actor: Actor, id: string): Promise<void> {
  const account = accountOf(actor).id;
  await draftToPublish(app.db, actor, id);
  await inTransaction(app.db, async (tx) => {
    const draft = await held(tx, id);
    if (draft.publishAt === null) return;
    await updateDraft(tx, id, { publish_at: null });
    await noteStep(tx, draft, { actor: account, action: 'call-off' });
  });
}
