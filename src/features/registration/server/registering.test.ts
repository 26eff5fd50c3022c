import { expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import type { ChangeCommand } from '../schema.ts';
import { cancelByLink, changeByLink, confirmByLink, openLink, stayByLink } from './managing.ts';
import { showByLink } from './manage-page.ts';
import { settings, useGatherings, valueOf } from './registration.fixture.ts';
import { addQuestion, removeQuestion, saveSettings } from './settings.ts';
import { holdMode, readPlan } from './plan-store.ts';

const gatherings = useGatherings();

async function versionOf(key: string): Promise<number> {
  const plan = await readPlan(gatherings.app.db, { key });
  return plan?.settings?.version ?? 0;
}

test('who comes while places are free has one; the next wait in their order, and each is told', async () => {
  const { id, key } = await gatherings.open();
  for (const name of ['Ana', 'Beni', 'Cela']) valueOf(await gatherings.register(key, name));
  expect(await gatherings.states(id)).toBe('Ana place, Beni place, Cela waiting');
  const [mail] = await gatherings.mailsTo('Cela');
  const [placed] = await gatherings.mailsTo('Ana');
  expect(placed?.calendar).toContain('DTSTART;TZID=Europe/Tirane:20270512T100000');
  expect(mail?.calendar).toBeNull();
  expect(mail?.subject).toContain('Në listën e pritjes');
  expect(mail?.text).toContain((await gatherings.linkOf(id, 'Cela')).token);
});

test('a place that is given back goes to who waits first, who is told', async () => {
  const { id, key } = await gatherings.open();
  for (const name of ['Dea', 'Eda', 'Fation', 'Goni']) valueOf(await gatherings.register(key, name));
  await cancelByLink(gatherings.app, await gatherings.linkOf(id, 'Dea'));
  expect(await gatherings.states(id)).toBe('Dea cancelled, Eda place, Fation place, Goni waiting');
  expect((await gatherings.mailsTo('Fation')).at(-1)?.subject).toContain('U lirua një vend për ju');
  // Pressed twice, it frees one place.
  await cancelByLink(gatherings.app, await gatherings.linkOf(id, 'Dea'));
  expect(await gatherings.states(id)).toBe('Dea cancelled, Eda place, Fation place, Goni waiting');
});

test('a raised capacity moves people up; a lowered one takes no place away', async () => {
  const { id, key } = await gatherings.open({ onSite: 1 });
  for (const name of ['Hana', 'Iris', 'Jon']) valueOf(await gatherings.register(key, name));
  const change = async (onSite: number | null) =>
    valueOf(
      await saveSettings(gatherings.app, gatherings.editor, key, {
        ...settings,
        onSite,
        version: await versionOf(key),
      }),
    );
  await change(2);
  expect(await gatherings.states(id)).toBe('Hana place, Iris place, Jon waiting');
  await change(0);
  expect(await gatherings.states(id)).toBe('Hana place, Iris place, Jon waiting');
  await change(null);
  expect(await gatherings.states(id)).toBe('Hana place, Iris place, Jon place');
});

test('one registration for each address, however it is typed; the page answers the same, and the mail sends the link again', async () => {
  const { id, key } = await gatherings.open();
  const first = await gatherings.register(key, 'Klea');
  const second = await gatherings.register(key, 'Other', { email: 'KLEA@Example.org', mode: 'online' });
  expect(second).toEqual({ kind: 'done', value: { email: 'KLEA@Example.org' } });
  expect(first.kind).toBe('done');
  expect(await gatherings.states(id)).toBe('Klea place');
  const mails = await gatherings.mailsTo('Klea');
  expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual(['Keni vend', 'Regjistrimi juaj']);
  expect(mails[1]?.text).toContain((await gatherings.linkOf(id, 'Klea')).token);
  // Whoever sends the form over and over writes to nobody over and over.
  await gatherings.register(key, 'Klea');
  expect(await gatherings.mailsTo('Klea')).toHaveLength(2);
});

test('where it is to be confirmed, a place is offered for so many hours, then goes to the next', async () => {
  const { id, key } = await gatherings.open({ onSite: 1, confirmHours: 24 });
  for (const name of ['Lea', 'Miri', 'Nora']) valueOf(await gatherings.register(key, name));
  await cancelByLink(gatherings.app, await gatherings.linkOf(id, 'Lea'));
  expect(await gatherings.states(id)).toBe('Lea cancelled, Miri offered, Nora waiting');
  gatherings.setNow('2027-05-02T10:00:00Z');
  expect(await confirmByLink(gatherings.app, await gatherings.linkOf(id, 'Miri'))).toBe(false);
  expect(await gatherings.states(id)).toBe('Lea cancelled, Miri lapsed, Nora offered');
  expect(await confirmByLink(gatherings.app, await gatherings.linkOf(id, 'Nora'))).toBe(true);
  expect(await gatherings.states(id)).toBe('Lea cancelled, Miri lapsed, Nora place');
});

/** What somebody sends from their page: what stands there, with something changed. */
async function sentBy(planId: string, name: string, given: Partial<ChangeCommand> = {}) {
  const link = await gatherings.linkOf(planId, name);
  const opened = await openLink(gatherings.app, link.token, link.address);
  if (!opened) throw new Error('it opens');
  const { mode, version } = opened.person;
  const command = {
    name,
    mode,
    sex: null,
    ageBand: null,
    municipality: null,
    organisationKind: null,
    accessNeeds: '',
    version,
    ...given,
  };
  return { link, command };
}

async function change(planId: string, name: string, given: Partial<ChangeCommand>) {
  const { link, command } = await sentBy(planId, name, given);
  return changeByLink(gatherings.app, link, { command, typed: {} });
}

test('who has a place changes to where one is free; where none is they keep it and wait, and change over by themselves', async () => {
  const { id, key } = await gatherings.open({ onSite: 1, online: 1 });
  for (const name of ['Orges', 'Petrit']) valueOf(await gatherings.register(key, name));
  expect(valueOf(await change(id, 'Orges', { mode: 'online' }))).toBe('changed');
  // The place that was left went on at once.
  expect(await gatherings.states(id)).toBe('Petrit place');
  expect(await gatherings.states(id, 'online')).toBe('Orges place');
  valueOf(await gatherings.register(key, 'Qazim'));
  expect(valueOf(await change(id, 'Orges', { mode: 'on-site' }))).toBe('waits');
  expect(await gatherings.states(id, 'online')).toBe('Orges place');
  const { token, address } = await gatherings.linkOf(id, 'Orges');
  expect(await showByLink(gatherings.app, token, address)).toMatchObject({
    mode: 'online',
    wanted: { mode: 'on-site', ahead: 1 },
  });
  await cancelByLink(gatherings.app, await gatherings.linkOf(id, 'Petrit'));
  expect(await gatherings.states(id)).toBe('Petrit cancelled, Qazim place');
  await cancelByLink(gatherings.app, await gatherings.linkOf(id, 'Qazim'));
  expect(await gatherings.states(id)).toBe('Petrit cancelled, Qazim cancelled, Orges place');
  expect(await gatherings.states(id, 'online')).toBe('');
  const [last] = (await gatherings.mailsTo('Orges')).slice(-1);
  expect(last?.subject).toContain('kaloni atje');
  expect(last?.calendar).toContain('BEGIN:VEVENT');
});

test('who waits for the other mode can stay after all', async () => {
  const { id, key } = await gatherings.open({ onSite: 1, online: 1 });
  valueOf(await gatherings.register(key, 'Rita'));
  valueOf(await gatherings.register(key, 'Sose', { mode: 'online' }));
  expect(valueOf(await change(id, 'Rita', { mode: 'online' }))).toBe('waits');
  await stayByLink(gatherings.app, await gatherings.linkOf(id, 'Rita'));
  expect((await sentBy(id, 'Rita')).command.mode).toBe('on-site');
  await cancelByLink(gatherings.app, await gatherings.linkOf(id, 'Sose'));
  expect(await gatherings.states(id)).toBe('Rita place');
});

test('two tabs: what the second one sends is kept beside what the first one saved', async () => {
  const { id, key } = await gatherings.open();
  valueOf(await gatherings.register(key, 'Teuta'));
  const second = await sentBy(id, 'Teuta', { name: 'Teuta Nga Tjetra' });
  valueOf(await change(id, 'Teuta', { name: 'Teuta' }));
  expect(
    await changeByLink(gatherings.app, second.link, { command: second.command, typed: {} }),
  ).toMatchObject({
    kind: 'conflict',
    theirs: { name: 'Teuta' },
    theirVersion: second.command.version + 1,
  });
});

test('the way into an online event is shown to who takes part online, from an hour before on', async () => {
  const plan = { mode: 'both', online_url: 'https://meet.example/1' } as const;
  const { id, key } = await gatherings.open({ online: null }, plan);
  valueOf(await gatherings.register(key, 'Hana', { mode: 'online' }));
  valueOf(await gatherings.register(key, 'Ilir'));
  const shown = async (name: string, instant: string) => {
    gatherings.setNow(instant);
    const { token, address } = await gatherings.linkOf(id, name);
    return (await showByLink(gatherings.app, token, address))?.online.address;
  };
  // It begins at 10:00 in Tirana.
  expect(await shown('Hana', '2027-05-12T06:59:00Z')).toBe('');
  expect(await shown('Hana', '2027-05-12T07:00:00Z')).toBe(plan.online_url);
  expect(await shown('Ilir', '2027-05-12T07:00:00Z')).toBe('');
});

test('before it opens, after it closes and when it is cancelled, nobody registers', async () => {
  const { id, key } = await gatherings.open();
  const refused = { kind: 'refused', faults: [{ field: 'send', key: 'registration.fault.closed' }] };
  gatherings.setNow('2027-03-31T10:00:00Z');
  expect(await gatherings.register(key, 'Qemal')).toMatchObject(refused);
  gatherings.setNow('2027-05-12T08:00:00Z');
  expect(await gatherings.register(key, 'Qemal')).toMatchObject(refused);
  gatherings.setNow('2027-05-01T10:00:00Z');
  await gatherings.app.db
    .updateTable('event_plan')
    .set({ state: 'cancelled', cancel_reason: JSON.stringify({ sq: 'Tërmeti' }) })
    .where('id', '=', id)
    .execute();
  expect(await gatherings.register(key, 'Qemal')).toMatchObject(refused);
});

test('a question that must be answered is asked for at its field, and what a program fills in is thrown away', async () => {
  const { id, key } = await gatherings.open();
  const question = {
    kind: 'choice' as const,
    textSq: 'Ushqimi',
    textEn: 'Food',
    required: true,
    optionsSq: 'me mish\npa mish',
    optionsEn: '',
  };
  valueOf(
    await addQuestion(gatherings.app, gatherings.editor, key, { ...question, version: await versionOf(key) }),
  );
  expect(await gatherings.register(key, 'Rina')).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'q1', key: 'form.fault.missing' }],
  });
  expect(await gatherings.register(key, 'Rina', {}, { q1: 'o9' })).toMatchObject({ kind: 'refused' });
  valueOf(await gatherings.register(key, 'Rina', { website: 'spam' }));
  expect(await gatherings.states(id)).toBe('');
  valueOf(await gatherings.register(key, 'Rina', {}, { q1: 'o2' }));
  expect(await gatherings.states(id)).toBe('Rina place');
  valueOf(
    await removeQuestion(gatherings.app, gatherings.editor, key, {
      question: 'q1',
      version: await versionOf(key),
    }),
  );
  const { answers } = await gatherings.app.db
    .selectFrom('registration')
    .select('answers')
    .where('plan_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(answers).toEqual({});
  valueOf(await gatherings.register(key, 'Sara'));
});

test('only editors of the municipality set registration; another one’s do not know of it', async () => {
  const { key } = await gatherings.open();
  const command = { ...settings, version: await versionOf(key) };
  for (const actor of [gatherings.facilitator, gatherings.foreignEditor]) {
    await expect(saveSettings(gatherings.app, actor, key, command)).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  await expect(saveSettings(gatherings.app, { kind: 'nobody' }, key, command)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const stale = await saveSettings(gatherings.app, gatherings.editor, key, { ...settings, version: 99 });
  expect(stale).toMatchObject({ kind: 'conflict', theirVersion: 1 });
});

test('who registers at once for the last places: no place is given twice, and nobody jumps', async () => {
  const { id, key } = await gatherings.open({ onSite: 5 });
  const names = Array.from({ length: 24 }, (_, index) => `Tina${index}`);
  await Promise.all(names.map((name) => gatherings.register(key, name)));
  const cancelled = await Promise.all(['Tina0', 'Tina1'].map((name) => gatherings.linkOf(id, name)));
  await Promise.all([
    ...cancelled.map((link) => cancelByLink(gatherings.app, link)),
    ...['Uka', 'Vera'].map((name) => gatherings.register(key, name)),
  ]);
  const states = (await gatherings.states(id)).split(', ').filter((one) => !one.endsWith('cancelled'));
  const kinds = states.map((one) => one.split(' ')[1]);
  expect(kinds).toEqual([...Array<string>(5).fill('place'), ...Array<string>(19).fill('waiting')]);
});

test('the same address sent many times at once, for both modes, is one registration', async () => {
  const { id, key } = await gatherings.open({ onSite: 10, online: 10 });
  const both = ['on-site', 'online'] as const;
  const sent = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      gatherings.register(key, 'Xhon', { mode: both[index % 2] ?? 'online' }),
    ),
  );
  expect(sent.every(({ kind }) => kind === 'done')).toBe(true);
  expect([await gatherings.states(id), await gatherings.states(id, 'online')].sort()).toEqual([
    '',
    'Xhon place',
  ]);
});

test('in a rush those who register wait for each other, and leave connections to who only reads', async () => {
  const { id, key } = await gatherings.open();
  const { app } = gatherings;
  const names = Array.from({ length: 9 }, (_, index) => `Rush${index}`);
  const rush = await inTransaction(app.db, async (tx) => {
    await holdMode(tx, id, 'on-site');
    const all = Promise.all(names.map((name) => gatherings.register(key, name)));
    // None can go on before this transaction ends; by then all connections would be theirs.
    for (let reader = 0; reader < 20; reader += 1) await readPlan(app.db, { key });
    return { all };
  });
  await rush.all;
  expect((await gatherings.states(id)).match(/Rush/g)).toHaveLength(names.length);
});
