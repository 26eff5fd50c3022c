import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addBoard, addCompiler, addVoicedNeeds, type TestBoard } from '#testing/factories-compiling.ts';
import { merge, placeNeeds, rename } from './steps.ts';
import { undo } from './undo.ts';

const database = useDatabase();
let app: App;
let board: TestBoard;
let arta: Actor;
let besa: Actor;
let needs: string[];

beforeAll(() => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
});

beforeEach(async () => {
  board = await addBoard(app.db);
  arta = await addCompiler(app.db, board, { name: 'Arta' });
  besa = await addCompiler(app.db, board, { name: 'Besa' });
  needs = await addVoicedNeeds(app.db, board, [
    { statement: 'Rruga' },
    { statement: 'Ura' },
    { statement: 'Uji' },
  ]);
});

function put(index: number, title: string, candidate: string | null = null, at = 'waiting') {
  const need = { id: needs[index] ?? '', at };
  return { ...board.keys, step: randomUUID(), needs: [need], candidate, title, field: null };
}

async function made(index: number, title: string): Promise<string> {
  const outcome = await placeNeeds(app, arta, put(index, title));
  return outcome.kind === 'done' ? (outcome.value.candidateId ?? '') : '';
}

function steps() {
  return app.db
    .selectFrom('compiling_step')
    .select(['number', 'kind'])
    .where('municipality_id', '=', board.municipalityId)
    .orderBy('number')
    .execute();
}

test('of two editors who place the same need at once one wins, and the other is told where it went and by whom', async () => {
  const outcomes = await Promise.all([
    placeNeeds(app, arta, put(0, 'E Artës')),
    placeNeeds(app, besa, put(0, 'E Besës')),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  const winner = outcomes[0].kind === 'done' ? 'Arta' : 'Besa';
  expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({
    faults: [
      {
        field: 'needs',
        key: 'compiling.fault.moved-to-candidate',
        values: { need: 'Rruga', candidate: winner === 'Arta' ? 'E Artës' : 'E Besës', by: winner },
      },
    ],
  });
  const candidates = await app.db
    .selectFrom('candidate_priority')
    .select('id')
    .where('municipality_id', '=', board.municipalityId)
    .execute();
  expect(candidates).toHaveLength(1);
});

test('a form that is sent twice at once is one step, and both answers are the same', async () => {
  const command = put(0, 'Rrugë');
  const outcomes = await Promise.all([placeNeeds(app, arta, command), placeNeeds(app, arta, command)]);
  expect(outcomes[0]).toMatchObject({ kind: 'done', value: { number: 1 } });
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(await steps()).toHaveLength(1);
});

test('a page that is gone back to and sent again with another choice is another step', async () => {
  const command = put(0, 'Rrugë');
  await placeNeeds(app, arta, command);
  const other = { ...command, needs: [{ id: needs[1] ?? '', at: 'waiting' }] };
  expect(await placeNeeds(app, arta, other)).toMatchObject({ kind: 'done', value: { number: 2 } });
});

test('of two merges of one candidate at once one is done, and the other is told what it was merged into', async () => {
  const [roads, bridges, water] = [await made(0, 'Rrugë'), await made(1, 'Ura'), await made(2, 'Ujë')];
  const outcomes = await Promise.all([
    merge(app, arta, { ...board.keys, step: randomUUID(), candidate: roads, into: bridges }),
    merge(app, besa, { ...board.keys, step: randomUUID(), candidate: roads, into: water }),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({
    faults: [{ key: 'compiling.fault.merged', values: { candidate: 'Rrugë' } }],
  });
});

test('two candidates merged into each other at once do not both go away', async () => {
  const [roads, bridges] = [await made(0, 'Rrugë'), await made(1, 'Ura')];
  await Promise.all([
    merge(app, arta, { ...board.keys, step: randomUUID(), candidate: roads, into: bridges }),
    merge(app, besa, { ...board.keys, step: randomUUID(), candidate: bridges, into: roads }),
  ]);
  const rows = await app.db
    .selectFrom('candidate_priority')
    .innerJoin('compiled_need', 'compiled_need.candidate_id', 'candidate_priority.id')
    .select(['candidate_priority.id'])
    .where('candidate_priority.municipality_id', '=', board.municipalityId)
    .where('retired', '=', false)
    .execute();
  expect(rows).toHaveLength(2);
});

test('merging while someone renames: the name comes first and is kept, or is refused with what happened', async () => {
  const [roads, bridges] = [await made(0, 'Rrugë'), await made(1, 'Ura')];
  const [merged, renamed] = await Promise.all([
    merge(app, arta, { ...board.keys, step: randomUUID(), candidate: roads, into: bridges }),
    rename(app, besa, {
      ...board.keys,
      step: randomUUID(),
      candidate: roads,
      title: 'Rrugët rurale',
      field: null,
      version: 1,
    }),
  ]);
  expect(merged.kind).toBe('done');
  if (renamed.kind === 'refused') {
    expect(renamed.faults).toMatchObject([{ field: 'title', key: 'compiling.fault.merged' }]);
  }
  const { title } = await app.db
    .selectFrom('candidate_priority')
    .select('title')
    .where('id', '=', roads)
    .executeTakeFirstOrThrow();
  expect(title).toBe(renamed.kind === 'done' ? 'Rrugët rurale' : 'Rrugë');
});

test('two who rename at once: the second sees the first one’s name', async () => {
  const roads = await made(0, 'Rrugë');
  const command = { ...board.keys, candidate: roads, field: null, version: 1 };
  const outcomes = await Promise.all([
    rename(app, arta, { ...command, step: randomUUID(), title: 'A' }),
    rename(app, besa, { ...command, step: randomUUID(), title: 'B' }),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  expect(outcomes.find(({ kind }) => kind === 'conflict')).toMatchObject({ theirVersion: 2 });
});

test('undoing while the need is moved on: either the undoing or the move, never both', async () => {
  const roads = await made(0, 'Rrugë');
  const bridges = await made(1, 'Ura');
  const [undone, moved] = await Promise.all([
    undo(app, arta, { ...board.keys, step: randomUUID(), number: 1 }),
    placeNeeds(app, besa, put(0, '', bridges, roads)),
  ]);
  const { candidate } = await app.db
    .selectFrom('voiced_need')
    .leftJoin('compiled_need', 'compiled_need.need_id', 'voiced_need.id')
    .select('compiled_need.candidate_id as candidate')
    .where('voiced_need.id', '=', needs[0] ?? '')
    .executeTakeFirstOrThrow();
  // Where the move came first, undoing has only the empty candidate left to take away.
  expect(undone.kind).toBe('done');
  expect(candidate).toBe(moved.kind === 'done' ? bridges : null);
  if (moved.kind === 'done') expect(undone).toMatchObject({ value: { kept: 1 } });
});

test('steps of many at once are numbered one after the other', async () => {
  await Promise.all(
    [0, 1, 2].map((index) => placeNeeds(app, index === 1 ? besa : arta, put(index, `K${index}`))),
  );
  expect((await steps()).map(({ number }) => number)).toEqual([1, 2, 3]);
});
