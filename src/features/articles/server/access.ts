import type { Actor } from '#features/accounts/actor.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { articlesReach, publishesArticles, writesArticles } from '../policy.ts';
import { holdDraft, readDraft, type DraftRow } from './draft-store.ts';

type Acting = Extract<Actor, { kind: 'account' }>;

export function accountOf(actor: Actor): Acting {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'articles are written by accounts');
  return actor;
}

function reads(actor: Actor, { municipalityId }: DraftRow): boolean {
  const reach = articlesReach(actor);
  if (reach === 'all') return true;
  return municipalityId === null ? reach.length > 0 : reach.includes(municipalityId);
}

/** A draft for someone who may read it. @throws not-found also where its existence is not theirs to know */
export async function draftToRead(db: Db, actor: Actor, id: string): Promise<DraftRow> {
  const draft = await readDraft(db, id);
  if (!draft || !reads(actor, draft)) throw notFound(`article ${id}`);
  return draft;
}

/** @throws not-found, forbidden */
export async function draftToWrite(db: Db, actor: Actor, id: string): Promise<DraftRow> {
  const draft = await draftToRead(db, actor, id);
  if (!writesArticles(actor, draft.municipalityId)) throw new DomainError('forbidden', `write ${id}`);
  return draft;
}

/** @throws not-found, forbidden */
export async function draftToPublish(db: Db, actor: Actor, id: string): Promise<DraftRow> {
  const draft = await draftToRead(db, actor, id);
  if (!publishesArticles(actor, draft.municipalityId)) throw new DomainError('forbidden', `publish ${id}`);
  return draft;
}

/** As it is now, while others who change it wait. */
export async function held(tx: Tx, id: string): Promise<DraftRow> {
  const draft = await holdDraft(tx, id);
  if (!draft) throw notFound(`article ${id}`);
  return draft;
}
