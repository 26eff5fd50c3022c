import type { Db } from '#server/database/db.ts';
import type { Reply } from './asker.ts';

/** Somebody to whom the server has said that they are registered. */
export interface Registered extends Reply {
  email: string;
  mode: 'on-site' | 'online';
}

export interface Proof {
  /** What is in the database otherwise than it should be; nothing where all is well. */
  wrong: string[];
  places: number;
  waiting: number;
  movedUp: number;
}

const modes = ['on-site', 'online'] as const;

function readAll(db: Db, planId: string) {
  return db
    .selectFrom('registration')
    .select(['id', 'email', 'mode', 'number', 'state'])
    .where('plan_id', '=', planId)
    .orderBy('number')
    .execute();
}

type Row = Awaited<ReturnType<typeof readAll>>[number];

/**
 * Looks into the database: as many places as there are, nobody twice, and of two people the one who had been answered before the
 * other asked stands before them. Then some of those with a place leave, and as many of those who waited first must have moved up.
 */
export async function proveOrder(
  db: Db,
  planId: string,
  registered: readonly Registered[],
  asked: {
    places: Readonly<Record<(typeof modes)[number], number>>;
    leaving: number;
    leave: (ids: readonly string[]) => Promise<readonly Reply[]>;
  },
): Promise<Proof> {
  const before = await readAll(db, planId);
  const wrong = modes.flatMap((mode) => [
    ...wrongPlaces(mode, of(before, mode), asked.places[mode]),
    ...wrongOrder(mode, of(before, mode), registered),
  ]);
  const known = new Set(before.map(({ email }) => email));
  if (known.size !== before.length) wrong.push('somebody is registered twice');
  const lost = registered.filter(({ email }) => !known.has(email)).length;
  if (lost > 0) wrong.push(`${lost} were told that they are registered and are not`);

  const held = before.filter(({ state }) => state === 'place');
  const step = Math.max(1, Math.floor(held.length / asked.leaving));
  const leaving = held.filter((_, index) => index % step === 0).slice(0, asked.leaving);
  const replies = await asked.leave(leaving.map(({ id }) => id));
  const refused = replies.filter(({ status }) => status !== 303).length;
  if (refused > 0) wrong.push(`${refused} could not cancel`);
  const left = new Set(leaving.map(({ id }) => id));
  const after = await readAll(db, planId);
  for (const mode of modes) {
    const expected = of(before, mode)
      .filter(({ id }) => !left.has(id))
      .slice(0, asked.places[mode]);
    const now = of(after, mode).filter(({ state }) => state === 'place');
    if (now.map(({ id }) => id).join() !== expected.map(({ id }) => id).join())
      wrong.push(`${mode}: others moved up than those who waited first`);
  }
  const waited = new Set(before.filter(({ state }) => state === 'waiting').map(({ id }) => id));
  return {
    wrong,
    places: held.length,
    waiting: waited.size,
    movedUp: after.filter(({ id, state }) => state === 'place' && waited.has(id)).length,
  };
}

function of(rows: readonly Row[], mode: Row['mode']): Row[] {
  return rows.filter((row) => row.mode === mode);
}

/** The first have places, all others wait. */
function wrongPlaces(mode: string, rows: readonly Row[], places: number): string[] {
  const isRight = rows.every(({ state }, index) => state === (index < places ? 'place' : 'waiting'));
  return isRight ? [] : [`${mode}: the places are not with those who came first`];
}

/** From the last on: nobody behind may have been answered before this one had asked. */
function wrongOrder(mode: string, rows: readonly Row[], registered: readonly Registered[]): string[] {
  const byEmail = new Map(registered.map((one) => [one.email, one]));
  let soonest = Infinity;
  let wrong = 0;
  for (const { email } of rows.toReversed()) {
    const own = byEmail.get(email);
    if (!own) continue;
    if (soonest < own.sentAt) wrong += 1;
    soonest = Math.min(soonest, own.answeredAt);
  }
  return wrong === 0 ? [] : [`${mode}: ${wrong} stand before somebody who was answered before they asked`];
}
