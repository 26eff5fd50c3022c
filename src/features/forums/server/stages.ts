import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { accountOf } from '../account.ts';
import { mayPublishForums } from '../policy.ts';
import type { AttendanceCommand } from '../schema.ts';
import { stopClock } from './clock-service.ts';
import { holdPlan, type Plan } from './plans.ts';
import { publishForum, type Publishing } from './publish.ts';

function change(
  app: App,
  actor: Actor,
  id: string,
  work: (tx: Tx, plan: Plan) => Promise<Publishing>,
): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const plan = await holdPlan(tx, actor, id);
    await publishForum(tx, app, actor, id, await work(tx, plan));
  });
}

async function move(tx: Tx, actor: Actor, plan: Plan, state: Plan['state']): Promise<void> {
  await tx
    .updateTable('forum_plan')
    .set({ state, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute();
  await recordAudit(tx, {
    actor: accountOf(actor),
    action: state === 'running' ? 'start' : 'end',
    subject: { kind: 'forum', id: plan.id },
    municipalityId: plan.municipalityId,
    before: { state: plan.state },
    after: { state },
  });
}

/** Makes a forum public, with its candidates and priorities, and opens it for residents' questions. */
export function announceForum(app: App, actor: Actor, id: string): Promise<void> {
  return change(app, actor, id, (_, plan) => {
    if (!mayPublishForums(actor, plan.municipalityId)) throw new DomainError('forbidden', 'announce');
    return Promise.resolve({ announce: true });
  });
}

/** The forum begins: the clock can run. Needs the lots drawn, since they say who speaks first. */
export function startForum(app: App, actor: Actor, id: string): Promise<void> {
  return change(app, actor, id, async (tx, plan) => {
    if (plan.lotMethod === null) throw new DomainError('conflict', 'no lots drawn');
    if (plan.state !== 'running') await move(tx, actor, plan, 'running');
    return {};
  });
}

/** The forum is over: the clock stops, and no more questions are taken. */
export function endForum(app: App, actor: Actor, id: string): Promise<void> {
  return change(app, actor, id, async (tx, plan) => {
    if (plan.state !== 'running') return {};
    await stopClock(tx, id, app.clock());
    await move(tx, actor, plan, 'ended');
    return {};
  });
}

/** Makes the answers public together. From then on a correction is public at once. */
export function publishAnswersTogether(app: App, actor: Actor, id: string): Promise<void> {
  return change(app, actor, id, (_, plan) => {
    if (!mayPublishForums(actor, plan.municipalityId)) throw new DomainError('forbidden', 'publish answers');
    if (plan.forumId === null) throw new DomainError('conflict', 'answers of a forum that is not announced');
    return Promise.resolve({ answers: true });
  });
}

/** Whether a candidate came: the clock passes over those who did not. */
export function noteAttendance(
  app: App,
  actor: Actor,
  id: string,
  { candidacy, attendance }: AttendanceCommand,
): Promise<void> {
  return change(app, actor, id, async (tx, plan) => {
    if (plan.state === 'ended') throw new DomainError('conflict', 'the forum is over');
    await tx
      .updateTable('forum_seat')
      .set({ attendance })
      .where('forum_id', '=', id)
      .where('candidacy_id', '=', candidacy)
      .execute();
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'note-attendance',
      subject: { kind: 'forum', id },
      municipalityId: plan.municipalityId,
      after: { candidacy, attendance },
    });
    return {};
  });
}
