import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { listDonors, listPartners, showMember } from '#features/network/server/service.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addRecordEvent } from '#testing/factories-gatherings.ts';
import { addListeningPlace, addWorker, type ListeningPlace } from '#testing/factories-listening.ts';
import { listDirectory, showEntry, writeEntry } from './directory.ts';

const database = useDatabase();
let app: App;
let place: ListeningPlace;
let editor: Actor;
let coordinator: Actor;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-02-01T10:00:00Z'),
  });
  place = await addListeningPlace(app.db);
  editor = await addWorker(app.db, place, 'editor');
  coordinator = await addWorker(app.db, place, 'coordinator');
});

const added = { reason: '', reasonEn: '', version: 0 };

test('an editor changes the entry of its own organisation alone, with a reason, and what it said stays readable', async () => {
  const address = { subject: 'organisation', key: place.organisation.key };
  const { fields } = await showEntry(app, editor, address);
  const typed = { ...fields, about_sq: 'Dëgjon banorët.', areas_sq: 'Rrugë' };
  expect(await writeEntry(app, editor, address, added, typed)).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'reason' }],
  });
  await writeEntry(app, editor, address, { reason: 'Na njihni.', reasonEn: '', version: 0 }, typed);
  const member = await showMember(app, place.organisation.key);
  expect([member.about?.sq, member.areas?.sq]).toEqual(['Dëgjon banorët.', 'Rrugë']);
  const { changes, version } = await showEntry(app, editor, address);
  expect(changes.map(({ before, reason }) => [before, reason.sq])).toEqual([
    [{ about_sq: '', areas_sq: '' }, 'Na njihni.'],
  ]);
  expect(version).toBe(1);
  const stale = { reason: 'Tjetër.', reasonEn: '', version: 0 };
  expect(await writeEntry(app, editor, address, stale, { ...typed, seat: 'Fier' })).toMatchObject({
    kind: 'conflict',
  });
});

test('nobody else finds an entry to change: of another organisation, of donors, of partners', async () => {
  const elsewhere = await addWorker(app.db, await addListeningPlace(app.db, 'Vlorë'), 'editor');
  const address = { subject: 'organisation', key: place.organisation.key };
  for (const actor of [nobody, elsewhere]) {
    await expect(showEntry(app, actor, address)).rejects.toThrow('not-found');
    await expect(writeEntry(app, actor, address, added, {})).rejects.toThrow('not-found');
  }
  for (const subject of ['donor', 'partner', 'grant_programme', 'account']) {
    await expect(showEntry(app, editor, { subject, key: 'new' })).rejects.toThrow('not-found');
  }
  await expect(showEntry(app, coordinator, { subject: 'organisation', key: 'new' })).rejects.toThrow(
    'not-found',
  );
  await expect(listDirectory(app, nobody)).rejects.toThrow('forbidden');
  expect((await listDirectory(app, editor)).entries.map(({ subject }) => subject)).toEqual(['organisation']);
});

test('a coordinator adds a donor with a programme, and a partner, and the public reads them', async () => {
  const write = (subject: string, typed: Record<string, string>) =>
    writeEntry(app, coordinator, { subject, key: 'new' }, added, typed);
  await write('donor', { name_sq: 'Fondi i Mirë' });
  const donor = (await listDonors(app)).find(({ key }) => key === 'fondi-i-mire');
  await write('grant_programme', { donor_id: donor?.id ?? '', name_sq: 'Programi i parë', starts: '2026' });
  const [programme] = (await listDonors(app)).flatMap(({ programmes }) => programmes);
  expect([programme?.key, programme?.starts]).toEqual(['fondi-i-mire/programi-i-pare', '2026']);
  expect(await write('grant_programme', { donor_id: place.organisation.id, name_sq: 'x' })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'donor_id' }],
  });
  for (const _ of [1, 2])
    await write('partner', { name_sq: 'Universiteti', kind: 'education', together_sq: 'Anketa.' });
  expect((await listPartners(app)).map(({ key, sources }) => [key, sources.length])).toEqual([
    ['universiteti', 1],
    ['universiteti-2', 1],
  ]);
});

test('what a donor funded is shown under its programme, and shown no longer once it was withdrawn', async () => {
  const event = await addRecordEvent(app.db, 'konferenca-2026');
  const donor = (await listDonors(app)).find(({ key }) => key === 'fondi-i-mire');
  const typed = {
    donor_id: donor?.id ?? '',
    programme_id: donor?.programmes[0]?.id ?? '',
    event_id: event.id,
  };
  const address = { subject: 'funded_work', key: 'new' };
  for (const actor of [nobody, editor]) {
    await expect(writeEntry(app, actor, address, added, typed)).rejects.toThrow('not-found');
  }
  await writeEntry(app, coordinator, address, added, typed);
  const shown = async () =>
    (await listDonors(app)).flatMap(({ supported }) =>
      supported.map(({ key, programmeId }) => [key, programmeId]),
    );
  expect(await shown()).toEqual([[event.key, donor?.programmes[0]?.id]]);
  const own = { subject: 'funded_work', key: `fondi-i-mire~${event.key}` };
  const { fields } = await showEntry(app, coordinator, own);
  const taken = { ...fields, withdrawn_on: '2027-02-01' };
  await writeEntry(app, coordinator, own, { reason: 'Gabim yni.', reasonEn: '', version: 0 }, taken);
  expect(await shown()).toEqual([]);
});

test('a programme is one of the same donor', async () => {
  const write = (typed: Record<string, string>) =>
    writeEntry(app, coordinator, { subject: 'funded_work', key: 'new' }, added, typed);
  await writeEntry(app, coordinator, { subject: 'donor', key: 'new' }, added, { name_sq: 'Tjetri' });
  const donors = await listDonors(app);
  const other = donors.find(({ key }) => key === 'tjetri');
  const [programme] = donors.flatMap(({ programmes }) => programmes);
  const { id } = await addRecordEvent(app.db, 'konferenca-2027');
  const typed = { donor_id: other?.id ?? '', programme_id: programme?.id ?? '', event_id: id };
  expect(await write(typed)).toMatchObject({ kind: 'refused', faults: [{ field: 'programme_id' }] });
});
