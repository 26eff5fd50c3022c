import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { reviewsApplications } from '../policy.ts';
import type { AskCommand, DeclineCommand } from '../schema.ts';
import { isUnderReview } from '../state.ts';
import * as store from './application-store.ts';
import { tellApplicant } from './mails.ts';
import { listCounties } from './new-place.ts';

const mostWaiting = 200;
const mostDecided = 50;

/** @throws forbidden to who does not review */
export function reviewerOf(actor: Actor): string {
  if (actor.kind !== 'account' || !reviewsApplications(actor))
    throw new DomainError('forbidden', 'applications');
  return actor.id;
}

/** Applications that wait, and those decided last. */
export async function listApplications(app: App, actor: Actor) {
  reviewerOf(actor);
  const [waiting, decided] = await Promise.all([
    store.readApplications(app.db, ['open', 'asked'], 'asc', mostWaiting),
    store.readApplications(app.db, ['accepted', 'declined', 'withdrawn'], 'desc', mostDecided),
  ]);
  return { waiting, decided };
}

export type ApplicationList = Awaited<ReturnType<typeof listApplications>>;

/** One whose address is not confirmed does not exist for coordinators. @throws forbidden, not-found */
export async function applicationFor(db: Db, actor: Actor, id: string) {
  reviewerOf(actor);
  const application = await store.readApplication(db, id);
  if (!application || application.state === 'unconfirmed') throw notFound(`application ${id}`);
  return application;
}

export async function showApplication(app: App, actor: Actor, id: string) {
  const application = await applicationFor(app.db, actor, id);
  const isWaiting = isUnderReview(application.state);
  const [messages, counties, organisations] = await Promise.all([
    store.readMessages(app.db, id),
    isWaiting && application.municipalityId === null ? listCounties(app.db) : [],
    isWaiting ? store.readOrganisations(app.db) : [],
  ]);
  return { application, messages, counties, organisations, isWaiting };
}

export type ReviewPage = Awaited<ReturnType<typeof showApplication>>;

/** An application under review, held; a conflict where another coordinator has just done something with it. */
export async function decideOn<T>(
  app: App,
  actor: Actor,
  { id, version }: { id: string; version: number },
  act: (tx: Tx, application: store.Application) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  await applicationFor(app.db, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<T>> => {
    const application = await store.holdApplication(tx, id);
    if (!application) throw notFound(`application ${id}`);
    if (application.version !== version || !isUnderReview(application.state)) {
      return { kind: 'conflict', theirs: { state: application.state }, theirVersion: application.version };
    }
    return act(tx, application);
  });
}

/** Asks the applicant for more. */
export function askBack(app: App, actor: Actor, id: string, command: AskCommand): Promise<Outcome<null>> {
  return decideOn<null>(app, actor, { id, version: command.version }, async (tx, application) => {
    const { question } = command;
    await store.insertMessage(tx, { applicationId: id, side: 'network', text: question, at: app.clock() });
    await store.changeApplication(tx, id, { state: 'asked' });
    await tellApplicant(app, tx, application, { kind: 'asked', question });
    await recordAudit(tx, {
      actor: reviewerOf(actor),
      action: 'ask',
      subject: { kind: 'join-application', id },
    });
    return { kind: 'done', value: null };
  });
}

/** Declines an application; the applicant reads why. */
export function declineApplication(
  app: App,
  actor: Actor,
  id: string,
  command: DeclineCommand,
): Promise<Outcome<null>> {
  return decideOn<null>(app, actor, { id, version: command.version }, async (tx, application) => {
    const { reason } = command;
    const account = reviewerOf(actor);
    const at = app.clock();
    await store.insertMessage(tx, { applicationId: id, side: 'network', text: reason, at });
    await store.changeApplication(tx, id, { state: 'declined', decided_at: at, decided_by: account });
    await tellApplicant(app, tx, application, { kind: 'declined', reason });
    await recordAudit(tx, { actor: account, action: 'decline', subject: { kind: 'join-application', id } });
    return { kind: 'done', value: null };
  });
}

/** Applications that wait for coordinators. */
export function countWaiting(db: Db): Promise<number> {
  return store.countOpen(db);
}
