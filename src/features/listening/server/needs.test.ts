import { describe, expect, test } from 'vitest';
import { addListeningSession, addVoicedNeeds } from '#testing/factories-listening.ts';
import { controlName, rowFields } from '../need-table.ts';
import { needsOf, useScene } from './listening.fixture.ts';
import { addNeeds, showNeeds } from './needs.ts';
import { saveTable } from './need-table.ts';

const scene = useScene();

async function heldSession(count = 0) {
  const { app, fier } = scene();
  const session = await addListeningSession(app.db, fier, { state: 'held' });
  await addVoicedNeeds(
    app.db,
    session,
    Array.from({ length: count }, () => ({})),
  );
  return session;
}

async function statements(id: string) {
  const { app, editor } = scene();
  return (await showNeeds(app, editor, id)).needs.map(
    ({ position, statement }) => `${position} ${statement}`,
  );
}

/** The table as it is drawn. */
async function tableOf(id: string) {
  const { needs } = await showNeeds(scene().app, scene().editor, id);
  return {
    needs,
    fields: Object.fromEntries(needs.flatMap((need, row) => Object.entries(rowFields(row, need)))),
  };
}

describe('needs are written down one a line', () => {
  test('with what stands before the line, else with what was chosen beside', async () => {
    const { app, facilitator, fier } = scene();
    const { id } = await heldSession();
    const given = needsOf('Ujë\n\n@çakran: Rrugë', { speaker: 'fermer', place: 'te kisha' });
    expect(await addNeeds(app, facilitator, id, given)).toEqual({ kind: 'done', value: { added: 2 } });
    const { needs } = await showNeeds(app, facilitator, id);
    expect(needs).toMatchObject([
      { statement: 'Ujë', unitId: null, place: 'te kisha', speaker: 'fermer', review: 'open' },
      { statement: 'Rrugë', unitId: fier.unit.id, place: 'te kisha', position: 2 },
    ]);
  });

  test('by two people at once: each need has a place of its own', async () => {
    const { app, facilitator, second } = scene();
    const { id } = await heldSession();
    const lines = (who: string) => needsOf([1, 2, 3].map((n) => `${who}${n}`).join('\n'));
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((who, index) =>
        addNeeds(app, index % 2 ? second : facilitator, id, lines(who)),
      ),
    );
    const { needs } = await showNeeds(app, facilitator, id);
    expect(needs.map(({ position }) => position)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    expect(new Set(needs.map(({ statement }) => statement)).size).toBe(12);
  });

  test('once, however often the form is sent', async () => {
    const { app, facilitator } = scene();
    const { id } = await heldSession();
    const given = needsOf('Ujë\nRrugë');
    const outcomes = await Promise.all([1, 2, 3].map(() => addNeeds(app, facilitator, id, given)));
    expect(
      outcomes.reduce((sum, outcome) => sum + (outcome.kind === 'done' ? outcome.value.added : 99), 0),
    ).toBe(2);
    expect(await statements(id)).toEqual(['1 Ujë', '2 Rrugë']);
  });

  test.each([
    ['', 'form.fault.missing', undefined],
    ['Ujë\nmerrni 069 123 4567', 'listening.fault.line-personal', 2],
    [`Ujë\n\n${'x'.repeat(1001)}`, 'listening.fault.line-long', 3],
    ['x\n'.repeat(201), 'listening.fault.lines', undefined],
  ])('%#: what cannot stand is refused whole, with its line', async (lines, key, line) => {
    const { app, facilitator } = scene();
    const { id } = await heldSession();
    const outcome = await addNeeds(app, facilitator, id, needsOf(lines));
    expect(outcome).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'lines', key, ...(line ? { values: { line } } : {}) }],
    });
    expect(await statements(id)).toEqual([]);
  });

  test('not before the session, nor after it is called off', async () => {
    const { app, facilitator, fier } = scene();
    const ahead = await addListeningSession(app.db, fier, { held_on: '2026-04-01' });
    const off = await addListeningSession(app.db, fier, { state: 'cancelled', cancel_reason: 'x' });
    for (const [{ id }, key] of [
      [ahead, 'listening.fault.ahead'],
      [off, 'listening.fault.closed'],
    ] as const) {
      expect(await addNeeds(app, facilitator, id, needsOf('Ujë'))).toMatchObject({ faults: [{ key }] });
    }
  });

  test('by those who work there alone', async () => {
    const { app, stranger, coordinator } = scene();
    const { id } = await heldSession();
    await expect(addNeeds(app, stranger, id, needsOf('Ujë'))).rejects.toThrow('not-found');
    await expect(addNeeds(app, coordinator, id, needsOf('Ujë'))).rejects.toThrow('forbidden');
  });
});

describe('the table of needs', () => {
  test('saves what was changed, removed and moved', async () => {
    const { app, facilitator } = scene();
    const { id } = await heldSession(4);
    const { fields } = await tableOf(id);
    const sent = {
      ...fields,
      [controlName(0, 'statement')]: 'Ujë i\npijshëm',
      [controlName(1, 'remove')]: 'yes',
      [controlName(3, 'position')]: '1',
    };
    expect(await saveTable(app, facilitator, id, sent)).toEqual({
      kind: 'done',
      value: { changed: 1, removed: 1 },
    });
    expect(await statements(id)).toEqual(['1 Nevoja 4', '2 Ujë i pijshëm', '3 Nevoja 3']);
  });

  test('left as it is, changes nothing', async () => {
    const { app, facilitator } = scene();
    const { id } = await heldSession(3);
    const { fields, needs } = await tableOf(id);
    expect(await saveTable(app, facilitator, id, fields)).toMatchObject({
      value: { changed: 0, removed: 0 },
    });
    expect((await tableOf(id)).needs).toEqual(needs);
  });

  test('shows what someone else changed meanwhile beside what was typed, and saves nothing', async () => {
    const { app, facilitator, second } = scene();
    const { id } = await heldSession(3);
    const { fields } = await tableOf(id);
    const mine = {
      ...fields,
      [controlName(1, 'statement')]: 'e imja',
      [controlName(2, 'speaker')]: 'fermer',
    };
    const outcomes = await Promise.all([
      saveTable(app, facilitator, id, mine),
      saveTable(app, second, id, { ...fields, [controlName(1, 'statement')]: 'e tjetrit' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    const conflict = outcomes.find((outcome) => outcome.kind === 'conflict');
    const { needs } = await tableOf(id);
    expect(conflict).toMatchObject({
      theirs: { [controlName(1, 'statement')]: needs[1]?.statement, [controlName(1, 'version')]: '2' },
    });
    expect(
      Object.keys(conflict?.kind === 'conflict' ? conflict.theirs : {}).every((name) =>
        name.startsWith('needs.1.'),
      ),
    ).toBe(true);
  });

  test('names the cell that cannot stand', async () => {
    const { app, facilitator, fier } = scene();
    const { id } = await heldSession(3);
    const { fields } = await tableOf(id);
    const sent = {
      ...fields,
      [controlName(0, 'statement')]: '  ',
      [controlName(1, 'speaker')]: 'Arta Hoxha',
      [controlName(2, 'field')]: fier.unit.id,
    };
    expect(await saveTable(app, facilitator, id, sent)).toMatchObject({
      kind: 'refused',
      faults: [
        { field: 'needs.0.statement', key: 'form.fault.missing' },
        { field: 'needs.1.speaker', key: 'listening.fault.name' },
        { field: 'needs.2.field', key: 'form.fault.choice' },
      ],
    });
  });

  test('does not reach needs of other sessions', async () => {
    const { app, facilitator } = scene();
    const { id } = await heldSession(1);
    const other = await heldSession(1);
    const { fields } = await tableOf(other.id);
    const outcome = await saveTable(app, facilitator, id, { ...fields, [controlName(0, 'remove')]: 'yes' });
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ key: 'listening.fault.gone' }] });
    expect(await statements(other.id)).toEqual(['1 Nevoja 1']);
  });

  test('keeps a need that stands in a group', async () => {
    const { app, facilitator } = scene();
    const session = await heldSession(2);
    const { fields, needs } = await tableOf(session.id);
    await app.db
      .insertInto('compiled_need')
      .values({
        municipality_id: session.municipality_id,
        need_id: needs[0]?.id ?? '',
        set_aside_reason: 'x',
      })
      .execute();
    const all = { ...fields, [controlName(0, 'remove')]: 'yes', [controlName(1, 'remove')]: 'yes' };
    expect(await saveTable(app, facilitator, session.id, all)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'needs.0.remove', key: 'listening.fault.compiled' }],
    });
    expect(await statements(session.id)).toHaveLength(2);
  });

  test('other words are reviewed again, another place is not', async () => {
    const { app, facilitator, fier } = scene();
    const session = await addListeningSession(app.db, fier, { state: 'held' });
    await addVoicedNeeds(app.db, session, [{ review: 'accepted' }, { review: 'withheld', review_note: 'x' }]);
    const { fields } = await tableOf(session.id);
    await saveTable(app, facilitator, session.id, {
      ...fields,
      [controlName(0, 'speaker')]: 'fermer',
      [controlName(1, 'statement')]: 'Tjetër',
    });
    expect((await tableOf(session.id)).needs).toMatchObject([
      { review: 'accepted', speaker: 'fermer' },
      { review: 'open', reviewNote: '' },
    ]);
  });
});
