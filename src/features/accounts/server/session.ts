import { randomUUID } from 'node:crypto';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import type { Visitor } from '../visitor.ts';
import { sessionCookie, sessionSeconds, tokenOf, type SessionCookie } from './session-cookie.ts';
import * as store from './session-store.ts';
import { newToken } from './token.ts';

const day = 24 * 60 * 60 * 1000;

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + sessionSeconds * 1000);
}

/** Who sends a request with this Cookie header. A session that is used goes on. */
export async function readVisitor(app: App, cookieHeader: string | null): Promise<Visitor> {
  const token = tokenOf(app.config, cookieHeader);
  const row = token === undefined ? undefined : await store.readSessionRow(app.db, token);
  if (!row) return { kind: 'nobody' };
  const { sessionId, accountId, name, email, language, secondFactorAt } = row;
  const now = app.clock();
  if (row.endedAt !== null || row.expiresAt <= now) return { kind: 'ended', accountId };
  const expiry = expiryFrom(now);
  if (expiry.getTime() - row.expiresAt.getTime() > day) await store.extendSession(app.db, sessionId, expiry);
  const account = { id: accountId, name, email, language };
  if (row.secondFactor && secondFactorAt === null) return { kind: 'halfway', sessionId, account };
  // In a demonstration everyone may try every role with a password alone; its sign-in page says so.
  const passedSecondFactor = secondFactorAt !== null || app.config.demo;
  return { kind: 'signed-in', sessionId, account, passedSecondFactor };
}

/** Opens a session. It always has a token of its own, whatever the browser had before. */
export async function openSession(
  app: App,
  db: Db,
  session: {
    accountId: string;
    way: 'password' | 'link' | 'passkey' | 'provider';
    passedSecondFactor: boolean;
    userAgent: string;
  },
): Promise<SessionCookie> {
  const now = app.clock();
  const token = newToken();
  await store.insertSession(db, {
    id: randomUUID(),
    accountId: session.accountId,
    token,
    way: session.way,
    secondFactorAt: session.passedSecondFactor ? now : null,
    userAgent: session.userAgent.slice(0, 500),
    createdAt: now,
    expiresAt: expiryFrom(now),
  });
  return sessionCookie(app.config, token);
}

/** Notes that a session has passed the second factor. What it may do has grown, so it gets a new token. */
export async function passSecondFactor(
  app: App,
  db: Db,
  session: { sessionId: string },
): Promise<SessionCookie> {
  const token = newToken();
  if (!(await store.renewToken(db, session.sessionId, token, app.clock()))) {
    throw new DomainError('forbidden', 'the session has ended');
  }
  return sessionCookie(app.config, token);
}

/** Ends the session that a visitor came with. */
export async function endSession(app: App, visitor: Visitor): Promise<void> {
  if (visitor.kind !== 'signed-in' && visitor.kind !== 'halfway') return;
  await store.endSessionRow(app.db, visitor.account.id, visitor.sessionId, app.clock());
}
