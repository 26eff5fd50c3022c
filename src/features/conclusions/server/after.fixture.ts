import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addGatheringPlace, addWorkerAt, type GatheringPlace } from '#testing/factories-gatherings.ts';
import { makePapers } from './papers-job.ts';

interface Scene {
  app: App;
  place: GatheringPlace;
  editor: Actor;
  facilitator: Actor;
  stranger: Actor;
  coordinator: Actor;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** An organisation that holds gatherings, its people, someone of another one, and a coordinator. */
export function useAfter() {
  const database = useDatabase();
  let made: Scene | undefined;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pop-after-'));
    const app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder }), database(), {
      clock: () => new Date('2027-06-01T10:00:00Z'),
    });
    await app.jobs.start(app, { jobs: [makePapers], works: false });
    const place = await addGatheringPlace(app.db);
    made = {
      app,
      place,
      editor: await addWorkerAt(app.db, 'editor', place),
      facilitator: await addWorkerAt(app.db, 'facilitator', place),
      stranger: await addWorkerAt(app.db, 'editor', await addGatheringPlace(app.db)),
      coordinator: {
        kind: 'account',
        id: randomUUID(),
        grants: [{ role: 'coordinator', scope: { kind: 'network' } }],
        awaitsSecondFactor: false,
      },
    };
  });

  afterAll(async () => {
    await made?.app.jobs.stop();
    await made?.app.pdf.close();
    await rm(folder, { recursive: true });
  });

  return () => {
    if (!made) throw new Error('it is there from beforeAll on');
    return made;
  };
}
