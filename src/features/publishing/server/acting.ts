import type { Actor } from '#features/accounts/actor.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { preparesStatuses, publishesStatuses, seesPublication } from '../policy.ts';
import { selectPublications, type PublicationRow } from './assessed-store.ts';

export type Acting = Extract<Actor, { kind: 'account' }>;

/** An assessment for somebody who may see its publication. @throws not-found where it is not theirs to know of */
export async function publicationFor(db: Db, actor: Actor, id: string): Promise<PublicationRow> {
  const row = await selectPublications(db).where('assessment.id', '=', id).executeTakeFirst();
  if (!row || !seesPublication(actor, row.municipalityId)) throw notFound(`publication ${id}`);
  return row;
}

/** The same for somebody who writes and prepares it. @throws not-found, forbidden */
export async function publicationToPrepare(db: Db, actor: Actor, id: string) {
  const row = await publicationFor(db, actor, id);
  if (actor.kind !== 'account' || !preparesStatuses(actor, row.municipalityId)) {
    throw new DomainError('forbidden', `prepare ${id}`);
  }
  return { row, actor };
}

/** The same for somebody who publishes. @throws not-found, forbidden */
export async function publicationToPublish(db: Db, actor: Actor, id: string) {
  const row = await publicationFor(db, actor, id);
  if (actor.kind !== 'account' || !publishesStatuses(actor, row.municipalityId)) {
    throw new DomainError('forbidden', `publish ${id}`);
  }
  return { row, actor };
}
