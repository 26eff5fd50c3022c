import { beforeAll, expect, test } from 'vitest';
import { saveTexts, showAfter } from '#features/conclusions/server/after.ts';
import { factsOfRecord } from '#features/conclusions/server/facts-of-record.ts';
import { correctEvent, leaveEvent, reopenEvent, showCorrection } from './corrections.ts';
import { findPlan } from './find-plan.ts';
import { removePart } from './remove-part.ts';
import { saveItem } from './save-item.ts';
import { savePerson } from './save-person.ts';
import { point, speaker, usePlanning, valueOf } from './planning.fixture.ts';
import { changePlan } from './plans.ts';
import { listEvents, showEvent, showEventVersion } from './service.ts';
import { announceEvent, publishEvent } from './stages.ts';
import { showPlan } from './work.ts';

const { scene, command, planned, setNow } = usePlanning();
const why = { reasonSq: 'Emri ishte gabim.', reasonEn: 'The name was wrong.' };
const minutes = {
  minutesSq: 'U fol.',
  minutesEn: '',
  pressReleaseSq: '',
  pressReleaseEn: '',
  recordingUrl: '',
};
type Scene = ReturnType<typeof scene>;
let app: Scene['app'];
let editor: Scene['editor'];

beforeAll(() => {
  ({ app, editor } = scene());
});

/** An event in the record with a point, a speaker there, and minutes. */
async function published(titleSq: string) {
  setNow('2027-05-01T08:00:00Z');
  const key = await planned({ titleSq });
  const { id: item } = valueOf(await saveItem(app, editor, key, point));
  const { id: person } = valueOf(
    await savePerson(app, editor, key, { ...speaker, municipality: scene().fier.municipality.id, item }),
  );
  await announceEvent(app, editor, key);
  valueOf(await saveTexts(app, editor, key, { ...minutes, version: await versionOf(key) }));
  setNow('2027-05-13T08:00:00Z');
  await publishEvent(app, editor, key);
  return { key, item, person };
}

async function versionOf(key: string): Promise<number> {
  return (await findPlan(app.db, key))?.version ?? 0;
}

async function change(key: string, given: Record<string, unknown>) {
  return changePlan(app, editor, key, command({ ...given, version: String(await versionOf(key)) }));
}

test('what is published changes only once it was opened, by who publishes there, and everyone goes on seeing it as it was', async () => {
  const { key, item } = await published('E hapura');
  await expect(change(key, { titleSq: 'Tjetër' })).rejects.toMatchObject({ code: 'forbidden' });
  for (const step of [reopenEvent, leaveEvent]) {
    await expect(step(app, scene().facilitator, key)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(step(app, scene().stranger, key)).rejects.toMatchObject({ code: 'not-found' });
  }
  await reopenEvent(app, editor, key);
  valueOf(await change(key, { titleSq: 'Tjetër' }));
  valueOf(await saveItem(app, editor, key, { ...point, id: item, titleSq: 'Fillimi', version: 1 }));
  expect(await showEvent(app, key)).toMatchObject({
    title: { sq: 'E hapura' },
    items: [{ title: { sq: 'Hapja' } }],
    corrections: [],
  });
  expect((await showPlan(app, editor, key)).pending).toEqual(['title', 'programme']);
});

test('a correction is the next version, with its reason; what it said before stays', async () => {
  const { key, item, person } = await published('E gabuar');
  await reopenEvent(app, editor, key);
  valueOf(await change(key, { titleSq: 'E saktë', startsAt: '09:00' }));
  const municipality = scene().fier.municipality.id;
  const corrected = { ...speaker, id: person, version: 1, name: 'Besa Leka Hoxha', municipality, item };
  valueOf(await savePerson(app, editor, key, corrected));
  const texts = { ...minutes, minutesSq: 'U fol gjatë.', version: await versionOf(key) };
  valueOf(await saveTexts(app, editor, key, texts));
  await expect(correctEvent(app, scene().facilitator, key, why)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(correctEvent(app, scene().stranger, key, why)).rejects.toMatchObject({ code: 'not-found' });
  setNow('2027-06-01T08:00:00Z');
  valueOf(await correctEvent(app, editor, key, why));
  const now = await showEvent(app, key);
  expect(now).toMatchObject({
    title: { sq: 'E saktë' },
    startsAt: '09:00',
    people: [{ name: 'Besa Leka Hoxha' }],
    tookPart: [{ municipalityKey: scene().fier.municipality.key }],
    corrections: [
      {
        version: 2,
        correctedOn: '2027-06-01',
        reason: { sq: 'Emri ishte gabim.', en: 'The name was wrong.' },
        changed: ['title', 'time', 'people', 'minutes'],
      },
    ],
  });
  expect(now.people).toHaveLength(1);
  expect(JSON.stringify(now.after?.texts)).toContain('U fol gjatë.');
  const before = await showEventVersion(app, key, 1);
  expect(before).toMatchObject({
    title: { sq: 'E gabuar' },
    startsAt: '10:00',
    people: [{ name: 'Besa Leka' }],
  });
  expect(JSON.stringify(before.after?.texts)).not.toContain('gjatë');
  await expect(showEventVersion(app, key, 3)).rejects.toMatchObject({ code: 'not-found' });
});

test('lists, papers and calendars follow the correction', async () => {
  const { key } = await published('E vjetra');
  await reopenEvent(app, editor, key);
  valueOf(await change(key, { titleSq: 'E reja' }));
  const sequence = (await findPlan(app.db, key))?.sequence ?? 0;
  valueOf(await correctEvent(app, editor, key, why));
  const plan = await findPlan(app.db, key);
  expect(plan).toMatchObject({ sequence: sequence + 1, reopenedAt: null });
  const { past, upcoming } = await listEvents(app, {});
  expect([...past, ...upcoming].find((one) => one.key === key)?.title.sq).toBe('E reja');
  expect(await factsOfRecord(app.db, plan?.eventId ?? '')).toMatchObject({
    version: 2,
    title: { sq: 'E reja' },
    people: [{ name: 'Besa Leka' }],
  });
});

test('every row of a correction cites the work, and nothing of the first version is touched', async () => {
  const { key, item } = await published('E cituar');
  const eventId = (await findPlan(app.db, key))?.eventId ?? '';
  const read = () => app.db.selectFrom('event').selectAll().where('id', '=', eventId).executeTakeFirst();
  const first = await read();
  await reopenEvent(app, editor, key);
  valueOf(await saveItem(app, editor, key, { ...point, id: item, titleSq: 'Fillimi', version: 1 }));
  valueOf(await correctEvent(app, editor, key, why));
  expect(await read()).toEqual(first);
  const items = await app.db
    .selectFrom('event_item')
    .leftJoin('citation', 'citation.subject_id', 'event_item.id')
    .leftJoin('source', 'source.id', 'citation.source_id')
    .select(['event_item.key', 'source.key as source'])
    .where('event_id', '=', eventId)
    .orderBy('version')
    .execute();
  expect(items).toEqual([
    { key: `${key}/1`, source: `work/events/${key}` },
    { key: `${key}/v2/1`, source: `work/events/${key}/v2` },
  ]);
});

test('where nothing was changed there is nothing to publish, and it is said at the reason', async () => {
  const { key } = await published('E pandryshuar');
  await reopenEvent(app, editor, key);
  expect(await correctEvent(app, editor, key, why)).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'reasonSq', key: 'event.fault.nothing-changed' }],
  });
});

test('left as it was, a plan is what it was when it was opened', async () => {
  const { key, item, person } = await published('E lënë');
  const before = await showPlan(app, editor, key);
  await reopenEvent(app, editor, key);
  valueOf(await change(key, { titleSq: 'Tjetër', topicsSq: 'Një', topicsEn: '' }));
  valueOf(await saveItem(app, editor, key, { ...point, titleSq: 'E shtuar' }));
  valueOf(await removePart(app, editor, key, 'item', item));
  const texts = { ...minutes, minutesSq: 'Tjetër.', version: await versionOf(key) };
  valueOf(await saveTexts(app, editor, key, texts));
  await leaveEvent(app, editor, key);
  const after = await showPlan(app, editor, key);
  expect(after.plan).toMatchObject({
    title: before.plan.title,
    minutes: before.plan.minutes,
    reopenedAt: null,
  });
  expect(after).toMatchObject({ topics: before.topics, pending: [] });
  expect(after.items.map(({ id, title }) => ({ id, title }))).toEqual([
    { id: item, title: { sq: 'Hapja', en: 'Opening' } },
  ]);
  expect(after.people).toMatchObject([{ id: person, itemId: item }]);
});

test('texts that are public are refused at their field until the event is open', async () => {
  const { key } = await published('Teksti');
  const texts = async () => ({ ...minutes, minutesSq: 'Tjetër.', version: await versionOf(key) });
  expect(await saveTexts(app, editor, key, await texts())).toMatchObject({
    faults: [{ field: 'minutesSq' }],
  });
  await reopenEvent(app, editor, key);
  valueOf(await saveTexts(app, editor, key, await texts()));
  expect((await showCorrection(app, editor, key)).changed).toEqual(['minutes']);
  expect((await showAfter(app, editor, key)).hasNew).toBe(false);
});
