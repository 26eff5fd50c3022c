import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayPublishSessions, mayReadSessions, mayRecordSessions } from '../policy.ts';
import { readSession } from './sessions-store.ts';

export type Session = NonNullable<Awaited<ReturnType<typeof readSession>>>;

/** The account that acts: what it does is written down under its id. @throws not-found for nobody */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw notFound('the workspace');
  return actor.id;
}

/** @throws not-found for those who may not know of it as for what is not there */
export async function sessionToRead(db: Db, actor: Actor, id: string): Promise<Session> {
  const session = z.uuid().safeParse(id).success ? await readSession(db, id) : undefined;
  if (!session || !mayReadSessions(actor, session.municipalityId)) throw notFound(`session ${id}`);
  return session;
}

/** @throws forbidden for those who only read */
export async function sessionToRecord(db: Db, actor: Actor, id: string): Promise<Session> {
  const session = await sessionToRead(db, actor, id);
  if (!mayRecordSessions(actor, session.municipalityId)) throw new DomainError('forbidden', 'reads only');
  return session;
}

export async function sessionToPublish(db: Db, actor: Actor, id: string): Promise<Session> {
  const session = await sessionToRead(db, actor, id);
  if (!mayPublishSessions(actor, session.municipalityId))
    throw new DomainError('forbidden', 'no editor here');
  return session;
}
