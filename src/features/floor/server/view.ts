import { createHash } from 'node:crypto';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { isFloorPublic } from '../policy.ts';
import { asShown } from '../poll.ts';
import { orderOfSpeakers } from '../speaking-order.ts';
import { withElectorate } from './electorate.ts';
import * as store from './floor-store.ts';

/** Milliseconds for which everyone is shown what was read once: however many look, the database is asked so often. */
export const freshFor = 2000;
const mostKept = 50;

interface Kept {
  readAt: number;
  view: Promise<FloorView>;
}

const keptBy = new WeakMap<Db, Map<string, Kept>>();

function keptOf(db: Db): Map<string, Kept> {
  const kept = keptBy.get(db) ?? new Map<string, Kept>();
  keptBy.set(db, kept);
  return kept;
}

/** What everyone sees of a gathering's floor, at most two seconds old. @throws not-found */
export function viewFloor(app: App, key: string): Promise<FloorView> {
  const kept = keptOf(app.db);
  const now = app.clock().getTime();
  const known = kept.get(key);
  if (known && now - known.readAt < freshFor) return known.view;
  const view = readView(app.db, key);
  view.catch(() => kept.delete(key));
  kept.delete(key);
  kept.set(key, { readAt: now, view });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return view;
}

/** What the moderator does is seen at once by those whom this process serves. */
export function forgetView(app: App, key: string): void {
  keptOf(app.db).delete(key);
}

async function readView(db: Db, key: string) {
  const plan = await store.readGathering(db, key);
  if (!plan || !isFloorPublic(plan.state)) throw notFound(`floor ${key}`);
  const [items, questions, polls, turns] = await Promise.all([
    store.readItems(db, plan.id),
    store.readQuestions(db, plan.id, ['shown', 'answered']),
    store.readPolls(db, plan.id),
    store.readTurns(db, plan.id),
  ]);
  const waiting = turns.filter(({ state }) => state === 'waiting');
  const had = turns.filter(({ state }) => state === 'done' || state === 'speaking');
  const speaking = had.find(({ state }) => state === 'speaking');
  const shown = {
    title: plan.title,
    key: plan.key,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    isPublished: plan.state === 'published',
    isOpen: plan.isOpen === true && plan.state === 'announced',
    items,
    questions: questions.map(({ id, statement, language, itemId, state, supports }) => ({
      id,
      statement,
      language,
      itemId,
      isAnswered: state === 'answered',
      supports,
    })),
    polls: (await withElectorate(db, plan.id, polls)).filter(({ state }) => state !== 'planned').map(asShown),
    queue: {
      speaking: speaking && { name: speaking.name, attendance: speaking.attendance },
      next: orderOfSpeakers(plan.order ?? 'fair', waiting, inOrderOfCalls(had)).map(
        ({ id, name, attendance }) => ({ id, name, attendance }),
      ),
    },
  };
  const mark = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
  return { ...shown, planId: plan.id, mark };
}

/** The latest call last. */
export function inOrderOfCalls<One extends { calledAt: Date | null }>(turns: readonly One[]): One[] {
  return turns.toSorted((a, b) => (a.calledAt?.getTime() ?? 0) - (b.calledAt?.getTime() ?? 0));
}

export type FloorView = Awaited<ReturnType<typeof readView>>;
