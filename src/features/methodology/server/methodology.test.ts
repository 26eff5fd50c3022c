import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addListeningPlace, addWorker, type ListeningPlace } from '#testing/factories-listening.ts';
import { addMembership } from '#testing/factories.ts';
import { publishVersion, saveDraft } from './drafting.ts';
import { listVersions, showVersion, versionFile } from './service.ts';
import { showMethodologyWork, signMethodology } from './signing.ts';

const database = useDatabase();
let app: App;
let coordinator: Actor;
let editor: Actor;
let place: ListeningPlace;

const words = (text: string, changes = '') => ({
  textSq: `${text} shqip`,
  textEn: `${text} in English`,
  changesSq: changes,
  changesEn: '',
});
const signing = (number: number) => ({
  organisation: place.organisation.id,
  number,
  signedBy: 'Dikush Dikushi',
  capacitySq: 'drejtore',
  capacityEn: 'director',
  agrees: true,
});

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-02-01T10:00:00Z'),
  });
  place = await addListeningPlace(app.db);
  const { organisation, municipality } = place;
  await addMembership(app.db, { organisation_id: organisation.id, municipality_id: municipality.id });
  coordinator = await addWorker(app.db, place, 'coordinator');
  editor = await addWorker(app.db, place, 'editor');
  await saveDraft(app, coordinator, words('Dëgjojmë'));
  await publishVersion(app, coordinator, { version: 1 });
});

test('the SHA-256 of a version is of the file that anyone can download', async () => {
  const { sha256 } = await showVersion(app, '1');
  expect(
    createHash('sha256')
      .update(await versionFile(app, '1'))
      .digest('hex'),
  ).toBe(sha256);
});

test('only a coordinator writes and publishes a version, and only an editor signs for its own organisation', async () => {
  for (const actor of [nobody, editor]) {
    await expect(saveDraft(app, actor, words('x'))).rejects.toThrow('forbidden');
    await expect(publishVersion(app, actor, { version: 1 })).rejects.toThrow('forbidden');
  }
  const elsewhere = await addWorker(app.db, await addListeningPlace(app.db, 'Vlorë'), 'editor');
  for (const actor of [nobody, coordinator, elsewhere]) {
    await expect(signMethodology(app, actor, signing(1))).rejects.toThrow('forbidden');
  }
});

test('a new version needs what it changes, leaves the old one as it was signed, and is to be signed again', async () => {
  await signMethodology(app, editor, signing(1));
  await signMethodology(app, editor, signing(1));
  expect((await showVersion(app, '1')).signatures).toHaveLength(1);
  const own = async () => {
    const { organisations } = await showMethodologyWork(app, editor);
    return organisations.map(({ number, isUpToDate }) => [number, isUpToDate]);
  };
  expect(await own()).toEqual([[1, true]]);
  await saveDraft(app, coordinator, words('Dëgjojmë më mirë'));
  expect(await publishVersion(app, coordinator, { version: 1 })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'changesSq' }],
  });
  await saveDraft(app, coordinator, { ...words('Dëgjojmë më mirë', 'Më mirë.'), version: 1 });
  await publishVersion(app, coordinator, { version: 2 });
  expect(await own()).toEqual([[1, false]]);
  expect(await signMethodology(app, editor, signing(1))).toMatchObject({ kind: 'refused' });
  const { differences } = await showVersion(app, '2');
  const added = differences
    ?.find(({ language }) => language === 'sq')
    ?.parts.flatMap(({ blocks }) => blocks.flatMap(({ stretches }) => stretches))
    .filter(({ kind }) => kind === 'added');
  expect(added?.map(({ text }) => text.trim())).toEqual(['më mirë']);
  expect((await listVersions(app)).map(({ number, signatures }) => [number, signatures])).toEqual([
    [2, 0],
    [1, 1],
  ]);
});

test('of two who write the draft at once, the second sees what the first wrote', async () => {
  await saveDraft(app, coordinator, words('Një', 'a'));
  await saveDraft(app, coordinator, { ...words('Dy', 'a'), version: 1 });
  expect(await saveDraft(app, coordinator, { ...words('Tre', 'a'), version: 1 })).toMatchObject({
    kind: 'conflict',
    theirs: { textSq: 'Dy shqip' },
    theirVersion: 2,
  });
});
