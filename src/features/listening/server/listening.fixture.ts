import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addListeningPlace, addWorker, type ListeningPlace } from '#testing/factories-listening.ts';
import type { NewNeeds, NewPlan } from '../schema.ts';

type Worker = Awaited<ReturnType<typeof addWorker>>;

export interface Scene {
  app: App;
  fier: ListeningPlace;
  facilitator: Worker;
  second: Worker;
  editor: Worker;
  coordinator: Worker;
  contact: Worker;
  /** An editor of another municipality. */
  stranger: Worker;
}

/** A day on which some sessions lie behind and some ahead. */
export const today = '2026-03-20';

/** Two municipalities with their people, on the test file's own database. */
export function useScene(dataDir = '/nonexistent'): () => Scene {
  const database = useDatabase();
  let scene: Scene | undefined;
  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir });
    const app = createApp(config, database(), { clock: () => new Date(`${today}T10:00:00Z`) });
    const fier = await addListeningPlace(app.db);
    const durres = await addListeningPlace(app.db, 'Durrës');
    scene = {
      app,
      fier,
      facilitator: await addWorker(app.db, fier, 'facilitator'),
      second: await addWorker(app.db, fier, 'facilitator'),
      editor: await addWorker(app.db, fier, 'editor'),
      coordinator: await addWorker(app.db, fier, 'coordinator'),
      contact: await addWorker(app.db, fier, 'municipality-contact'),
      stranger: await addWorker(app.db, durres, 'editor'),
    };
  });
  return () => {
    if (!scene) throw new Error('the scene is there from beforeAll on');
    return scene;
  };
}

export function planOf({ fier }: Scene, given: Partial<NewPlan> = {}): NewPlan {
  return {
    id: randomUUID(),
    municipalityId: fier.municipality.id,
    organisationId: null,
    mandateId: fier.mandate.id,
    kind: 'focus-group',
    unitId: fier.unit.id,
    heldOn: '2026-03-12',
    startsAt: '17:30',
    place: 'Shkolla',
    accessNotes: '',
    targetGroups: ['women'],
    facilitators: [],
    others: '',
    announced: false,
    ...given,
  };
}

export function needsOf(lines: string, given: Partial<NewNeeds> = {}): NewNeeds {
  return {
    token: randomUUID(),
    lines,
    field: null,
    unit: null,
    place: '',
    speaker: '',
    language: 'sq',
    ...given,
  };
}
