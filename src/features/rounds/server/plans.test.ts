import { beforeAll, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { addContracts, addPriorities, addRound, addStatuses } from '#testing/factories.ts';
import { addComponents, addMonitoring } from '#testing/factories-monitoring.ts';
import type { OpenRound } from '../schema.ts';
import {
  addMunicipalities,
  changeDeadlines,
  listPlans,
  openRound,
  showAddable,
  showOpening,
} from './plans.ts';
import { showRound } from './progress.ts';
import { listRoundsUnderWay } from './under-way.ts';
import { useRounds } from './rounds.fixture.ts';

const { app, made } = useRounds();
const days = { evidence: '2029-09-15', coding: '2029-10-01', reply: '2029-11-01', publication: '2029-11-15' };
let bare = '';

beforeAll(async () => {
  // A contract whose priorities have no components.
  const [contract] = await addContracts(app().db, [
    { municipality_id: made().elsewhere.id, mandate_id: made().mandate.id },
  ]);
  bare = contract?.id ?? '';
  await addPriorities(app().db, bare, [{}]);
});

function opening(given: Partial<OpenRound> = {}): OpenRound {
  return {
    mandate: made().mandate.id,
    codebook: made().codebook.id,
    number: 2,
    starts: '2028-09',
    ends: '2029-09',
    ...days,
    municipalitiesAre: 'all',
    contracts: [],
    ...given,
  };
}

async function open(actor: Actor, given: Partial<OpenRound> = {}) {
  return openRound(app(), actor, opening(given));
}

describe('opening a round', () => {
  test('is the coordinator’s alone', async () => {
    for (const actor of [nobody, made().editor, made().monitor, made().administrator, made().contact]) {
      await expect(open(actor)).rejects.toThrow('forbidden');
    }
  });

  test('tells contracts apart that have nothing to code, and does not take them', async () => {
    const { open: can, hindered } = await showOpening(app(), made().coordinator, made().mandate.key);
    expect(can.map(({ contractId }) => contractId)).toEqual([made().contract.id]);
    expect(hindered).toMatchObject([{ contractId: bare, hindrance: 'no-components', priorities: 1 }]);
    expect(await open(made().coordinator, { municipalitiesAre: 'some', contracts: [bare] })).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'rounds.fault.none-to-monitor' }],
    });
  });

  test('makes a task of each component, and is written down', async () => {
    const outcome = await open(made().coordinator, { number: 3 });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const assessments = await app()
      .db.selectFrom('assessment')
      .innerJoin('coding_task', 'coding_task.assessment_id', 'assessment.id')
      .select(['stage', 'organisation_id', 'component_id'])
      .where('round_plan_id', '=', outcome.value.id)
      .execute();
    expect(assessments.map((row) => row.component_id).toSorted()).toEqual(
      made()
        .components.map(({ id }) => id)
        .toSorted(),
    );
    expect(assessments[0]).toMatchObject({
      stage: 'evidence',
      organisation_id: made().assessment.organisation_id,
    });
    const told = await app()
      .db.selectFrom('audit_event')
      .select('action')
      .where('subject_id', '=', outcome.value.id)
      .execute();
    expect(told).toEqual([{ action: 'open-round' }]);
  });

  test('happens once for each year of a mandate, also where two ask at once', async () => {
    expect(await open(made().coordinator, { number: 1 })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'number' }],
    });
    const both = await Promise.all([
      open(made().coordinator, { number: 4 }),
      open(made().coordinator, { number: 4 }),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  });

  test('a year that the record has is opened for the municipalities that it lacks, by its codebook and for its period', async () => {
    const other = await addMonitoring(app().db);
    const at = { mandate_id: other.mandate.id, codebook_id: other.codebook.id, number: 2 };
    const round = await addRound(app().db, { ...at, starts: '2028-09', ends: '2029-09' });
    const as = (given: Partial<OpenRound>) =>
      open(made().coordinator, { mandate: other.mandate.id, ...given });
    const codebook = other.codebook.id;
    expect(await as({})).toMatchObject({ kind: 'refused', faults: [{ field: 'codebook' }] });
    expect(await as({ codebook, starts: '2028-10' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'starts', values: { starts: '2028-09', ends: '2029-09' } }],
    });
    const published = { round_id: round.id, priority_id: other.priorities[0]?.id ?? '' };
    const [status] = await addStatuses(app().db, [published]);
    expect(await as({ codebook })).toMatchObject({ kind: 'refused', faults: [{ field: 'number' }] });
    await app()
      .db.deleteFrom('status')
      .where('id', '=', status?.id ?? '')
      .execute();
    expect(await as({ codebook })).toMatchObject({ kind: 'done' });
  });
});

test('municipalities are taken in later, and each once', async () => {
  const { coordinator, plan, elsewhere } = made();
  expect(await addMunicipalities(app(), coordinator, plan.id, { contracts: [bare] })).toMatchObject({
    kind: 'refused',
  });
  const [priority] = await app()
    .db.selectFrom('priority')
    .select('id')
    .where('contract_id', '=', bare)
    .execute();
  await addComponents(app().db, priority?.id ?? '', [{}]);
  expect((await showAddable(app(), coordinator, plan.id)).open).toMatchObject([
    { municipalityId: elsewhere.id },
  ]);
  await expect(addMunicipalities(app(), made().editor, plan.id, { contracts: [bare] })).rejects.toThrow(
    'forbidden',
  );
  expect(await addMunicipalities(app(), coordinator, plan.id, { contracts: [bare] })).toEqual({
    kind: 'done',
    value: { added: 1 },
  });
  expect((await showAddable(app(), coordinator, plan.id)).open).toEqual([]);
});

describe('changing deadlines', () => {
  const change = { ...days, reason: 'Zgjedhje', version: 1 };

  test('keeps the reason, and shows who changed them before', async () => {
    const { coordinator, plan, editor } = made();
    await expect(changeDeadlines(app(), editor, plan.id, change)).rejects.toThrow('forbidden');
    expect(await changeDeadlines(app(), coordinator, plan.id, change)).toMatchObject({ kind: 'done' });
    expect(await changeDeadlines(app(), coordinator, plan.id, change)).toEqual({
      kind: 'conflict',
      theirs: days,
      theirVersion: 2,
    });
    const told = await app()
      .db.selectFrom('audit_event')
      .select(['reason', 'before'])
      .where('action', '=', 'change-deadlines')
      .execute();
    expect(told).toMatchObject([{ reason: 'Zgjedhje', before: { evidence: '2028-09-15' } }]);
  });

  test('is seen by the next public page', async () => {
    const versionOf = async () =>
      (await app().db.selectFrom('record_version').select('version').executeTakeFirstOrThrow()).version;
    const before = await versionOf();
    await changeDeadlines(app(), made().coordinator, made().plan.id, { ...change, version: 2 });
    expect(await versionOf()).not.toBe(before);
  });
});

describe('the picture of progress', () => {
  test('is of the municipalities that someone sees, and of all for the coordinator', async () => {
    const { plan, coordinator, editor, editorElsewhere, municipality, elsewhere } = made();
    const placesOf = async (actor: Actor) =>
      (await showRound(app(), actor, plan.id)).assessments.map(({ municipalityId }) => municipalityId);
    expect(await placesOf(coordinator)).toHaveLength(2);
    expect(await placesOf(editor)).toEqual([municipality.id]);
    expect(await placesOf(editorElsewhere)).toEqual([elsewhere.id]);
    for (const actor of [nobody, made().contact, made().facilitator, made().administrator]) {
      await expect(showRound(app(), actor, plan.id)).rejects.toThrow('not-found');
    }
  });

  test('counts people, evidence that all may see, and codes by their number', async () => {
    const { editor, plan, municipality, assessment, components, tasks, coder } = made();
    const item = (visibility: 'public' | 'private') => ({
      id: crypto.randomUUID(),
      municipality_id: municipality.id,
      assessment_id: assessment.id,
      kind: 'photo' as const,
      class: 'E2' as const,
      stance: 'supports' as const,
      dated: '2028-08-01',
      shows: JSON.stringify({ sq: 'Rruga', en: 'The road' }),
      visibility,
    });
    const items = [item('public'), item('public'), item('private')];
    await app().db.insertInto('evidence_item').values(items).execute();
    const bearing = [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 2],
    ] as const;
    await app()
      .db.insertInto('evidence_item_component')
      .values(
        bearing.map(([one, component]) => ({
          municipality_id: municipality.id,
          item_id: items[one]?.id ?? '',
          component_id: components[component]?.id ?? '',
        })),
      )
      .execute();
    await app()
      .db.insertInto('coding')
      .values({
        task_id: tasks[0]?.id ?? '',
        seat: 1,
        account_id: coder.id,
        code: 'partial',
        rationale: 'U pa',
        submitted_at: new Date(),
      })
      .execute();
    const { totals, assessments } = await showRound(app(), editor, plan.id);
    expect(totals).toMatchObject({
      components: 3,
      monitored: 3,
      withCoders: 3,
      codes: 1,
      evidence: { none: 1, one: 1, more: 1 },
    });
    expect(JSON.stringify(assessments)).not.toContain('partial');
  });

  test('lists the rounds in which someone works', async () => {
    expect(await listPlans(app(), made().editor)).not.toEqual([]);
    expect(() => listPlans(app(), made().contact)).toThrow('forbidden');
  });
});

test('the public is told which rounds are under way and until when, and nothing else', async () => {
  const rounds = await listRoundsUnderWay(app());
  expect(rounds.map(({ number }) => number)).toContain(1);
  expect(Object.keys(rounds[0] ?? {}).toSorted()).toEqual(['days', 'id', 'mandate', 'next', 'number']);
});
