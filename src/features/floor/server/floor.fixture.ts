import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addGathering,
  addGatheringPlace,
  addWorkerAt,
  type GatheringPlace,
} from '#testing/factories-gatherings.ts';
import { setFloor } from './moderating.ts';

interface Scene {
  app: App;
  place: GatheringPlace;
  moderator: Actor;
  stranger: Actor;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** An organisation that holds gatherings, its facilitator who moderates, and someone of another one. */
export function useFloor() {
  const database = useDatabase();
  let made: Scene | undefined;
  let now = Date.UTC(2027, 4, 12, 8);

  beforeAll(async () => {
    const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => new Date(now) });
    const place = await addGatheringPlace(app.db);
    const elsewhere = await addGatheringPlace(app.db);
    made = {
      app,
      place,
      moderator: await addWorkerAt(app.db, 'facilitator', place),
      stranger: await addWorkerAt(app.db, 'editor', elsewhere),
    };
  });

  function scene(): Scene {
    if (!made) throw new Error('it is there from beforeAll on');
    return made;
  }

  return {
    get: scene,
    /** Time goes on: what everyone was shown is out of date. */
    later(seconds = 3) {
      now += seconds * 1000;
    },
    /** A gathering whose floor is open. */
    async open(): Promise<{ key: string; planId: string }> {
      const { app, place, moderator } = scene();
      const plan = await addGathering(app.db, place);
      valueOf(await setFloor(app, moderator, plan.key, true));
      return { key: plan.key, planId: plan.id };
    },
    /** Somebody in the hall, each with a browser of their own. */
    sender: () => ({ address: '192.0.2.1', browser: randomUUID(), pass: '' }),
  };
}

export function questionOf(question: string) {
  return { question, language: 'sq' as const, item: null, once: randomUUID(), website: '' };
}
