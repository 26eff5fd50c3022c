import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { municipalityForm, planForm } from '../plan-schema.ts';
import { findPlan } from './find-plan.ts';
import { removePart } from './remove-part.ts';
import { saveItem } from './save-item.ts';
import { saveMunicipality } from './save-municipality.ts';
import { savePerson } from './save-person.ts';
import { point, speaker, typed, usePlanning, valueOf } from './planning.fixture.ts';
import { changePlan, listPlans, planEvent } from './plans.ts';
import { showEvent } from './service.ts';
import { announceEvent, cancelEvent, publishEvent } from './stages.ts';
import { showPlan } from './work.ts';

const { scene, command, planned, setNow } = usePlanning();
type Scene = ReturnType<typeof scene>;
let app: Scene['app'];
let fier: Scene['fier'];
let editor: Scene['editor'];
let facilitator: Scene['editor'];
let stranger: Scene['editor'];

beforeAll(() => {
  ({ app, fier, editor, facilitator, stranger } = scene());
});

test('a facilitator plans; nobody outside sees it, nor the same role elsewhere, until an editor announces', async () => {
  const key = await planned();
  await expect(showEvent(app, key)).rejects.toMatchObject({ code: 'not-found' });
  await expect(showPlan(app, stranger, key)).rejects.toMatchObject({ code: 'not-found' });
  expect((await listPlans(app, stranger)).plans).toEqual([]);
  await expect(announceEvent(app, facilitator, key)).rejects.toMatchObject({ code: 'forbidden' });
  await announceEvent(app, editor, key);
  expect(await showEvent(app, key)).toMatchObject({
    topics: [{ statement: { sq: 'Buxheti', en: 'The budget' } }, { statement: { sq: 'Rrugët' } }],
    hall: { sq: 'Salla e këshillit' },
    parties: [{ role: 'organiser' }],
  });
});

test('nobody plans in a municipality that is not theirs, nor for the network', async () => {
  await expect(planEvent(app, stranger, command())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(planEvent(app, editor, command({ municipality: '' }))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a series is as many plans as it has days, each changed by itself', async () => {
  const key = await planned({ titleSq: 'Kursi', repeat: 'weekly', times: '3' });
  const { plans } = await listPlans(app, facilitator);
  const series = plans.filter((plan) => plan.series === key);
  expect(series.map(({ startsOn }) => startsOn).toReversed()).toEqual([
    '2027-05-12',
    '2027-05-19',
    '2027-05-26',
  ]);
  const [last] = series;
  valueOf(await changePlan(app, facilitator, last?.key ?? '', command({ titleSq: 'Mbyllja', version: '1' })));
  expect((await findPlan(app.db, key))?.title.sq).toBe('Kursi');
});

test('what people must be told raises the sequence of what was announced; a word of the summary does not', async () => {
  const key = await planned({ titleSq: 'Takimi' });
  await announceEvent(app, editor, key);
  const titled = { titleSq: 'Takimi' };
  valueOf(await changePlan(app, editor, key, command({ ...titled, summarySq: 'Më gjatë', version: '1' })));
  expect((await findPlan(app.db, key))?.sequence).toBe(0);
  valueOf(await changePlan(app, editor, key, command({ ...titled, startsAt: '11:00', version: '2' })));
  expect((await findPlan(app.db, key))?.sequence).toBe(1);
  await expect(changePlan(app, facilitator, key, command({ version: '3' }))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a change that somebody else made meanwhile is shown, not written over', async () => {
  const key = await planned({ titleSq: 'Dy veta' });
  valueOf(await changePlan(app, facilitator, key, command({ titleSq: 'E para', version: '1' })));
  expect(await changePlan(app, editor, key, command({ titleSq: 'E dyta', version: '1' }))).toMatchObject({
    kind: 'conflict',
    theirs: { titleSq: 'E para' },
    theirVersion: 2,
  });
});

test('one that is called off stays with its reason and can be changed no more', async () => {
  const key = await planned({ titleSq: 'E anuluara' });
  await announceEvent(app, editor, key);
  valueOf(await cancelEvent(app, editor, key, { reasonSq: 'Salla u mbyll.', reasonEn: '' }));
  expect(await showEvent(app, key)).toMatchObject({
    isCancelled: true,
    plan: { cancelReason: { sq: 'Salla u mbyll.' } },
  });
  expect((await findPlan(app.db, key))?.sequence).toBe(1);
  await expect(changePlan(app, editor, key, command({ version: '1' }))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a point outside the event’s days, or a person at a point of another event, is refused at its field', async () => {
  const key = await planned({ titleSq: 'Pikat' });
  expect(await saveItem(app, facilitator, key, { ...point, heldOn: '2027-05-13' })).toMatchObject({
    faults: [{ field: 'heldOn' }],
  });
  expect(
    await savePerson(app, facilitator, key, { ...speaker, municipality: null, item: randomUUID() }),
  ).toMatchObject({ faults: [{ field: 'item' }] });
  await expect(saveItem(app, stranger, key, point)).rejects.toMatchObject({ code: 'not-found' });
});

test('published, it stands in the record under the same address with all that was planned', async () => {
  const key = await planned({ titleSq: 'E botuara' });
  const { id: item } = valueOf(await saveItem(app, facilitator, key, point));
  const gone = valueOf(await saveItem(app, facilitator, key, { ...point, titleSq: 'E hequr' }));
  valueOf(await removePart(app, facilitator, key, 'item', gone.id));
  const municipality = fier.municipality.id;
  valueOf(await savePerson(app, facilitator, key, { ...speaker, municipality, item }));
  const named = { municipality, representedBySq: 'një nënkryetar', representedByEn: 'a deputy mayor' };
  valueOf(
    await saveMunicipality(
      app,
      facilitator,
      key,
      municipalityForm.parse({ ...named, attendance: 'unknown' }),
    ),
  );
  await announceEvent(app, editor, key);
  await expect(publishEvent(app, editor, key)).rejects.toMatchObject({ code: 'conflict' });
  setNow('2027-05-12T18:00:00Z');
  await expect(publishEvent(app, facilitator, key)).rejects.toMatchObject({ code: 'forbidden' });
  await publishEvent(app, editor, key);
  const shown = await showEvent(app, key);
  expect(shown).toMatchObject({
    plan: null,
    startsAt: '10:00',
    endsAt: '13:00',
    items: [{ title: { sq: 'Hapja' } }],
    people: [{ name: 'Besa Leka', role: 'speaker', attendance: 'online' }],
    tookPart: [
      {
        municipalityKey: fier.municipality.key,
        attendance: 'online',
        representedBy: { en: 'a deputy mayor' },
      },
    ],
  });
  expect(shown.people[0]?.itemId).toBe(shown.items[0]?.id);
  expect(shown.sources).toHaveLength(1);
  expect(JSON.stringify(shown)).not.toContain('secret');
  await expect(publishEvent(app, editor, key)).rejects.toMatchObject({ code: 'conflict' });
});

test('a name is taken only from somebody who agreed to it, an end only after its beginning', () => {
  const faults = (given: Record<string, unknown>) =>
    planForm.safeParse({ ...typed, ...given }).error?.issues.map(({ path }) => path.join('.'));
  expect(faults({ endsAt: '10:00' })).toEqual(['endsAt']);
  expect(faults({ placeSq: '' })).toEqual(['placeSq']);
  expect(faults({ mode: 'online', placeSq: '' })).toBeUndefined();
  expect(faults({ topicsEn: 'One' })).toEqual(['topicsEn']);
  expect(faults({ repeat: 'monthly' })).toEqual(['times']);
});
