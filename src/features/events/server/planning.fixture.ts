import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { makePapers } from '#features/conclusions/server/papers-job.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addGatheringPlace, addWorkerAt, type GatheringPlace } from '#testing/factories-gatherings.ts';
import { planForm, type PlanCommand } from '../plan-schema.ts';
import { planEvent } from './plans.ts';

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** A plan as it is typed. */
export const typed = {
  kind: 'conference',
  titleSq: 'Buxheti dhe qytetarët',
  titleEn: 'The budget and the citizens',
  mode: 'both',
  startsOn: '2027-05-12',
  startsAt: '10:00',
  endsAt: '13:00',
  placeSq: 'Bashkia Fier',
  hallSq: 'Salla e këshillit',
  onlineUrl: 'https://meet.example/secret',
  languages: ['sq', 'en'],
  topicsSq: 'Buxheti\nRrugët',
  topicsEn: 'The budget\nRoads',
};

export const point = {
  id: null,
  heldOn: '2027-05-12',
  startsAt: '10:00',
  endsAt: '10:30',
  titleSq: 'Hapja',
  titleEn: 'Opening',
  summarySq: '',
  summaryEn: '',
  trackSq: '',
  trackEn: '',
  hallSq: '',
  hallEn: '',
};

export const speaker = {
  id: null,
  person: null,
  name: 'Besa Leka',
  nameAgreed: true,
  role: 'speaker',
  capacitySq: 'Kryetare e shoqatës',
  capacityEn: '',
  organisation: null,
  attendance: 'online',
} as const;

interface Scene {
  app: App;
  fier: GatheringPlace;
  editor: Actor;
  facilitator: Actor;
  stranger: Actor;
}

/** A member that plans events in Fier, its people, an editor of another one, and a clock that can be set. */
export function usePlanning() {
  const database = useDatabase();
  let made: Scene | undefined;
  let folder: string;
  let now = new Date('2027-05-01T08:00:00Z');

  function scene(): Scene {
    if (!made) throw new Error('it is there from beforeAll on');
    return made;
  }

  function command(given: Record<string, unknown> = {}): PlanCommand {
    return planForm.parse({ ...typed, municipality: scene().fier.municipality.id, ...given });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pop-events-'));
    const app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder }), database(), {
      clock: () => now,
    });
    await app.jobs.start(app, { jobs: [makePapers], works: false });
    const fier = await addGatheringPlace(app.db);
    made = {
      app,
      fier,
      editor: await addWorkerAt(app.db, 'editor', fier),
      facilitator: await addWorkerAt(app.db, 'facilitator', fier),
      stranger: await addWorkerAt(app.db, 'editor', await addGatheringPlace(app.db)),
    };
  });

  afterAll(async () => {
    await made?.app.jobs.stop();
    await rm(folder, { recursive: true });
  });

  return {
    scene,
    command,
    setNow: (instant: string) => {
      now = new Date(instant);
    },
    planned: async (given: Record<string, unknown> = {}) =>
      valueOf(await planEvent(scene().app, scene().facilitator, command(given))).key,
  };
}
