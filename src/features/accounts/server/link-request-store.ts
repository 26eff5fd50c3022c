import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export interface LinkRequest {
  email: string;
  purpose: 'sign-in' | 'password' | 'sign-up';
  /** Of who wants an account. */
  name: string | null;
  language: Language;
}

export async function insertLinkRequest(db: Db, id: string, request: LinkRequest, now: Date): Promise<void> {
  await db
    .insertInto('link_request')
    .values({ id, ...request, created_at: now })
    .execute();
}

/** Takes a request up: it is gone then, and whoever comes second finds nothing. */
export function takeLinkRequest(db: Db, id: string): Promise<LinkRequest | undefined> {
  return db
    .deleteFrom('link_request')
    .where('id', '=', id)
    .returning(['email', 'purpose', 'name', 'language'])
    .executeTakeFirst();
}
