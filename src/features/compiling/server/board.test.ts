import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addBoard, addCompiler, addSession, addVoicedNeeds } from '#testing/factories-compiling.ts';
import { boardFilter } from '../schema.ts';
import { showBoard, showNearNeeds } from './board.ts';
import { listDuplicates } from './duplicates.ts';
import { placeNeeds, setAside } from './steps.ts';
import { undo } from './undo.ts';

const database = useDatabase();

const said = [
  'Rruga e fshatit është e prishur',
  'Rruges se fshatit i duhet asfalt se eshte e prishur',
  'Çerdhja nuk ka ngrohje në dimër',
  'Uji vjen dy orë në ditë',
];

/** A board with needs of one session, and its editor. */
async function start(statements: readonly string[] = said) {
  const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  const board = await addBoard(app.db);
  const actor = await addCompiler(app.db, board);
  const session = await addSession(app.db, board, { state: 'held', channel: 'on-site', participants: 9 });
  const needs = await addVoicedNeeds(
    app.db,
    board,
    statements.map((statement) => ({ statement, session_id: session.id })),
  );
  const form = () => ({ ...board.keys, step: randomUUID() });
  const open = (query: Record<string, unknown> = {}) =>
    showBoard(app, actor, board.keys, boardFilter.parse(query));
  const find = async (q: string) => (await open({ q })).needs.map(({ statement }) => statement);
  const waiting = (...at: number[]) => at.map((index) => ({ id: needs[index] ?? '', at: 'waiting' }));
  return { app, board, actor, needs, form, open, find, waiting };
}

test('a search finds words with and without diacritics, in another form, and begun', async () => {
  const { find } = await start();
  expect(await find('cerdhja')).toEqual([said[2]]);
  expect(await find('çerdhe')).toEqual([said[2]]);
  expect(await find('rruga fshati')).toEqual([said[0], said[1]]);
  expect(await find('ngroh')).toEqual([said[2]]);
  expect(await find('spitali')).toEqual([]);
});

test('a word one slip away is found where nothing has it as typed, and the page says so', async () => {
  const { open } = await start();
  const page = await open({ q: 'nxrohje' });
  expect(page.needs.map(({ statement }) => statement)).toEqual([said[2]]);
  expect(page.slips).toBe(true);
});

test('a search never finds the needs of another board', async () => {
  const { find } = await start();
  await start(['Spitali është larg']);
  expect(await find('spitali')).toEqual([]);
});

test('signs of the query language are words like others, or nothing', async () => {
  const { find } = await start();
  for (const typed of ["rruga'", 'rruga & ! |', ':*', "'", '\\', '%', '(']) {
    await expect(find(typed)).resolves.toBeInstanceOf(Array);
  }
});

test('the counts of a board follow every step, and its undoing', async () => {
  const { app, actor, open, form, waiting } = await start();
  await placeNeeds(app, actor, {
    ...form(),
    needs: waiting(0, 1),
    candidate: null,
    title: 'Rrugë',
    field: null,
  });
  await setAside(app, actor, { ...form(), needs: waiting(3), reason: 'E ujësjellësit' });
  const placed = await open();
  expect(placed.counts).toEqual({ needs: 4, grouped: 2, aside: 1, waiting: 1 });
  expect(placed.candidates).toMatchObject([{ title: 'Rrugë', needs: 2, sessions: 1 }]);
  await undo(app, actor, { ...form(), number: 1 });
  await undo(app, actor, { ...form(), number: 2 });
  const undone = await open();
  expect(undone.counts).toEqual({ needs: 4, grouped: 0, aside: 0, waiting: 4 });
  expect(undone.candidates).toEqual([]);
});

test('near to a need are those that share its words, nearest first, and not itself', async () => {
  const { app, actor, board, needs } = await start();
  const page = await showNearNeeds(app, actor, board.keys, needs[0] ?? '', {});
  expect(page.near.map(({ id }) => id)).toEqual([needs[1]]);
});

test('likely duplicates are listed until they stand in one candidate or were set aside', async () => {
  const twice = ['Rruga e fshatit është e prishur', 'Rruges se fshatit eshte prishur', 'Uji vjen rrallë'];
  const { app, actor, board, needs, form, waiting } = await start(twice);
  const groups = async () => {
    const page = await listDuplicates(app, actor, board.keys, { after: undefined, done: undefined });
    return page.groups.map((group) => group.map(({ id }) => id).toSorted());
  };
  expect(await groups()).toEqual([needs.slice(0, 2).toSorted()]);
  await placeNeeds(app, actor, { ...form(), needs: waiting(0, 1), candidate: null, title: '', field: null });
  expect(await groups()).toEqual([]);
});

test('walking the pages of likely duplicates meets every group once', async () => {
  const names = [
    'shkolla',
    'spitali',
    'kanali',
    'tregu',
    'stadiumi',
    'biblioteka',
    'varreza',
    'parku',
    'ura',
  ];
  const more = ['mulliri', 'kinema', 'farmacia'];
  const statements = [...names, ...more].flatMap((name) =>
    [1, 2, 3].map(() => `Duhet rregulluar ${name} mbrapa ${name}s`),
  );
  const { app, actor, board, needs } = await start(statements);
  const met: string[] = [];
  let after: string | undefined;
  do {
    const page = await listDuplicates(app, actor, board.keys, { after, done: undefined });
    met.push(...page.groups.flat().map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(met.toSorted()).toEqual(needs.toSorted());
});
