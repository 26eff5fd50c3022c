import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import { inTransaction } from '#server/database/db.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { addRound, addStatuses } from '#testing/factories.ts';
import { showViewForm } from './answering.ts';
import { takeUncounted, writeCounts } from './count-store.ts';
import { countAnswers, countWaiting } from './counting.ts';
import { forgetViewsOf } from './forget.ts';
import { moderateView } from './moderating.ts';
import { readPhotoToModerate, readShownPhoto } from './photos.ts';
import { addAsked, answerAs, newSecret, useVoice, type Scene } from './voice.fixture.ts';

const voice = useVoice();
let scene: Scene;

beforeEach(async () => {
  scene = { ...voice(), ...(await addAsked(voice().app)) };
});

/** What the public reads, once the minute's answers are counted. */
async function seen() {
  await countWaiting(scene.app);
  return shown();
}

async function shown() {
  const { rounds } = await showPriority(scene.app, scene.asked.priority);
  const views = rounds.find(({ round }) => round.key === scene.asked.round)?.views;
  if (!views) throw new Error('the round is on the page');
  return views;
}

async function rowsOf() {
  return scene.app.db
    .selectFrom('resident_view')
    .selectAll()
    .where('municipality_id', '=', scene.municipality.id)
    .execute();
}

async function recordVersion() {
  const { version } = await scene.app.db
    .selectFrom('record_version')
    .select('version')
    .executeTakeFirstOrThrow();
  return version;
}

function picture(background = '#a43') {
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Dikush Dikushi' } })
    .jpeg()
    .toBuffer();
}

test('an answer is counted beside the status and never in it', async () => {
  const before = await showPriority(scene.app, scene.asked.priority);
  await answerAs(scene, { answer: 'no' });
  await answerAs(scene, { answer: 'yes' });
  expect(await seen()).toMatchObject({ n: 2, counts: { yes: 1, no: 1, partly: 0 }, units: [], elsewhere: 2 });
  const after = await showPriority(scene.app, scene.asked.priority);
  expect(after.rounds[0]?.versions).toEqual(before.rounds[0]?.versions);
});

test('a crowd that answers at once costs one drawing of the public pages, and each is confirmed at once', async () => {
  const { app, asked } = scene;
  await seen();
  const version = await recordVersion();
  const secret = newSecret();
  await answerAs(scene, { answer: 'no', secret });
  await Promise.all(Array.from({ length: 100 }, () => answerAs(scene, { answer: 'yes' })));
  expect([await recordVersion(), await shown()]).toEqual([version, expect.objectContaining({ n: 0 })]);
  const { own } = await showViewForm(app, { kind: 'nobody' }, asked, secret);
  expect(own).toMatchObject({ answer: 'no' });
  const asks = await sql<{
    n: number;
  }>`SELECT count(*)::int AS n FROM jobs.job WHERE name = ${countAnswers.name}`.execute(app.db);
  expect(asks.rows).toEqual([{ n: 1 }]);
  await Promise.all([countWaiting(app), countWaiting(app)]);
  expect([await recordVersion(), await shown()]).toEqual([version + 1, expect.objectContaining({ n: 101 })]);
  await countWaiting(app);
  expect(await recordVersion()).toBe(version + 1);
});

test('an answer that comes while others are counted is counted with the next ones', async () => {
  const { app, municipality } = scene;
  await answerAs(scene, {});
  let isAnswered = false;
  let answering: Promise<unknown> = Promise.resolve();
  await inTransaction(app.db, async (tx) => {
    expect(await takeUncounted(tx)).toEqual([municipality.id]);
    answering = answerAs(scene, {}).then(() => (isAnswered = true));
    await writeCounts(tx, [municipality.id]);
    expect(isAnswered).toBe(false);
  });
  await answering;
  expect(await shown()).toMatchObject({ n: 1 });
  expect(await seen()).toMatchObject({ n: 2 });
});

test('what was shown of a resident changes at once with what they say now', async () => {
  const { app, editor, municipality, asked } = scene;
  const secret = newSecret();
  await answerAs(scene, { sentence: 'Ura u prish.', secret });
  const [row] = await rowsOf();
  const at = { municipality: municipality.key, view: row?.id ?? '' };
  await moderateView(app, editor, at, { verdict: 'shown', note: '', version: row?.version ?? 0 }, 'r');
  expect(await shown()).toMatchObject({ n: 1, words: [{ sentence: 'Ura u prish.' }] });
  const version = await recordVersion();
  await answerAs({ app, asked }, { answer: 'no', sentence: '', secret });
  expect([await recordVersion(), await shown()]).toEqual([
    version + 1,
    expect.objectContaining({ n: 1, counts: expect.objectContaining({ no: 1 }), words: [] }),
  ]);
});

test('a browser has one answer in a round, which it can change', async () => {
  const secret = newSecret();
  await answerAs(scene, { answer: 'yes', secret });
  await answerAs(scene, { answer: 'no' }, { secret });
  expect(await seen()).toMatchObject({ n: 1, counts: { yes: 0, no: 1 } });
  const { own } = await showViewForm(scene.app, { kind: 'nobody' }, scene.asked, secret);
  expect(own).toMatchObject({ answer: 'no' });
  const { own: others } = await showViewForm(scene.app, { kind: 'nobody' }, scene.asked, newSecret());
  expect(others).toBeNull();
});

test('one form that is sent twice at once is one answer', async () => {
  const secret = newSecret();
  await Promise.all([1, 2, 3].map(() => answerAs(scene, { secret })));
  expect(await rowsOf()).toHaveLength(1);
});

test('an account has one answer, wherever it signs in, and takes over what its browser had answered', async () => {
  const { resident } = scene;
  const secret = newSecret();
  await answerAs(scene, { answer: 'yes', secret });
  await answerAs(scene, { answer: 'partly' }, { actor: resident, secret });
  await answerAs(scene, { answer: 'no' }, { actor: resident });
  expect(await rowsOf()).toMatchObject([{ answer: 'no', account_id: resident.id }]);
});

test('answers of one person to two questions cannot be put together', async () => {
  const [, second] = scene.priorities;
  await addStatuses(scene.app.db, [{ priority_id: second?.id ?? '', round_id: scene.round.id }]);
  const secret = newSecret();
  await answerAs(scene, { secret });
  await answerAs({ ...scene, asked: { ...scene.asked, priority: second?.key ?? '' } }, { secret });
  const names = (await rowsOf()).map((row) => row.person_sha256);
  expect(new Set(names).size).toBe(2);
  expect(names).not.toContain(secret);
});

test('a unit is told from ten answers on', async () => {
  const [topoje = '', levan = ''] = scene.units;
  for (let i = 0; i < 10; i += 1) await answerAs(scene, { unit: topoje, answer: 'no' });
  for (let i = 0; i < 9; i += 1) await answerAs(scene, { unit: levan });
  expect(await seen()).toMatchObject({ n: 19, units: [{ unit: 'Topojë', n: 10 }], elsewhere: 9 });
  await answerAs(scene, { unit: levan });
  expect((await seen()).units.map(({ unit, n }) => [unit, n])).toEqual([
    ['Levan', 10],
    ['Topojë', 10],
  ]);
});

test('a unit of another municipality is no choice', async () => {
  const [unit = ''] = voice().units;
  expect(await answerAs(scene, { unit })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'unit', key: 'form.fault.choice' }],
  });
});

test('a sentence is seen by nobody outside until an editor shows it, and no more once it is withheld', async () => {
  const { app, editor, municipality, secondEditor } = scene;
  const secret = newSecret();
  await answerAs(scene, { sentence: 'Ura u prish përsëri.', secret });
  expect((await seen()).words).toEqual([]);
  const [row] = await rowsOf();
  const at = { municipality: municipality.key, view: row?.id ?? '' };
  const version = row?.version ?? 0;
  await moderateView(app, editor, at, { verdict: 'shown', note: '', version }, 'r');
  expect((await seen()).words).toMatchObject([{ sentence: 'Ura u prish përsëri.', answer: 'yes' }]);
  // Another sentence is looked at again.
  await answerAs(scene, { sentence: 'Ura u prish, tha Dikush Dikushi.' }, { secret });
  expect((await seen()).words).toEqual([]);
  const stale = await moderateView(app, secondEditor, at, { verdict: 'shown', note: '', version }, 'r');
  expect(stale).toMatchObject({ kind: 'conflict' });
  const theirVersion = stale.kind === 'conflict' ? stale.theirVersion : 0;
  const withheld = { verdict: 'withheld', note: 'Një emër', version: theirVersion } as const;
  await moderateView(app, secondEditor, at, withheld, 'r');
  expect(await seen()).toMatchObject({ n: 1, words: [] });
});

test('nobody but an editor of the municipality decides what is shown', async () => {
  const { app, municipality } = scene;
  await answerAs(scene, { sentence: 'Ura u prish.' });
  const [row] = await rowsOf();
  const at = { municipality: municipality.key, view: row?.id ?? '' };
  const shown = { verdict: 'shown', note: '', version: row?.version ?? 0 } as const;
  const { monitor, coordinator, contact, resident, editorElsewhere, administrator } = scene;
  for (const who of [monitor, coordinator, contact, resident, editorElsewhere, administrator]) {
    await expect(moderateView(app, who, at, shown, 'r')).rejects.toThrow('not-found');
  }
  expect((await seen()).words).toEqual([]);
});

test('a photograph is cleaned, sealed until it is shown, and never a public file', async () => {
  const { app, asked, editor, editorElsewhere, municipality } = scene;
  const secret = newSecret();
  await answerAs(scene, { secret }, { photo: [await picture()] });
  const [row] = await rowsOf();
  const view = row?.id ?? '';
  await expect(readShownPhoto(app, asked, view)).rejects.toThrow('not-found');
  await expect(readPhotoToModerate(app, editorElsewhere, municipality.key, view)).rejects.toThrow(
    'not-found',
  );
  const forEditor = await readPhotoToModerate(app, editor, municipality.key, view);
  expect((await buffer(forEditor.bytes)).includes('Dikush')).toBe(false);
  const at = { municipality: municipality.key, view };
  await moderateView(app, editor, at, { verdict: 'shown', note: '', version: row?.version ?? 0 }, 'r');
  expect((await buffer((await readShownPhoto(app, asked, view)).bytes)).length).toBeGreaterThan(0);
  expect(await readPublicFile(app, row?.copy_sha256 ?? '')).toBeUndefined();
  // A change of the answer alone leaves it; then it is taken away.
  await answerAs(scene, { answer: 'no' }, { secret });
  expect((await seen()).words).toMatchObject([{ hasPhoto: true, answer: 'no' }]);
  await answerAs(scene, { removePhoto: true }, { secret });
  expect(await rowsOf()).toMatchObject([{ moderation: 'none', copy_sha256: null, original_sha256: null }]);
});

test('what is no photograph is refused, and nothing is counted', async () => {
  expect(await answerAs(scene, {}, { photo: [Buffer.from('%PDF-1.7')] })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'photo' }],
  });
  expect(await rowsOf()).toEqual([]);
});

test('an earlier round takes no answers once there is a later one', async () => {
  const { app, mandate, priorities } = scene;
  const later = await addRound(app.db, {
    mandate_id: mandate.id,
    number: 2,
    starts: '2028-09',
    ends: '2029-09',
  });
  await addStatuses(app.db, [{ priority_id: priorities[0]?.id ?? '', round_id: later.id }]);
  expect(await answerAs(scene, {})).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'send', key: 'voice.fault.closed' }],
  });
});

test('nothing that was not published can be answered', async () => {
  const [, second] = scene.priorities;
  const asked = { ...scene.asked, priority: second?.key ?? '' };
  await expect(answerAs({ ...scene, asked }, {})).rejects.toThrow('not-found');
});

test('an address that sends without end is asked to wait', async () => {
  const address = '192.0.2.7';
  for (let i = 0; i < 30; i += 1) await answerAs(scene, {}, { address });
  expect(await answerAs(scene, {}, { address })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'send', key: 'voice.fault.too-fast' }],
  });
});

test('with an account go its answers, and nobody else’s', async () => {
  const { app, resident } = scene;
  await answerAs(scene, {}, { actor: resident });
  await answerAs(scene, {});
  expect(await seen()).toMatchObject({ n: 2 });
  await inTransaction(app.db, (tx) => forgetViewsOf(app, tx, resident.id));
  expect(await seen()).toMatchObject({ n: 1 });
});
