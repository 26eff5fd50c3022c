import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { arrivalOf, byOurClock } from '../door.ts';
import { worksAtDoor } from '../policy.ts';
import type { DoorSync } from '../schema.ts';
import * as store from './door-store.ts';
import { readPlan, type RegistrationPlan } from './plan-store.ts';
import { hasSettings } from './registering.ts';

/** @throws not-found where the event is not theirs to know or has no registration, forbidden for nobody */
export async function doorOf(
  db: Db,
  actor: Actor,
  key: string,
): Promise<{ plan: RegistrationPlan; accountId: string }> {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'door');
  const plan = await readPlan(db, { key });
  if (!plan || !worksAtDoor(actor, plan) || !hasSettings(plan)) throw notFound(`door of ${key}`);
  return { plan, accountId: actor.id };
}

/** @throws for whoever does not work at the door of an event, before it is looked at what they sent */
export async function enterDoor(app: App, actor: Actor, key: string): Promise<void> {
  await doorOf(app.db, actor, key);
}

/** Who is expected at the door and who is there: names, and codes as hashes; no address, no answer. */
export async function showDoor(app: App, actor: Actor, key: string) {
  const { plan } = await doorOf(app.db, actor, key);
  const [people, walkIns] = await Promise.all([
    store.readExpected(app.db, plan.id),
    store.countWalkIns(app.db, plan.id),
  ]);
  return {
    event: { key: plan.key, title: plan.title, endsOn: plan.endsOn },
    people: people.map(({ codeSha256, ...person }) => ({
      ...person,
      // Enough to tell one code of an event from another; too little to find a code by.
      code: codeSha256.slice(0, 24),
    })),
    walkIns,
  };
}

export type DoorPage = Awaited<ReturnType<typeof showDoor>>;

/**
 * The list as devices keep it: in parts, by the first letter of the ids, each under a mark. Of a list that a device has, the
 * parts are sent that changed: with every check-in some people, not a thousand.
 */
export async function partsForDevice(
  app: App,
  actor: Actor,
  key: string,
  known: Readonly<Record<string, string>>,
) {
  const { people, walkIns } = await showDoor(app, actor, key);
  const byLetter = Map.groupBy(people, ({ id }) => id.charAt(0));
  const parts = '0123456789abcdef'.split('').flatMap((letter) => {
    const own = byLetter.get(letter) ?? [];
    const mark = createHash('sha256').update(JSON.stringify(own)).digest('base64url').slice(0, 12);
    return known[letter] === mark ? [] : [{ letter, mark, people: own }];
  });
  return { parts, walkIns };
}

/** What came of an act: done, done before by another device (and when), or about somebody who is not registered any more. */
export interface SyncResult {
  id: string;
  outcome: 'done' | 'already' | 'unknown';
  /** When the person arrived, as it stands now. */
  arrivedAt: string | null;
}

/**
 * Takes what a device did at the door, perhaps hours ago and without a network. Sent twice it counts once; of two devices that check in
 * the same person the first one's time is kept, whichever comes first, and the other is told.
 */
export async function syncDoor(
  app: App,
  actor: Actor,
  key: string,
  sent: Omit<DoorSync, 'marks'>,
): Promise<SyncResult[]> {
  await enterDoor(app, actor, key);
  // A device that only asks how it stands holds nobody up.
  return sent.acts.length === 0 ? [] : keepActs(app, actor, key, sent);
}

function keepActs(app: App, actor: Actor, key: string, sent: Omit<DoorSync, 'marks'>): Promise<SyncResult[]> {
  return inTransaction(app.db, async (tx) => {
    const { plan, accountId } = await doorOf(tx, actor, key);
    await store.holdDoor(tx, plan.id);
    const now = app.clock();
    const about = sent.acts.flatMap(({ registration }) => registration ?? []);
    const known = await store.readKnown(tx, plan.id, about);
    const rows = sent.acts.flatMap((act) => {
      const isWalkIn = act.kind === 'walk-in' || (act.kind === 'undo' && act.walkIn !== undefined);
      if (!isWalkIn && (act.registration === undefined || !known.has(act.registration))) return [];
      return [
        {
          plan_id: plan.id,
          id: act.id,
          kind: act.kind,
          registration_id: isWalkIn ? null : (act.registration ?? null),
          target_id: act.kind === 'undo' && isWalkIn ? (act.walkIn ?? null) : null,
          device: sent.device,
          device_at: new Date(act.at),
          happened_at: new Date(byOurClock(Date.parse(act.at), Date.parse(sent.now), now.getTime())),
          received_at: now,
          entered_by: accountId,
        },
      ];
    });
    await store.insertActs(tx, rows);
    return resultsOf(tx, plan.id, sent, [...known]);
  });
}

async function resultsOf(
  tx: Tx,
  planId: string,
  sent: Omit<DoorSync, 'marks'>,
  known: readonly string[],
): Promise<SyncResult[]> {
  const acts = Map.groupBy(await store.readActs(tx, planId, known), ({ registrationId }) => registrationId);
  const arrivals = new Map(
    known.map((id) => {
      const own = (acts.get(id) ?? []).flatMap(({ kind, happenedAt, ...act }) =>
        kind === 'walk-in' ? [] : [{ ...act, kind, happenedAt: happenedAt.getTime() }],
      );
      return [id, { at: arrivalOf(own), own }];
    }),
  );
  const set = [...arrivals].map(([id, { at }]) => ({ id, arrivedAt: at === null ? null : new Date(at) }));
  await store.setArrivals(tx, planId, set);
  return sent.acts.map(({ id, kind, registration, walkIn }) => {
    if (kind === 'walk-in' || walkIn !== undefined) return { id, outcome: 'done', arrivedAt: null };
    const found = registration === undefined ? undefined : arrivals.get(registration);
    if (!found) return { id, outcome: 'unknown', arrivedAt: null };
    const first = found.own.find(({ kind: other, happenedAt }) => other === 'in' && happenedAt === found.at);
    const isAnothers =
      kind === 'in' && first !== undefined && first.id !== id && first.device !== sent.device;
    return {
      id,
      outcome: isAnothers ? 'already' : 'done',
      arrivedAt: found.at === null ? null : new Date(found.at).toISOString(),
    };
  });
}

/** One step at the door, from a page without a script. */
export async function stepAtDoor(
  app: App,
  actor: Actor,
  key: string,
  {
    step,
    registration,
    once,
  }: { step: 'in' | 'undo' | 'walk-in'; registration: string | null; once: string },
): Promise<void> {
  const now = app.clock().toISOString();
  const act = { id: once, kind: step, at: now, ...(registration === null ? {} : { registration }) };
  if (step === 'undo' && registration === null) {
    const { plan } = await doorOf(app.db, actor, key);
    const walkIn = await store.readLastWalkIn(app.db, plan.id);
    if (walkIn === undefined) return;
    await syncDoor(app, actor, key, { device: 'page', now, acts: [{ ...act, walkIn }] });
    return;
  }
  await syncDoor(app, actor, key, { device: 'page', now, acts: [act] });
}

/** A number for a form, so that two clicks count once. */
export function newOnce(): string {
  return randomUUID();
}
