import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { admitsDisputes, decidesDispute } from '../policy.ts';
import { readInvolvement } from './involvement-store.ts';
import { readNotice, type Notice } from './notice-store.ts';

type Account = Extract<Actor, { kind: 'account' }>;

/** A dispute, for who reads them in its municipality. @throws not-found for everyone else too */
export async function noticeFor(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ notice: Notice; account: Account }> {
  const notice = await readNotice(db, id);
  if (!notice || actor.kind === 'nobody' || !admitsDisputes(actor, notice.municipalityId)) {
    throw notFound(`dispute ${id}`);
  }
  return { notice, account: actor };
}

/** Whether someone who reads a dispute also decides it, and if not, why. */
export async function involvementOf(app: App, db: Db, account: Account, notice: Notice) {
  const involvement = await readInvolvement(db, account.id, notice, dayOf(app.clock()));
  return { ...involvement, decides: decidesDispute(account, notice.municipalityId, involvement) };
}

/** A dispute, for who decides it. @throws not-found, and forbidden for who coded what is disputed or has an interest in it */
export async function noticeToDecide(app: App, db: Db, actor: Actor, id: string) {
  const found = await noticeFor(db, actor, id);
  const { decides } = await involvementOf(app, db, found.account, found.notice);
  if (!decides) throw new DomainError('forbidden', `dispute ${id}`);
  return found;
}
