import { randomUUID } from 'node:crypto';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import * as store from './links-store.ts';
import type { LinkPurpose } from './links-store.ts';
import { hashOf, newToken } from './token.ts';

const hour = 60 * 60 * 1000;

/** Makes a link that works once. @returns its token, which is stored nowhere */
export async function makeLink(
  app: App,
  db: Db,
  link: { accountId: string; purpose: LinkPurpose; email: string; hours: number },
): Promise<string> {
  const { accountId, purpose, email, hours } = link;
  const token = newToken();
  const createdAt = app.clock();
  const expiresAt = hoursFrom(app, hours);
  await store.insertLink(db, {
    id: randomUUID(),
    accountId,
    purpose,
    tokenHash: hashOf(token),
    email,
    createdAt,
    expiresAt,
  });
  return token;
}

/** Whose link it is, without using it: a mail program that looks at it first takes nothing away. */
export function findLink(app: App, purpose: LinkPurpose, token: string) {
  return store.readLink(app.db, purpose, hashOf(token), app.clock());
}

/** Uses a link, in the transaction of what it is for. @returns undefined where it does not work, or no more */
export function useLink(app: App, db: Db, purpose: LinkPurpose, token: string) {
  return store.useLink(db, purpose, hashOf(token), app.clock());
}

/** The moment so many hours from now: when a link that is made now ends. */
export function hoursFrom({ clock }: Pick<App, 'clock'>, hours: number): Date {
  return new Date(clock().getTime() + hours * hour);
}
