import { beforeEach, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import type { AssignMany } from '../schema.ts';
import { showAssessment } from './assessment-page.ts';
import { assignMany, assignOne, showProposal, takeProposal } from './assign.ts';
import { barsOf, declareConflict, endConflict, showConflicts } from './conflicts.ts';
import { openCoding, reopenEvidence } from './open-coding.ts';
import { useRounds } from './rounds.fixture.ts';

const { app, made } = useRounds();

beforeEach(async () => {
  const { db } = app();
  await db.deleteFrom('conflict_of_interest').execute();
  // The trigger keeps what was handed in: each test that hands in codes is the last about that component.
  await db
    .updateTable('assessment')
    .set({ stage: 'evidence' })
    .where('id', '=', made().assessment.id)
    .execute();
});

const keep: AssignMany = { priorities: [], monitor: 'keep', first: 'keep', second: 'keep' };

function seats() {
  return app()
    .db.selectFrom('coding_seat')
    .innerJoin('coding_task', 'coding_task.id', 'coding_seat.task_id')
    .select(['task_id', 'seat', 'account_id'])
    .where('assessment_id', '=', made().assessment.id)
    .orderBy('task_id')
    .orderBy('seat')
    .execute();
}

async function holders() {
  return new Set((await seats()).map(({ seat, account_id }) => `${seat} ${account_id}`));
}

function many(actor: Actor, given: object) {
  return assignMany(app(), actor, made().assessment.id, { ...keep, ...given });
}

describe('assigning people', () => {
  test('is for editors of the municipality and the coordinator', async () => {
    for (const actor of [nobody, made().editorElsewhere, made().contact, made().facilitator]) {
      await expect(many(actor, {})).rejects.toThrow('not-found');
    }
    await expect(many(made().monitor, {})).rejects.toThrow('forbidden');
    expect(await many(made().editor, {})).toEqual({ kind: 'done', value: { changed: 0, left: 0 } });
    expect(await many(made().coordinator, {})).toMatchObject({ kind: 'done' });
  });

  test('in bulk reaches all components, or those of some priorities', async () => {
    const { editor, monitor, coder, priorities } = made();
    expect(await many(editor, { first: monitor.id })).toMatchObject({ value: { changed: 3, left: 0 } });
    expect(await holders()).toEqual(new Set([`1 ${monitor.id}`, `2 ${made().otherCoder.id}`]));
    const some = { priorities: [priorities[1]?.id ?? ''], first: coder.id };
    expect(await many(editor, some)).toMatchObject({ value: { changed: 1 } });
    expect(await many(editor, { first: coder.id })).toMatchObject({ value: { changed: 2 } });
  });

  test('refuses a second coder of the organisation that monitors, and one person twice', async () => {
    expect(await many(made().editor, { second: made().monitor.id })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'second', key: 'rounds.fault.no-other-organisation' }],
    });
    expect(await many(made().editor, { first: made().otherCoder.id })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'second', key: 'rounds.fault.same-person' }],
    });
  });

  test('of one component shows what somebody else saved meanwhile', async () => {
    const { editor, assessment, monitor, otherCoder } = made();
    const page = await showAssessment(app(), editor, assessment.id);
    const task = page.tasks[0];
    if (!task) throw new Error('three were made');
    const ids = { id: assessment.id, taskId: task.id };
    const wanted = { monitor: monitor.id, first: monitor.id, second: otherCoder.id, version: task.version };
    const both = await Promise.all([
      assignOne(app(), editor, ids, wanted),
      assignOne(app(), made().coordinator, ids, wanted),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    await many(editor, { first: made().coder.id });
  });
});

test('a fair proposal fills what is open, and is taken over only as it was seen', async () => {
  const { editor, assessment, coder } = made();
  await many(editor, { monitor: 'none', first: 'none', second: 'none' });
  const { seen, proposal } = await showProposal(app(), editor, assessment.id);
  expect(proposal.every(({ gaps }) => gaps.length === 0)).toBe(true);
  await many(editor, { first: coder.id });
  expect(await takeProposal(app(), editor, assessment.id, { seen })).toMatchObject({ kind: 'refused' });
  const again = await showProposal(app(), editor, assessment.id);
  expect(await takeProposal(app(), editor, assessment.id, again)).toEqual({
    kind: 'done',
    value: { changed: 3, left: 0 },
  });
  expect(await seats()).toHaveLength(6);
  expect((await showProposal(app(), editor, assessment.id)).proposal.some(({ isNew }) => isNew)).toBe(false);
});

describe('a conflict of interest', () => {
  function declaration(given: object = {}) {
    const where = { account: null, municipality: made().municipality.id, priority: null };
    return { ...where, since: '2028-09-01', until: null, reason: 'Punon atje', ...given };
  }

  test('frees the places of whoever declares it, and keeps them from new ones', async () => {
    const { coder, editor, priorities, assessment } = made();
    await many(editor, { monitor: coder.id, first: coder.id, second: made().otherCoder.id });
    const outcome = await declareConflict(app(), coder, declaration({ priority: priorities[0]?.id ?? null }));
    expect(outcome).toEqual({ kind: 'done', value: { seats: 2, monitoring: 2, handedIn: 0 } });
    expect(await many(editor, { first: coder.id })).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'rounds.fault.barred' }],
    });
    const { conflicts } = await showConflicts(app(), editor, undefined);
    expect(conflicts).toMatchObject([{ accountId: coder.id, isOwn: false, mayEnd: false }]);
    const { proposal } = await showProposal(app(), editor, assessment.id);
    expect(proposal[0]?.firstId).not.toBe(coder.id);
  });

  test('that begins after the round is public, or is over, frees nothing', async () => {
    await many(made().editor, { first: made().coder.id, second: made().otherCoder.id });
    for (const days of [{ since: '2029-01-01' }, { since: '2027-01-01', until: '2027-12-31' }]) {
      expect(await declareConflict(app(), made().coder, declaration(days))).toMatchObject({
        value: { seats: 0 },
      });
    }
  });

  test('is declared by its person or recorded by the coordinator, and by nobody else', async () => {
    const { editor, coder, coordinator, contact, monitorElsewhere } = made();
    const about = declaration({ account: coder.id });
    await expect(declareConflict(app(), editor, about)).rejects.toThrow('forbidden');
    await expect(declareConflict(app(), contact, declaration())).rejects.toThrow('forbidden');
    await expect(declareConflict(app(), nobody, declaration())).rejects.toThrow('forbidden');
    expect(await declareConflict(app(), coordinator, about)).toMatchObject({ kind: 'done' });
    const bars = async (day: string) => {
      const { fromPriority, fromMunicipality } = await barsOf(app().db, coder.id, day);
      const { municipality, elsewhere, priorities } = made();
      return [
        fromMunicipality(municipality.id),
        fromMunicipality(elsewhere.id),
        ...priorities.map(({ id }) => fromPriority(municipality.id, id)),
      ];
    };
    expect(await bars('2028-09-10')).toEqual([true, false, true, true]);
    const [own] = (await showConflicts(app(), coder, undefined)).conflicts;
    const id = { conflict: own?.id ?? '' };
    // What the coordinator recorded is not for its person to take back, and others do not know of it.
    await expect(endConflict(app(), coder, id)).rejects.toThrow('forbidden');
    await expect(endConflict(app(), monitorElsewhere, id)).rejects.toThrow('not-found');
    await endConflict(app(), coordinator, id);
    expect(await bars('2028-09-11')).toEqual([false, false, false, false]);
  });

  test('about one priority keeps from deciding about that one, and not about the municipality', async () => {
    const { coder, municipality, priorities } = made();
    await declareConflict(app(), coder, declaration({ priority: priorities[0]?.id ?? null }));
    const { fromPriority, fromMunicipality } = await barsOf(app().db, coder.id, '2028-09-10');
    expect(priorities.map(({ id }) => fromPriority(municipality.id, id))).toEqual([true, false]);
    expect(fromMunicipality(municipality.id)).toBe(false);
    const other = await barsOf(app().db, made().monitor.id, '2028-09-10');
    expect(other.fromPriority(municipality.id, priorities[0]?.id ?? '')).toBe(false);
  });

  test('says nothing of its reason in the audit trail', async () => {
    await declareConflict(app(), made().coder, declaration());
    const told = await app()
      .db.selectFrom('audit_event')
      .selectAll()
      .where('subject_kind', '=', 'conflict-of-interest')
      .execute();
    expect(JSON.stringify(told)).not.toContain('Punon');
    expect(told).not.toEqual([]);
  });
});

describe('coding', () => {
  test('is opened by an editor once every component has two coders', async () => {
    const { editor, monitor, editorElsewhere, assessment, coder, otherCoder } = made();
    await many(editor, { first: 'none' });
    expect(await openCoding(app(), editor, assessment.id)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'rounds.fault.without-coders', values: { count: 3 } }],
    });
    await many(editor, { first: coder.id, second: otherCoder.id });
    await expect(openCoding(app(), monitor, assessment.id)).rejects.toThrow('forbidden');
    await expect(openCoding(app(), editorElsewhere, assessment.id)).rejects.toThrow('not-found');
    expect(await openCoding(app(), editor, assessment.id)).toMatchObject({ kind: 'done' });
    await expect(openCoding(app(), editor, assessment.id)).rejects.toThrow('conflict');
  });

  test('goes back to the evidence while nobody has handed in, and not after', async () => {
    const { editor, assessment, tasks, coder, municipality } = made();
    const reason = { reason: '' };
    await openCoding(app(), editor, assessment.id);
    expect(await reopenEvidence(app(), editor, assessment.id, reason)).toMatchObject({ kind: 'done' });
    await openCoding(app(), editor, assessment.id);
    const handedIn = { task_id: tasks[0]?.id ?? '', seat: 1, account_id: coder.id };
    await app()
      .db.insertInto('coding')
      .values({ ...handedIn, code: 'none', rationale: 'U kërkua', submitted_at: new Date() })
      .execute();
    expect(await reopenEvidence(app(), editor, assessment.id, reason)).toMatchObject({ kind: 'refused' });
    // Whoever has handed in keeps the seat, whatever is declared later; the editor is told.
    const later = { account: null, municipality: municipality.id, priority: null, until: null };
    expect(
      await declareConflict(app(), coder, { ...later, since: '2028-09-01', reason: 'Punon atje' }),
    ).toMatchObject({ value: { seats: 2, handedIn: 1 } });
    const page = await showAssessment(app(), editor, assessment.id);
    expect(page.tasks.find(({ id }) => id === tasks[0]?.id)).toMatchObject({
      first: { accountId: coder.id, handedIn: true },
      barred: { first: true },
    });
  });
});
