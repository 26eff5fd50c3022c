import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addGrant } from '#testing/factories.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { changedItem, itemFilter } from '../schema.ts';
import { changeItem } from './changing.ts';
import { observation } from './evidence.fixture.ts';
import { addItem } from './gathering.ts';
import { listItems, showItem } from './items.ts';
import { reviewItem, withdrawItem } from './reviewing.ts';

const database = useDatabase();
let app: App;
let at: Monitoring;

beforeAll(() => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2028-06-01T08:00:00Z'),
  });
});
beforeEach(async () => {
  at = await addMonitoring(app.db);
  for (const { id } of [at.editor, at.secondEditor]) {
    const organisation_id = at.assessment.organisation_id;
    await addGrant(app.db, { account_id: id, role: 'editor', organisation_id });
  }
});

async function add(given: Record<string, unknown> = {}, who = at.monitor): Promise<string> {
  const outcome = await addItem(app, who, at.assessment.id, observation(at, given));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}
const faultsOf = async (given: Record<string, unknown>) => {
  const outcome = await addItem(app, at.monitor, at.assessment.id, observation(at, given));
  return outcome.kind === 'refused' ? outcome.faults.map(({ field, key }) => `${field} ${key}`) : [];
};
const show = async (id: string, who = at.editor) => (await showItem(app, who, at.assessment.id, id)).item;
function change(id: string, version: number, given: Record<string, unknown> = {}, who = at.monitor) {
  const command = changedItem.parse({ ...typed(observation(at, given)), version: String(version) });
  return changeItem(app, who, at.assessment.id, id, command);
}
const typed = (command: object) =>
  Object.fromEntries(
    Object.entries(command).filter(([, value]) => value !== null && typeof value !== 'boolean'),
  );
const moveTo = (stage: 'coding' | 'settled' | 'reading' | 'prepared') =>
  app.db
    .updateTable('assessment')
    .set({ stage, ...(stage === 'prepared' ? { prepared_at: new Date(), prepared_by: at.editor.id } : {}) })
    .where('id', '=', at.assessment.id)
    .execute();

test('a monitor adds an observation, which is of class E2 and open to review', async () => {
  const id = await add({ latitude: '40,72', longitude: '19,56', accuracy: '8', at: '09:15' });
  expect(await show(id)).toMatchObject({
    kind: 'observation',
    class: 'E2',
    state: 'open',
    shows: { sq: 'Rruga është shtruar deri te shkolla' },
    componentIds: [at.components[0]?.id],
    details: { place: 'Lagjja 3', latitude: 40.72, longitude: 19.56, accuracy: 8, at: '09:15' },
    authorName: expect.any(String),
  });
});

test('a form sent twice, at once too, adds one item', async () => {
  const command = observation(at);
  const sent = () => addItem(app, at.monitor, at.assessment.id, command);
  await Promise.all([sent(), sent(), sent()]);
  await sent();
  expect((await listItems(app, at.editor, at.assessment.id, itemFilter.parse({}))).items).toHaveLength(1);
});

test('who may not gather here adds nothing', async () => {
  for (const who of [at.coordinator, at.otherCoder])
    await expect(add({}, who)).rejects.toMatchObject({ code: 'forbidden' });
  for (const who of [at.facilitator, at.contact, at.resident, at.administrator, at.editorElsewhere])
    await expect(add({}, who)).rejects.toMatchObject({ code: 'not-found' });
});

describe('what is wrong with an item stands at its field', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ dated: '2028-06-02' }, ['dated evidence.fault.future']],
    [{ showsSq: '' }, ['showsSq form.fault.missing']],
    [{ bindingLanguage: 'en', showsEn: '' }, ['showsEn form.fault.missing']],
    [{ components: [] }, ['components evidence.fault.no-component']],
    [{ components: [randomUUID()] }, ['components form.fault.choice']],
    [{ latitude: '40' }, ['longitude evidence.fault.half-place']],
    [{ accuracy: '5' }, ['latitude evidence.fault.half-place']],
    [{ class: 'E5' }, ['class evidence.fault.class']],
    [{ ofMunicipality: 'yes' }, ['ofMunicipality evidence.fault.not-of-municipality']],
    [{ visibility: 'private', readers: [randomUUID()] }, ['readers form.fault.choice']],
    [{ kind: 'photo' }, ['file evidence.fault.no-photo']],
    [{ kind: 'link' }, ['url form.fault.missing']],
    [{ kind: 'document' }, ['file evidence.fault.no-document']],
    [{ kind: 'procurement' }, ['file evidence.fault.no-release']],
    [
      { kind: 'information-request', addressee: 'Bashkia', askedOn: '2028-04-01', outcome: 'answered' },
      ['answeredOn form.fault.missing'],
    ],
    [
      {
        kind: 'information-request',
        addressee: 'Bashkia',
        askedOn: '2028-04-01',
        outcome: 'silent',
        answeredOn: '2028-04-05',
      },
      ['answeredOn evidence.fault.not-answered'],
    ],
  ])('%j', async (given, faults) => {
    expect(await faultsOf(given)).toEqual(faults);
  });
});

test('who has declared a conflict of interest adds nothing to what it concerns', async () => {
  const [priority] = at.priorities;
  await app.db
    .insertInto('conflict_of_interest')
    .values({
      id: randomUUID(),
      account_id: at.monitor.id,
      municipality_id: at.municipality.id,
      priority_id: priority?.id ?? '',
      since: '2028-01-01',
      reason: 'works for the contractor',
    })
    .execute();
  expect(await faultsOf({})).toEqual(['components evidence.fault.conflict']);
  expect(await faultsOf({ components: [at.components[2]?.id ?? ''] })).toEqual([]);
});

test('evidence is added and changed until all codes are settled', async () => {
  const id = await add();
  await moveTo('coding');
  await add();
  await moveTo('settled');
  expect(await faultsOf({})).toEqual(['dated evidence.fault.closed']);
  expect(await change(id, 1)).toMatchObject({ faults: [{ key: 'evidence.fault.closed' }] });
  const reason = 'of another street';
  expect(await withdrawItem(app, at.monitor, at.assessment.id, id, { version: 1, reason })).toMatchObject({
    faults: [{ key: 'evidence.fault.closed' }],
  });
});

test('a change opens the review again, and one from an older state is told what stands now', async () => {
  const id = await add();
  await reviewItem(app, at.editor, at.assessment.id, id, { version: 1, decision: 'accepted', note: '' });
  expect(await show(id)).toMatchObject({ state: 'accepted', version: 2 });
  expect(await change(id, 1, { place: 'Lagjja 4' })).toMatchObject({
    kind: 'conflict',
    theirs: { place: 'Lagjja 3' },
    theirVersion: 2,
  });
  expect(await change(id, 2, { place: 'Lagjja 4' })).toMatchObject({ kind: 'done' });
  expect(await show(id)).toMatchObject({ state: 'open', version: 3, details: { place: 'Lagjja 4' } });
});

test('another monitor changes nothing, an editor may', async () => {
  const id = await add();
  await expect(change(id, 1, {}, at.coder)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(change(id, 1, {}, at.coordinator)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await change(id, 1, {}, at.editor)).toMatchObject({ kind: 'done' });
});

test('its author alone lets more people see a private item', async () => {
  const id = await add({ visibility: 'private', readers: [at.editor.id] });
  const refused = { kind: 'refused', faults: [{ field: 'visibility', key: 'evidence.fault.author-opens' }] };
  expect(await change(id, 1, {}, at.editor)).toEqual(refused);
  const more = { visibility: 'private', readers: [at.editor.id, at.secondEditor.id] };
  expect(await change(id, 1, more, at.editor)).toEqual(refused);
  expect(await change(id, 1, { ...more, readers: [at.editor.id] }, at.editor)).toMatchObject({
    kind: 'done',
  });
  expect(await change(id, 2)).toMatchObject({ kind: 'done' });
  expect(await show(id, at.secondEditor)).toMatchObject({ state: 'open' });
});

test('an editor who makes another’s item private goes on seeing it, and so does its author', async () => {
  const id = await add();
  await change(id, 1, { visibility: 'private' }, at.editor);
  expect(await show(id, at.editor)).toMatchObject({ state: 'private', readerIds: [at.editor.id] });
  expect(await show(id, at.monitor)).toMatchObject({ state: 'private' });
  await expect(show(id, at.secondEditor)).rejects.toMatchObject({ code: 'not-found' });
});

describe('an editor’s review', () => {
  const accepted = { version: 1, decision: 'accepted', note: '' } as const;

  test('is of nobody whom a conflict of interest keeps from the priority', async () => {
    const id = await add();
    const conflict = {
      account_id: at.editor.id,
      municipality_id: at.municipality.id,
      since: '2028-01-01',
      reason: 'Vëllai',
    };
    const insert = (priority: number) =>
      app.db
        .insertInto('conflict_of_interest')
        .values({ ...conflict, id: crypto.randomUUID(), priority_id: at.priorities[priority]?.id ?? '' })
        .execute();
    await insert(0);
    expect(await reviewItem(app, at.editor, at.assessment.id, id, accepted)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'decision', key: 'evidence.fault.conflict' }],
    });
    await app.db.deleteFrom('conflict_of_interest').where('account_id', '=', at.editor.id).execute();
    await insert(1);
    expect(await reviewItem(app, at.editor, at.assessment.id, id, accepted)).toMatchObject({ kind: 'done' });
  });

  test('needs a reason to withhold', async () => {
    const id = await add();
    const withheld = { version: 1, decision: 'withheld', note: '' } as const;
    expect(await reviewItem(app, at.editor, at.assessment.id, id, withheld)).toMatchObject({
      faults: [{ field: 'note', key: 'evidence.fault.no-reason' }],
    });
    await reviewItem(app, at.editor, at.assessment.id, id, { ...withheld, note: 'shows a child' });
    expect(await show(id)).toMatchObject({ state: 'withheld', reviewNote: 'shows a child' });
  });

  test('is nobody else’s', async () => {
    const id = await add();
    for (const who of [at.monitor, at.coordinator, at.otherCoder]) {
      await expect(reviewItem(app, who, at.assessment.id, id, accepted)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    for (const who of [at.editorElsewhere, at.contact, at.facilitator, at.administrator]) {
      await expect(reviewItem(app, who, at.assessment.id, id, accepted)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  test('of two at once, one is told what the other said', async () => {
    const id = await add();
    const outcomes = await Promise.all([
      reviewItem(app, at.editor, at.assessment.id, id, accepted),
      reviewItem(app, at.secondEditor, at.assessment.id, id, {
        ...accepted,
        decision: 'withheld',
        note: 'x',
      }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  });

  test('ends where the publication is prepared', async () => {
    const id = await add();
    await moveTo('reading');
    expect(await reviewItem(app, at.editor, at.assessment.id, id, accepted)).toMatchObject({ kind: 'done' });
    await moveTo('prepared');
    expect(await reviewItem(app, at.editor, at.assessment.id, id, { ...accepted, version: 2 })).toMatchObject(
      { faults: [{ field: 'decision', key: 'evidence.fault.closed' }] },
    );
  });
});

test('what is taken back stays readable with its reason, and changes no more', async () => {
  const id = await add();
  const reason = 'of another street';
  await withdrawItem(app, at.monitor, at.assessment.id, id, { version: 1, reason });
  expect(await show(id)).toMatchObject({ state: 'withdrawn', withdrawnReason: reason });
  expect(await change(id, 2)).toMatchObject({ faults: [{ key: 'evidence.fault.closed' }] });
  const again = await withdrawItem(app, at.editor, at.assessment.id, id, { version: 1, reason: 'x' });
  expect(again).toMatchObject({ kind: 'done' });
  expect(await show(id)).toMatchObject({ withdrawnReason: reason });
});

test('the list is filtered by priority, component, kind, class and state, page after page', async () => {
  const [, , third] = at.components;
  await add();
  await add({ components: [third?.id ?? ''] });
  await add({ kind: 'council-decision', number: '45', components: [third?.id ?? ''] });
  await add({ visibility: 'private' });
  const count = async (filter: Record<string, string | undefined>) =>
    (await listItems(app, at.monitor, at.assessment.id, itemFilter.parse(filter))).items.length;
  expect(await count({})).toBe(4);
  expect(await count({ priority: at.priorities[1]?.id })).toBe(2);
  expect(await count({ component: third?.id })).toBe(2);
  expect(await count({ kind: 'council-decision' })).toBe(1);
  expect(await count({ class: 'E1' })).toBe(1);
  expect(await count({ state: 'private' })).toBe(1);
  expect(await count({ state: 'open' })).toBe(3);
  expect(await count({ state: 'accepted' })).toBe(0);
  expect(await count({ kind: 'nothing' })).toBe(4);
});

test('pages follow each other without gap or repetition', async () => {
  for (let index = 0; index < 53; index += 1) await add({ dated: `2028-05-${10 + (index % 3)}` });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listItems(app, at.editor, at.assessment.id, itemFilter.parse({ after }));
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  expect([seen.length, new Set(seen).size]).toEqual([53, 53]);
});
