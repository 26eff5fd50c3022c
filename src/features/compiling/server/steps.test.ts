import { randomUUID } from 'node:crypto';
import { beforeEach, beforeAll, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addFrozenDraft } from '#testing/factories-contracts.ts';
import { addBoard, addCompiler, addVoicedNeeds, type TestBoard } from '#testing/factories-compiling.ts';
import { dissolve, merge, placeNeeds, release, rename, setAside } from './steps.ts';
import { undo } from './undo.ts';

const database = useDatabase();
let app: App;
let board: TestBoard;
let arta: Actor;
let needs: string[];

beforeAll(() => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
});

beforeEach(async () => {
  board = await addBoard(app.db);
  arta = await addCompiler(app.db, board);
  needs = await addVoicedNeeds(app.db, board, [
    { statement: 'Rruga e fshatit' },
    { statement: 'Ura mbi lumë' },
    { statement: 'Uji i pijshëm' },
  ]);
});

function form() {
  return { ...board.keys, step: randomUUID() };
}

function seen(at: string, ...indexes: number[]) {
  return indexes.map((index) => ({ id: needs[index] ?? '', at }));
}

/** A new candidate of some needs; its id and the step's number. */
async function made(title: string, chosen: { id: string; at: string }[], actor = arta) {
  const outcome = await placeNeeds(app, actor, {
    ...form(),
    needs: chosen,
    candidate: null,
    title,
    field: null,
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { id: outcome.value.candidateId ?? '', number: outcome.value.number };
}

/** Where each need stands: a candidate's title, 'waiting', or the reason. */
async function places() {
  const rows = await app.db
    .selectFrom('voiced_need')
    .leftJoin('compiled_need', 'compiled_need.need_id', 'voiced_need.id')
    .leftJoin('candidate_priority', 'candidate_priority.id', 'compiled_need.candidate_id')
    .select(['voiced_need.id', 'candidate_priority.title', 'compiled_need.set_aside_reason as reason'])
    .where('voiced_need.municipality_id', '=', board.municipalityId)
    .execute();
  return needs.map((id) => {
    const row = rows.find((one) => one.id === id);
    return row?.title ?? row?.reason ?? 'waiting';
  });
}

describe('a need', () => {
  test('put together with others makes a candidate with the first one’s words, where no title is given', async () => {
    await made('', seen('waiting', 1, 0));
    expect(await places()).toEqual(['Ura mbi lumë', 'Ura mbi lumë', 'waiting']);
  });

  test('stands in one candidate at a time: putting it elsewhere takes it out of the first', async () => {
    const roads = await made('Rrugë', seen('waiting', 0, 1));
    const water = await made('Ujë', seen('waiting', 2));
    const moved = { ...form(), needs: seen(roads.id, 1), candidate: water.id, title: '', field: null };
    expect(await placeNeeds(app, arta, moved)).toMatchObject({ kind: 'done' });
    expect(await places()).toEqual(['Rrugë', 'Ujë', 'Ujë']);
  });

  test('is set aside with a reason, and taken back', async () => {
    await setAside(app, arta, { ...form(), needs: seen('waiting', 0), reason: 'Jo e bashkisë' });
    expect(await places()).toEqual(['Jo e bashkisë', 'waiting', 'waiting']);
    await release(app, arta, { ...form(), needs: seen('aside', 0) });
    expect(await places()).toEqual(['waiting', 'waiting', 'waiting']);
  });

  test('of another board is not taken', async () => {
    const other = await addBoard(app.db);
    const [stranger = ''] = await addVoicedNeeds(app.db, other, [{ statement: 'Tjetërkund' }]);
    const command = {
      ...form(),
      needs: [{ id: stranger, at: 'waiting' }],
      candidate: null,
      title: 'X',
      field: null,
    };
    expect(await placeNeeds(app, arta, command)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'compiling.fault.gone' }],
    });
  });
});

describe('undoing', () => {
  test('a merge brings the candidate and its needs back, and can itself be undone', async () => {
    const roads = await made('Rrugë', seen('waiting', 0, 1));
    const water = await made('Ujë', seen('waiting', 2));
    const merged = await merge(app, arta, { ...form(), candidate: water.id, into: roads.id });
    expect(await places()).toEqual(['Rrugë', 'Rrugë', 'Rrugë']);
    const number = merged.kind === 'done' ? merged.value.number : 0;
    const undone = await undo(app, arta, { ...form(), number });
    expect(undone).toMatchObject({ kind: 'done', value: { kept: 0 } });
    expect(await places()).toEqual(['Rrugë', 'Rrugë', 'Ujë']);
    await undo(app, arta, { ...form(), number: number + 1 });
    expect(await places()).toEqual(['Rrugë', 'Rrugë', 'Rrugë']);
  });

  test('takes back what still is as the step left it, and leaves what was moved since', async () => {
    const roads = await made('Rrugë', seen('waiting', 0, 1));
    await setAside(app, arta, { ...form(), needs: seen(roads.id, 1), reason: 'Dy herë' });
    expect(await undo(app, arta, { ...form(), number: roads.number })).toMatchObject({
      kind: 'done',
      value: { kept: 1 },
    });
    expect(await places()).toEqual(['waiting', 'Dy herë', 'waiting']);
  });

  test('is refused where all was changed since, and a second time', async () => {
    const roads = await made('Rrugë', seen('waiting', 0));
    const again = await made('Ujë', seen('waiting', 2));
    await merge(app, arta, { ...form(), candidate: roads.id, into: again.id });
    expect(await undo(app, arta, { ...form(), number: roads.number })).toMatchObject({
      faults: [{ key: 'compiling.fault.changed-since' }],
    });
    await undo(app, arta, { ...form(), number: 3 });
    expect(await undo(app, arta, { ...form(), number: 3 })).toMatchObject({
      faults: [{ key: 'compiling.fault.already-undone' }],
    });
  });

  test('does not take away a candidate that was given other needs since', async () => {
    const roads = await made('Rrugë', seen('waiting', 0));
    await placeNeeds(app, arta, {
      ...form(),
      needs: seen('waiting', 1),
      candidate: roads.id,
      title: '',
      field: null,
    });
    await undo(app, arta, { ...form(), number: roads.number });
    expect(await places()).toEqual(['waiting', 'Rrugë', 'waiting']);
  });

  test('of a name is refused after another name', async () => {
    const roads = await made('Rrugë', seen('waiting', 0));
    await rename(app, arta, { ...form(), candidate: roads.id, title: 'Rrugët', field: null, version: 1 });
    await rename(app, arta, { ...form(), candidate: roads.id, title: 'Rrugica', field: null, version: 2 });
    expect(await undo(app, arta, { ...form(), number: 2 })).toMatchObject({
      faults: [{ key: 'compiling.fault.changed-since' }],
    });
    await undo(app, arta, { ...form(), number: 3 });
    expect(await places()).toEqual(['Rrugët', 'waiting', 'waiting']);
  });
});

test('a dissolved candidate leaves its needs waiting, and takes none', async () => {
  const roads = await made('Rrugë', seen('waiting', 0, 1));
  await dissolve(app, arta, { ...form(), candidate: roads.id });
  expect(await places()).toEqual(['waiting', 'waiting', 'waiting']);
  const late = { ...form(), needs: seen('waiting', 2), candidate: roads.id, title: '', field: null };
  expect(await placeNeeds(app, arta, late)).toMatchObject({
    faults: [{ field: 'candidate', key: 'compiling.fault.dissolved' }],
  });
});

test('every step is written down, and none can be changed or taken away', async () => {
  await made('Rrugë', seen('waiting', 0));
  const where = app.db
    .updateTable('compiling_step')
    .set({ reason: 'x' })
    .where('municipality_id', '=', board.municipalityId);
  await expect(where.execute()).rejects.toThrow('only ever added');
  const audited = await app.db
    .selectFrom('audit_event')
    .select(['action', 'actor'])
    .where('municipality_id', '=', board.municipalityId)
    .execute();
  expect(audited).toEqual([{ action: 'compile-create', actor: arta.kind === 'account' ? arta.id : '' }]);
});

test('on the board of a frozen contract nothing moves', async () => {
  await addFrozenDraft(app.db, {
    municipality_id: board.municipalityId,
    mandate_id: board.mandateId,
    organisation_id: board.organisationId,
  });
  const command = { ...form(), needs: seen('waiting', 0), reason: 'Vonë' };
  expect(await setAside(app, arta, command)).toMatchObject({ faults: [{ key: 'compiling.fault.frozen' }] });
});

describe('who may compile', () => {
  async function tried(actor: Actor) {
    const command = { ...form(), needs: seen('waiting', 0), reason: 'Provë' };
    return setAside(app, actor, command).then(
      ({ kind }) => kind,
      (error: unknown) => (error instanceof Error ? error.message.replace(/:.*/, '') : ''),
    );
  }

  test('facilitators and editors of the municipality’s organisation', async () => {
    expect(await tried(await addCompiler(app.db, board, { role: 'facilitator' }))).toBe('done');
  });

  test('a coordinator reads only', async () => {
    const grants = [{ role: 'coordinator', scope: { kind: 'network' } }] as const;
    const { id } = await addCompiler(app.db, board);
    expect(await tried({ kind: 'account', id, grants, awaitsSecondFactor: false })).toBe('forbidden');
  });

  test('for a monitor, for the municipality’s contact, for nobody, and for editors elsewhere there is no board', async () => {
    expect(await tried(nobody)).toBe('not-found');
    expect(await tried(await addCompiler(app.db, board, { role: 'monitor' }))).toBe('not-found');
    expect(await tried(await addCompiler(app.db, await addBoard(app.db)))).toBe('not-found');
  });
});
