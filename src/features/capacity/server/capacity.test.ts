import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addListeningPlace, addWorker, type ListeningPlace } from '#testing/factories-listening.ts';
import type { AssessmentCommand } from '../schema.ts';
import { assess, countTrainings, listAssessing, showAssessment } from './assessing.ts';
import { capacityOf, showCapacity } from './public.ts';

const database = useDatabase();
let app: App;
const members: { place: ListeningPlace; editor: Actor }[] = [];

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-02-01T10:00:00Z'),
  });
  for (let index = 0; index < 5; index += 1) {
    const place = await addListeningPlace(app.db, `Bashkia ${index}`);
    members.push({ place, editor: await addWorker(app.db, place, 'editor') });
  }
});

function commandOf(
  score: '1' | '2' | '3' | '4' | '5',
  given: Partial<AssessmentCommand> = {},
): AssessmentCommand {
  const scores = { listening: score, compiling: score, monitoring: score, communication: score } as const;
  return {
    year: 2027,
    ...scores,
    finance: score,
    inclusion: score,
    note: 'E jona.',
    isPublic: false,
    version: 0,
    ...given,
  };
}

const scale = ['1', '2', '3', '4', '5'] as const;

test('others see an assessment where the member says so, and its part in the spread from five members up', async () => {
  for (const [index, { place, editor }] of members.slice(0, 4).entries()) {
    await assess(app, editor, place.organisation.id, commandOf(scale[index] ?? '1'));
  }
  expect((await showCapacity(app)).years).toEqual([{ year: 2027, members: null, spread: null }]);
  const [first] = members;
  const last = members.at(-1);
  if (!first || !last) throw new Error('five were made');
  await assess(app, last.editor, last.place.organisation.id, commandOf('5', { isPublic: true }));
  const [{ members: counted, spread } = { members: null, spread: null }] = (await showCapacity(app)).years;
  expect(counted).toBe(5);
  expect(spread?.[0]).toEqual({ dimension: 'listening', least: 1, median: 3, most: 5 });
  expect((await capacityOf(app, first.place.organisation.id)).years).toEqual([]);
  expect((await capacityOf(app, last.place.organisation.id)).years).toMatchObject([
    { year: 2027, scores: { finance: 5 } },
  ]);
});

test('an assessment is read by its own people and the coordination, and written by its editors alone', async () => {
  const [own, other] = members;
  if (!own || !other) throw new Error('five were made');
  const { id } = own.place.organisation;
  const coordinator = await addWorker(app.db, own.place, 'coordinator');
  expect((await showAssessment(app, coordinator, id)).mayAssess).toBe(false);
  await expect(assess(app, coordinator, id, commandOf('1'))).rejects.toThrow('forbidden');
  for (const actor of [nobody, other.editor]) {
    await expect(showAssessment(app, actor, id)).rejects.toThrow('not-found');
    await expect(assess(app, actor, id, commandOf('1'))).rejects.toThrow('not-found');
    await expect(
      countTrainings(app, actor, id, { trainingYear: 2026, trainings: 1, trained: null }),
    ).rejects.toThrow('not-found');
  }
  await expect(listAssessing(app, nobody)).rejects.toThrow('forbidden');
  expect((await listAssessing(app, own.editor)).members.map((member) => member.id)).toEqual([id]);
});

test('trainings of events and those that an organisation counted stand apart, and the newest count holds', async () => {
  const [own] = members;
  if (!own) throw new Error('five were made');
  const { organisation } = own.place;
  const event = { id: '00000000-0000-4000-8000-0000000000e1', key: 'trajnim' };
  const row = {
    ...event,
    kind: 'training' as const,
    title: JSON.stringify({ sq: 'Trajnim' }),
    starts: '2026-05-01',
  };
  await app.db
    .insertInto('event')
    .values({ ...row, participants: 14, participants_is: 'exact' })
    .execute();
  await app.db
    .insertInto('event_party')
    .values({
      id: '00000000-0000-4000-8000-0000000000e2',
      key: 'trajnim/1',
      event_id: event.id,
      position: 1,
      role: 'organiser',
      organisation_id: organisation.id,
    })
    .execute();
  for (const trainings of [2, 3]) {
    await countTrainings(app, own.editor, organisation.id, { trainingYear: 2026, trainings, trained: 40 });
  }
  const expected = [{ year: 2026, held: 1, heldPeople: 14, entered: 3, enteredPeople: 40 }];
  expect((await capacityOf(app, organisation.id)).trainings).toEqual(expected);
  expect((await showCapacity(app)).trainings).toEqual(expected);
});
