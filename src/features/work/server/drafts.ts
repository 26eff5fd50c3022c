import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, FormState } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import * as store from './drafts-store.ts';

/** Longest draft, in characters of its JSON: beyond, the form itself would be refused. */
const longest = 200_000;

function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'drafts belong to accounts');
  return actor.id;
}

/**
 * Keeps what someone has typed so far, valid or not, in place of their earlier draft of the same form.
 * @param form the form's path without the language: `/work/listening/new`
 */
export async function saveDraft(
  app: App,
  actor: Actor,
  draft: { form: string; fields: Fields; baseVersion?: number },
): Promise<{ savedAt: Date }> {
  const { form, fields, baseVersion = null } = draft;
  const accountId = accountOf(actor);
  if (JSON.stringify(fields).length > longest) throw new DomainError('bad-request', 'draft too long');
  const savedAt = app.clock();
  await store.writeDraft(app.db, { accountId, form, fields, baseVersion, savedAt });
  return { savedAt };
}

/** The draft of a form as the form's state; undefined where there is none. */
export async function findDraft(app: App, actor: Actor, form: string): Promise<FormState | undefined> {
  const draft = await store.readDraft(app.db, accountOf(actor), form);
  return draft && { fields: draft.fields, faults: [], savedAt: draft.savedAt.toISOString() };
}

/** The forms that someone has begun and not handed in, newest first. */
export function listDrafts(app: App, actor: Actor) {
  return store.readDrafts(app.db, accountOf(actor));
}

/** Ends a draft: its form was handed in, or it is thrown away. In the caller's transaction where one is given. */
export async function dropDraft(db: Db, actor: Actor, form: string): Promise<void> {
  await store.deleteDraft(db, accountOf(actor), form);
}
