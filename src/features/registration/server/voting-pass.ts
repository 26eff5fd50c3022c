import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { secretOf } from '#server/secret.ts';
import { openLink } from './managing.ts';

type Secrets = Pick<App, 'config'>;

/** Who may answer a poll that is not for everyone. */
export type Voters = 'registered' | 'checked-in';

function sealOf(app: Secrets, purpose: string, ...parts: readonly string[]): Buffer {
  const text = JSON.stringify([purpose, ...parts]);
  return createHmac('sha256', secretOf(app.config)).update(text).digest();
}

/** What a browser is given that came by somebody's link: it says who they are at this event, and opens nothing. */
function passOf(app: Secrets, registrationId: string): string {
  return `${registrationId}.${sealOf(app, 'voting-pass', registrationId).toString('base64url')}`;
}

/** The pass of who has a place, with the event that it is for; undefined for anyone else. */
export async function passByLink(
  app: App,
  { token, address }: { token: string; address: string },
): Promise<{ pass: string; event: string } | undefined> {
  const opened = await openLink(app, token, address);
  if (!opened) return undefined;
  const { person, plan } = opened;
  const isTheirs = person.state === 'place' || person.arrivedAt !== null;
  return isTheirs ? { pass: passOf(app, person.id), event: plan.key } : undefined;
}

function readPass(app: Secrets, pass: string): string | undefined {
  const id = /^([0-9a-f-]{36})\.[\w-]{43}$/.exec(pass)?.[1];
  if (id === undefined) return undefined;
  return timingSafeEqual(Buffer.from(pass), Buffer.from(passOf(app, id))) ? id : undefined;
}

function selectVoters(db: Db, planId: string, voters: Voters) {
  return db
    .selectFrom('registration')
    .where('plan_id', '=', planId)
    .where((eb) =>
      voters === 'checked-in'
        ? eb('arrived_at', 'is not', null)
        : eb.or([eb('state', '=', 'place'), eb('arrived_at', 'is not', null)]),
    );
}

/** How many may answer a poll of an event. */
export async function countVoters(db: Db, planId: string, voters: Voters): Promise<number> {
  const { people } = await selectVoters(db, planId, voters)
    .select(sql<number>`count(*)`.as('people'))
    .executeTakeFirstOrThrow();
  return people;
}

/**
 * Under what the answer of a pass to a poll is kept: the same for one person whatever browser they use, another one in each poll;
 * undefined where they may not answer.
 */
export async function voterOf(
  app: App,
  { pass, planId, pollId, voters }: { pass: string; planId: string; pollId: string; voters: Voters },
): Promise<string | undefined> {
  const id = readPass(app, pass);
  if (id === undefined) return undefined;
  const known = await selectVoters(app.db, planId, voters)
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return known && sealOf(app, 'poll-voter', pollId, id).toString('hex');
}
