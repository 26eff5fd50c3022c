import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import type { MessageCommand } from '../schema.ts';
import { mayWithdraw } from '../state.ts';
import * as store from './application-store.ts';
import { idOfToken } from './link.ts';

const changes = { name: 'join-link', burst: 30, perSecond: 1 / 30 };

/** The application that a link leads to, as its applicant sees it. Opening it changes nothing. @throws not-found */
export async function followApplication(app: App, token: string) {
  const id = idOfToken(app, token);
  const application = id === undefined ? undefined : await store.readApplication(app.db, id);
  if (!application) throw notFound('application');
  const {
    nameSq,
    nameEn,
    state,
    municipalityName,
    municipalityKey,
    place,
    receivedAt,
    decidedAt,
    organisationKey,
  } = application;
  return {
    nameSq,
    nameEn,
    state,
    municipalityName,
    municipalityKey,
    place,
    receivedAt,
    decidedAt,
    organisationKey,
    isBlank: application.blankedAt !== null,
    mayWithdraw: mayWithdraw(state),
    messages: await store.readMessages(app.db, application.id),
  };
}

export type FollowedApplication = Awaited<ReturnType<typeof followApplication>>;

/** Changes the application of a link, for its applicant. */
async function change(
  app: App,
  { token, address }: { token: string; address: string },
  act: (tx: Tx, application: store.Application) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const id = idOfToken(app, token);
  if (id === undefined) throw notFound('application');
  if (!(await takeTurn(app, changes, address)).allowed)
    throw new DomainError('too-many-requests', 'application');
  return inTransaction(app.db, async (tx) => {
    const application = await store.holdApplication(tx, id);
    if (!application) throw notFound('application');
    return act(tx, application);
  });
}

type Link = Parameters<typeof change>[1];

const done = { kind: 'done', value: null } as const;

/** Confirms the address: from now on coordinators read the application. Confirmed twice, it is confirmed once. */
export function confirmApplication(app: App, link: Link): Promise<Outcome<null>> {
  return change(app, link, async (tx, { id, state }) => {
    if (state !== 'unconfirmed') return done;
    await store.changeApplication(tx, id, { state: 'open', confirmed_at: app.clock() });
    await recordAudit(tx, {
      actor: 'applicant',
      action: 'confirm',
      subject: { kind: 'join-application', id },
    });
    return done;
  });
}

/** Answers what coordinators asked. */
export function answerQuestion(app: App, link: Link, { text }: MessageCommand): Promise<Outcome<null>> {
  return change(app, link, async (tx, { id, state }) => {
    if (state !== 'asked')
      return { kind: 'refused', faults: [{ field: 'text', key: 'joining.fault.not-asked' }] };
    await store.insertMessage(tx, { applicationId: id, side: 'applicant', text, at: app.clock() });
    await store.changeApplication(tx, id, { state: 'open' });
    await recordAudit(tx, {
      actor: 'applicant',
      action: 'answer',
      subject: { kind: 'join-application', id },
    });
    return done;
  });
}

/** Takes an application back, while nothing is decided. */
export function withdrawApplication(app: App, link: Link): Promise<Outcome<null>> {
  return change(app, link, async (tx, { id, state }) => {
    if (!mayWithdraw(state)) throw new DomainError('conflict', 'application is decided');
    await store.changeApplication(tx, id, { state: 'withdrawn', decided_at: app.clock() });
    await recordAudit(tx, {
      actor: 'applicant',
      action: 'withdraw',
      subject: { kind: 'join-application', id },
    });
    return done;
  });
}
