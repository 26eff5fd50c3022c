import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { changesItem, gathersIn, seesEvidenceIn, seesItem } from '../policy.ts';
import { readAssessment, type EvidenceAssessment } from './assessment-store.ts';
import { holdItem, readItem, type Item } from './item-store.ts';
import { readerOf } from './reader.ts';

const isId = (value: string) => z.uuid().safeParse(value).success;

/** An assessment whose evidence the actor sees, or codes a part of. @throws not-found */
export async function assessmentToSee(db: Db, actor: Actor, id: string): Promise<EvidenceAssessment> {
  const found = isId(id) ? await readAssessment(db, readerOf(actor), id) : undefined;
  if (!found || !(found.isCoder || seesEvidenceIn(actor, found.municipalityId)))
    throw notFound(`evidence of ${id}`);
  return found;
}

/** One for which the actor gathers evidence. @throws not-found, or forbidden for those who only read */
export async function assessmentToGather(db: Db, actor: Actor, id: string): Promise<EvidenceAssessment> {
  const found = await assessmentToSee(db, actor, id);
  if (!gathersIn(actor, found.municipalityId)) throw new DomainError('forbidden', 'reads only');
  return found;
}

const whereIn = ({ id, municipalityId }: EvidenceAssessment) => ({ assessmentId: id, municipalityId });

/** @throws not-found for those who may not know of it as for what is not there */
export async function itemToSee(
  db: Db,
  actor: Actor,
  assessment: EvidenceAssessment,
  id: string,
): Promise<Item> {
  const found = isId(id) ? await readItem(db, readerOf(actor), whereIn(assessment), id) : undefined;
  if (!found || !seesItem(actor, found)) throw notFound(`evidence ${id}`);
  return found;
}

/** The same, to change it, held until the transaction ends. @throws forbidden for those who only read */
export async function holdItemTo(
  tx: Tx,
  actor: Actor,
  assessment: EvidenceAssessment,
  id: string,
  may: (actor: Actor, item: Item) => boolean = changesItem,
): Promise<Item> {
  const found = await holdItem(tx, readerOf(actor), whereIn(assessment), id);
  if (!found || !seesItem(actor, found)) throw notFound(`evidence ${id}`);
  if (!may(actor, found)) throw new DomainError('forbidden', 'reads only');
  return found;
}
