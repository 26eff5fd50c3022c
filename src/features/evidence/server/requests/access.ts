import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { asksForInformation, seesRequests } from '../../requests/policy.ts';
import { holdRequest, readRequest, type InformationRequest } from './requests-store.ts';

/** The account that acts. @throws not-found for nobody */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw notFound('the workspace');
  return actor.id;
}

/** @throws not-found for those who may not know of it as for what is not there */
export async function requestToSee(db: Db, actor: Actor, id: string): Promise<InformationRequest> {
  const found = z.uuid().safeParse(id).success ? await readRequest(db, id) : undefined;
  if (!found || !seesRequests(actor, found.municipalityId)) throw notFound(`request ${id}`);
  return found;
}

/** @throws forbidden for those who only read */
export async function requestToWork(db: Db, actor: Actor, id: string): Promise<InformationRequest> {
  const found = await requestToSee(db, actor, id);
  if (!asksForInformation(actor, found.municipalityId)) throw new DomainError('forbidden', 'reads only');
  return found;
}

/** The same, held until the transaction ends. */
export async function holdToWork(tx: Tx, known: InformationRequest): Promise<InformationRequest> {
  const held = await holdRequest(tx, known);
  if (!held) throw notFound(`request ${known.id}`);
  return held;
}
