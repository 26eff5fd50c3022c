import type { Actor } from '#features/accounts/actor.ts';
import { getMunicipality } from '#features/places/server/service.ts';
import type { Task } from '#features/work/task.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { moderatesViews, moderationReach } from '../policy.ts';
import type { ModerationCommand, QueueQuery } from '../schema.ts';
import { countNow } from './counting.ts';
import { countWaiting, readQueue, readQueued, writeVerdict } from './queue-store.ts';

const pageSize = 30;

/** What residents wrote, by what was decided of it; of what waits, the oldest first. @throws forbidden */
export async function showQueue(app: App, actor: Actor, { state, after }: QueueQuery) {
  const reach = moderationReach(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden');
  const [at = '', id = ''] = after?.split(' ') ?? [];
  const rows = await readQueue(app.db, reach, {
    state,
    after: after === undefined ? undefined : { at, id },
    most: pageSize + 1,
  });
  const views = rows.slice(0, pageSize);
  const last = views.at(-1);
  return {
    state,
    views,
    next: rows.length > pageSize && last ? `${last.answeredAt.toISOString()} ${last.id}` : null,
  };
}

async function findQueued(app: App, db: Db, actor: Actor, municipality: string, id: string) {
  const { id: municipalityId } = await getMunicipality(app, municipality);
  const view = moderatesViews(actor, municipalityId) ? await readQueued(db, municipalityId, id) : undefined;
  if (!view) throw notFound(`view ${id}`);
  return view;
}

/** One answer's words and photograph. @throws not-found also for who has no say about it */
export function showQueued(app: App, actor: Actor, municipality: string, id: string) {
  return findQueued(app, app.db, actor, municipality, id);
}

export type QueuedView = Awaited<ReturnType<typeof showQueued>>;

/** Decides whether what a resident wrote or photographed is shown; it can be decided otherwise later. */
export async function moderateView(
  app: App,
  actor: Actor,
  at: { municipality: string; view: string },
  { verdict, note, version }: ModerationCommand,
  requestId: string,
): Promise<Outcome<null>> {
  const known = await findQueued(app, app.db, actor, at.municipality, at.view);
  if (actor.kind === 'nobody') throw notFound(`view ${at.view}`);
  const { municipalityId, id } = known;
  const { id: by } = actor;
  return inTransaction(app.db, async (tx) => {
    if (!(await writeVerdict(tx, { municipalityId, id, version }, { verdict, note, by }))) {
      const now = await findQueued(app, tx, actor, at.municipality, at.view);
      return {
        kind: 'conflict',
        theirs: { sentence: now.sentence, note: now.note },
        theirVersion: now.version,
      };
    }
    await recordAudit(tx, {
      actor: by,
      action: verdict === 'shown' ? 'show' : 'withhold',
      subject: { kind: 'resident-view', id },
      municipalityId,
      before: { moderation: known.moderation },
      after: { moderation: verdict },
      ...(note === '' ? {} : { reason: note }),
      requestId,
    });
    await countNow(app, tx, municipalityId);
    return { kind: 'done', value: null };
  });
}

/** How much waits to be looked at, by municipality; the work in one is that of its own people. */
export async function listViewTasks(app: App, actor: Actor): Promise<Task[]> {
  const reach = moderationReach(actor);
  if (reach === 'all' || reach.length === 0) return [];
  const waiting = await countWaiting(app.db, reach);
  return waiting.map(({ key, name, count }) => ({
    key: 'work.task.views-to-moderate',
    values: { count },
    href: '/work/voice',
    municipality: { key, name },
    due: null,
  }));
}
