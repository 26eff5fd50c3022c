import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Db } from '../database/db.ts';
import { secretOf } from '../secret.ts';
import { clientOf } from './client-of.ts';

export interface RateLimit {
  /** What is limited; each has buckets of its own. */
  name: string;
  /** Requests that may come at once. */
  burst: number;
  /** Requests per second in the long run. */
  perSecond: number;
}

export type Allowance = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/**
 * Whether an address may make one more request: a token bucket in the database, so that all processes count together and a
 * restart forgives nothing. In one statement, so that none slips past another.
 */
export async function takeTurn(
  { config, clock, db }: Pick<App, 'config' | 'clock' | 'db'>,
  { name, burst, perSecond }: RateLimit,
  address: string,
): Promise<Allowance> {
  const now = clock();
  const subject = createHmac('sha256', secretOf(config))
    .update(`${name} ${clientOf(address)}`)
    .digest();
  const refilled = sql`least(${burst}::double precision, rate_bucket.tokens
    + greatest(0, extract(epoch FROM ${now}::timestamptz - rate_bucket.asked_at)) * ${perSecond}::double precision)`;
  const bucket = await db
    .insertInto('rate_bucket')
    .values({ subject, tokens: burst - 1, is_allowed: true, asked_at: now })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet({
        tokens: sql`CASE WHEN ${refilled} >= 1 THEN ${refilled} - 1 ELSE ${refilled} END`,
        is_allowed: sql`${refilled} >= 1`,
        asked_at: sql`greatest(rate_bucket.asked_at, ${now}::timestamptz)`,
      }),
    )
    .returning(['tokens', 'is_allowed as isAllowed'])
    .executeTakeFirstOrThrow();
  if (bucket.isAllowed) return { allowed: true };
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond)) };
}

/** Forgets who has not asked since: every bucket is full again within hours. */
export async function forgetBuckets(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('rate_bucket').where('asked_at', '<', before).execute();
}
