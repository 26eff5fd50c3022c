import { sql } from 'kysely';
import { saveSettings } from '#features/registration/server/settings.ts';
import type { App } from '#server/app.ts';
import { addAccount, addGrant } from '#testing/factories.ts';
import { addGathering, addGatheringPlace, addWorkerAt } from '#testing/factories-gatherings.ts';
import { signIn } from '#testing/sign-in.ts';
import type { Reply } from './asker.ts';
import { quantile } from './statistics.ts';

export interface Times {
  p50: number;
  p99: number;
}

export function timesOf(replies: readonly Reply[]): Times {
  const taken = replies.map(({ sentAt, answeredAt }) => answeredAt - sentAt);
  return { p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

/** A gathering a month from now that one can register for, and the Cookie header of somebody who works at its door. */
export async function openGathering(app: App, capacity: { onSite: number | null; online: number | null }) {
  const place = await addGatheringPlace(app.db);
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { id, key } = await addGathering(app.db, place, { starts_on: day, ends_on: day });
  const outcome = await saveSettings(app, await addWorkerAt(app.db, 'editor', place), key, {
    opensOn: '2020-01-01',
    opensAt: '08:00',
    closesOn: day,
    closesAt: '09:00',
    ...capacity,
    confirmHours: null,
    keepDays: 30,
    asks: ['sex', 'municipality'],
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const account = await addAccount(app.db);
  await addGrant(app.db, {
    account_id: account.id,
    role: 'facilitator',
    organisation_id: place.organisation.id,
  });
  return { id, key, place, cookie: `${await signIn(app, account.id)}; pop_lang=sq` };
}

/** People with a place, without their mails. */
export async function addRegistered(app: App, planId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO registration (plan_id, id, mode, number, state, name, email, email_folded, language, link_sha256, code_sha256,
                              created_at, changed_at)
    SELECT ${planId}::uuid, id, 'on-site', n, 'place', 'Personi ' || n, email, email, 'sq',
           encode(sha256(('l' || id)::bytea), 'hex'), encode(sha256(('c' || id)::bytea), 'hex'), now(), now()
      FROM (SELECT n, gen_random_uuid() AS id, 'p' || n || '@example.org' AS email FROM generate_series(1, ${count}::integer) n) made
    RETURNING id`.execute(app.db);
  return rows.map(({ id }) => id);
}
