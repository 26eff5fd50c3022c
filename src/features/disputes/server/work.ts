import type { Actor } from '#features/accounts/actor.ts';
import { getPublishedStatus } from '#features/monitoring/server/published-status.ts';
import type { Task } from '#features/work/task.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { PublicFile } from '#server/files/read-public-file.ts';
import { isLate, states } from '../dispute.ts';
import { disputesReach } from '../policy.ts';
import type { ListQuery } from '../schema.ts';
import { involvementOf, noticeFor } from './access.ts';
import { readSealed } from './file-store.ts';
import { countNotices, readNotices, readWaiting } from './list-store.ts';
import { readChoices, readCodes } from './status-store.ts';

const pageSize = 30;
const mostTasks = 50;

/**
 * Disputes in one state, of the municipalities that someone works in; unless a state is asked for, in the first in which
 * there are some.
 * @throws forbidden
 */
export async function listDisputes(app: App, actor: Actor, { state: asked, after }: ListQuery) {
  const reach = disputesReach(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden');
  const found = await countNotices(app.db, reach);
  const counts = states.map((state) => ({ state, count: found.get(state) ?? 0 }));
  const state = asked ?? counts.find(({ count }) => count > 0)?.state ?? 'received';
  const [due = '', id = ''] = after?.split(' ') ?? [];
  const rows = await readNotices(app.db, reach, {
    state,
    after: after === undefined ? undefined : { due, id },
    most: pageSize + 1,
  });
  const today = dayOf(app.clock());
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    state,
    counts,
    disputes: shown.map(({ email: _, name: __, ...row }) => ({ ...row, isLate: isLate(row, today) })),
    next: rows.length > pageSize && last ? `${last.dueOn} ${last.id}` : null,
  };
}

/** One dispute with what it is about, and what the reader may do with it. @throws not-found also for who may not read it */
export async function showDispute(app: App, actor: Actor, id: string) {
  const { notice, account } = await noticeFor(app.db, actor, id);
  const status = await getPublishedStatus(app.db, notice.priorityKey, notice.roundKey);
  const [involvement, codes, choices] = await Promise.all([
    involvementOf(app, app.db, account, notice),
    readCodes(app.db, notice),
    readChoices(app.db, status.codebookId),
  ]);
  return { notice, status, involvement, codes, choices, isLate: isLate(notice, dayOf(app.clock())) };
}

export type DisputeAtWork = Awaited<ReturnType<typeof showDispute>>;

/** The file that came with a dispute, as it came. @throws not-found */
export async function readDisputeFile(app: App, actor: Actor, id: string): Promise<PublicFile> {
  const { notice } = await noticeFor(app.db, actor, id);
  const file = notice.file === null ? undefined : await readSealed(app.db, notice.file);
  if (!file || !(await app.files.has(file.sha256))) throw notFound(`file of dispute ${id}`);
  const { sha256, mediaType, size } = file;
  return { mediaType, size, bytes: app.files.read(sha256) };
}

/** Disputes that wait for someone, by the day on which a decision is due. */
export async function listDisputeTasks(app: App, actor: Actor): Promise<Task[]> {
  const reach = disputesReach(actor);
  if (actor.kind === 'nobody' || (reach !== 'all' && reach.length === 0)) return [];
  const today = dayOf(app.clock());
  const rows = await readWaiting(app.db, actor.id, reach, { today, most: mostTasks });
  return rows.map(({ id, state, dueOn, key, name }) => ({
    key: state === 'received' ? 'work.task.dispute-to-admit' : 'work.task.dispute-to-decide',
    href: `/work/disputes/${id}`,
    municipality: { key, name },
    due: dueOn,
  }));
}
