import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addRound, addStatuses } from '#testing/factories.ts';
import { useFolders } from '#testing/folders.ts';
import type { ViewCommand } from '../schema.ts';
import { answerView } from './answering.ts';

export type Scene = Monitoring & {
  app: App;
  asked: { priority: string; round: string };
  round: { id: string; key: string };
  units: string[];
};

let addresses = 0;
/** Another address each time, so that the limit of one does not stand in the way of what is tried. */
export function anyAddress(): string {
  addresses += 1;
  return `10.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

export const newSecret = () => randomBytes(32).toString('hex');

/** A municipality with two units, and a priority whose status of a round is public. */
export function useVoice(): () => Scene {
  const database = useDatabase();
  const newFolder = useFolders();
  let scene: Scene | undefined;
  beforeAll(async () => {
    const config = readConfig({
      LOG_LEVEL: 'silent',
      AUTH_SECRET: 's'.repeat(32),
      DATA_DIR: await newFolder(),
    });
    const app = createApp(config, database(), { clock: () => new Date('2028-12-01T10:00:00Z') });
    await app.jobs.start(app, { jobs: allJobs, works: false });
    scene = { app, ...(await addAsked(app)) };
    return () => app.jobs.stop();
  });
  return () => {
    if (!scene) throw new Error('the scene is there from beforeAll on');
    return scene;
  };
}

/** The same anew: what one test answers is not counted in another. */
export async function addAsked({ db }: Pick<App, 'db'>) {
  const monitoring = await addMonitoring(db);
  const { mandate, municipality, priorities } = monitoring;
  const round = await addRound(db, { mandate_id: mandate.id, starts: '2027-09', ends: '2028-09' });
  const [first] = priorities;
  if (!first) throw new Error('two were asked for');
  await addStatuses(db, [{ priority_id: first.id, round_id: round.id, status: 'partly' }]);
  const units = ['Topojë', 'Levan'].map((name) => ({
    id: randomUUID(),
    key: `unit-${randomUUID()}`,
    municipality_id: municipality.id,
    name,
  }));
  await db.insertInto('administrative_unit').values(units).execute();
  return {
    ...monitoring,
    round,
    asked: { priority: first.key, round: round.key },
    units: units.map(({ id }) => id),
  };
}

export const yes: ViewCommand = {
  answer: 'yes',
  unit: null,
  sentence: '',
  removePhoto: false,
  language: 'sq',
  secret: newSecret(),
};

/** Answers as a browser that has not answered before, unless a secret says so. */
export function answerAs(
  { app, asked }: Pick<Scene, 'app' | 'asked'>,
  given: Partial<ViewCommand>,
  who: { actor?: Actor; secret?: string | undefined; photo?: Bytes; address?: string } = {},
) {
  const { actor = nobody, secret, photo, address = anyAddress() } = who;
  return answerView(app, asked, { ...yes, secret: newSecret(), ...given }, { address, actor, secret, photo });
}
