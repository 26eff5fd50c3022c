import type { Db } from '#server/database/db.ts';

/** Sessions that expired, links and invitations that are over, whatever became of them, and what else has had its time. */
export async function deleteWhatIsOver(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('account_link').where('expires_at', '<=', now).execute();
  await db.deleteFrom('invitation').where('expires_at', '<=', now).execute();
  await db.deleteFrom('kept_form').where('expires_at', '<=', now).execute();
  await db.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_in_verification').where('expires_at', '<=', now).execute();
}

export async function deleteSessions(db: Db, expiredBefore: Date): Promise<void> {
  await db.deleteFrom('sign_in').where('expires_at', '<', expiredBefore).execute();
}

/** Wishes for a link that could not be granted all day: whoever waits has asked again. */
export async function deleteLinkRequests(db: Db, askedBefore: Date): Promise<void> {
  await db.deleteFrom('link_request').where('created_at', '<', askedBefore).execute();
}

/**
 * Accounts that someone asked for and never confirmed: no way in, no role, no link that still works. An account of an operator
 * or of an invitation has a role.
 * @returns their ids
 */
export async function deleteUnconfirmed(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .deleteFrom('account')
    .where('email_verified', '=', false)
    .where((eb) => {
      const openLink = eb
        .selectFrom('account_link')
        .select('account_link.id')
        .whereRef('account_link.account_id', '=', 'account.id')
        .where('expires_at', '>', now)
        .where('used_at', 'is', null);
      const owned = (['credential', 'passkey', 'role_grant'] as const).map((table) =>
        eb.selectFrom(table).select('id').whereRef('account_id', '=', 'account.id'),
      );
      return eb.and([openLink, ...owned].map((rows) => eb.not(eb.exists(rows))));
    })
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
