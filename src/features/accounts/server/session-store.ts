import type { Db } from '#server/database/db.ts';

/** The session of a token with whose it is, ended and expired ones too. */
export function readSessionRow(db: Db, token: string) {
  return db
    .selectFrom('sign_in')
    .innerJoin('account', 'account.id', 'sign_in.account_id')
    .select([
      'sign_in.id as sessionId',
      'sign_in.account_id as accountId',
      'sign_in.expires_at as expiresAt',
      'sign_in.ended_at as endedAt',
      'sign_in.second_factor_at as secondFactorAt',
      'account.name',
      'account.email',
      'account.language',
      'account.second_factor as secondFactor',
    ])
    .where('sign_in.token', '=', token)
    .executeTakeFirst();
}

export async function insertSession(
  db: Db,
  session: {
    id: string;
    accountId: string;
    token: string;
    way: 'password' | 'link' | 'passkey' | 'provider';
    secondFactorAt: Date | null;
    userAgent: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('sign_in')
    .values({
      id: session.id,
      account_id: session.accountId,
      token: session.token,
      way: session.way,
      second_factor_at: session.secondFactorAt,
      user_agent: session.userAgent,
      ip_address: null,
      created_at: session.createdAt,
      updated_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function extendSession(db: Db, id: string, expiresAt: Date): Promise<void> {
  await db.updateTable('sign_in').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}

/** Ends one session of an account. @returns whether it was going on */
export async function endSessionRow(db: Db, accountId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_in')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends every session of an account, but the one that is kept. */
export async function endSessionRows(db: Db, accountId: string, at: Date, kept?: string): Promise<void> {
  await db
    .updateTable('sign_in')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(kept !== undefined, (query) => query.where('id', '!=', kept ?? ''))
    .execute();
}

/** Gives a session that goes on a new token, from when it has passed the second factor. */
export async function renewToken(db: Db, id: string, token: string, secondFactorAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_in')
    .set({ token, second_factor_at: secondFactorAt })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The sessions of an account that go on, the one used last first. */
export function readSessions(db: Db, accountId: string, now: Date) {
  return db
    .selectFrom('sign_in')
    .select([
      'id',
      'way',
      'user_agent as userAgent',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'second_factor_at as secondFactorAt',
    ])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at', 'desc')
    .limit(100)
    .execute();
}
