import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { GivenRole } from './roles-store.ts';

export async function insertInvitation(
  db: Db,
  invitation: GivenRole & {
    id: string;
    email: string;
    language: Language;
    tokenHash: Buffer;
    until: string | null;
    invitedBy: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      id: invitation.id,
      email: invitation.email,
      language: invitation.language,
      token_hash: invitation.tokenHash,
      role: invitation.role,
      organisation_id: invitation.organisationId,
      municipality_id: invitation.municipalityId,
      until: invitation.until,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      withdrawn_at: null,
    })
    .execute();
}

const columns = [
  'id',
  'email',
  'language',
  'role',
  'organisation_id as organisationId',
  'municipality_id as municipalityId',
  'until',
  'invited_by as invitedBy',
  'expires_at as expiresAt',
] as const;

function open(db: Db, now: Date) {
  return db
    .selectFrom('invitation')
    .select(columns)
    .where('expires_at', '>', now)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null);
}

export function readInvitation(db: Db, tokenHash: Buffer, now: Date) {
  return open(db, now).where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** Invitations that wait: of all, or for some organisations. */
export function readOpenInvitations(db: Db, seen: 'all' | readonly string[], now: Date) {
  return open(db, now)
    .$if(seen !== 'all', (query) => query.where('organisation_id', 'in', seen === 'all' ? [] : [...seen]))
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute();
}

export function readOpenInvitation(db: Db, id: string, now: Date) {
  return open(db, now).where('id', '=', id).executeTakeFirst();
}

/** Takes an invitation up: of two who do at once, one gets it. */
export function acceptInvitation(db: Db, tokenHash: Buffer, now: Date) {
  return db
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning(columns)
    .executeTakeFirst();
}

export async function withdrawInvitation(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('invitation').set({ withdrawn_at: now }).where('id', '=', id).execute();
}
