import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addListeningPlace,
  addListeningSession,
  addWorker,
  type ListeningPlace,
} from '#testing/factories-listening.ts';
import { addMembership } from '#testing/factories.ts';
import { markTrained, showStarts } from './starting.ts';

const database = useDatabase();
let app: App;
let place: ListeningPlace;
let editor: Actor;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-02-01T10:00:00Z'),
  });
  place = await addListeningPlace(app.db);
  const { organisation, municipality } = place;
  const ids = { organisation_id: organisation.id, municipality_id: municipality.id };
  await addMembership(app.db, { ...ids, since: '2027-01-15' });
  editor = await addWorker(app.db, place, 'editor');
});

async function doneOf(actor: Actor) {
  const [start] = await showStarts(app, actor);
  return start?.steps.flatMap(({ step, isDone }) => (isDone ? [step] : []));
}

test('a step is done when the data shows it', async () => {
  expect(await doneOf(editor)).not.toContain('session');
  await addListeningSession(app.db, place);
  await addWorker(app.db, place, 'facilitator');
  expect(await doneOf(editor)).toEqual(expect.arrayContaining(['session', 'people', 'places']));
});

test('only an editor of the organisation says that the training is gone through', async () => {
  const elsewhere = await addWorker(app.db, await addListeningPlace(app.db, 'Vlorë'), 'editor');
  const coordinator = await addWorker(app.db, place, 'coordinator');
  const command = { organisation: place.organisation.id };
  for (const actor of [nobody, elsewhere, coordinator]) {
    await expect(markTrained(app, actor, command)).rejects.toThrow('forbidden');
  }
  await markTrained(app, editor, command);
  expect(await doneOf(editor)).toContain('training');
  await expect(showStarts(app, nobody)).rejects.toThrow('forbidden');
  const theirs = (await showStarts(app, elsewhere)).map(({ organisationId }) => organisationId);
  expect(theirs).not.toContain(place.organisation.id);
  expect(await doneOf(coordinator)).toContain('training');
});
