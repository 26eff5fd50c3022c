import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { nobody } from '#features/accounts/actor.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { addContracts, addPriorities } from '#testing/factories.ts';
import { addConclusion } from '#testing/factories-gatherings.ts';
import { stateOf } from '../conclusion.ts';
import { conclusionFilter, outcomeForm } from '../schema.ts';
import { useAfter, valueOf } from './after.fixture.ts';
import { listConclusionTasks, lastDayOf, showFollowUps } from './follow-ups.ts';
import { addOutcome, listTargets } from './outcomes.ts';
import { conclusionsAbout, listConclusions, withStates } from './public.ts';

const scene = useAfter();

function outcomeOf(given: Record<string, string> = {}) {
  return outcomeForm.parse({ dated: '2027-05-20', statementSq: 'U nënshkrua.', ...given });
}

describe('what came of a conclusion', () => {
  test('is said by those who follow it up and by coordinators, also of events that had no plan', async () => {
    const { app, place, editor, facilitator, stranger, coordinator } = scene();
    const followed = await addConclusion(app.db, { organisation_id: place.organisation.id });
    const other = await addConclusion(app.db);
    for (const actor of [facilitator, stranger]) {
      await expect(addOutcome(app, actor, followed.id, outcomeOf())).rejects.toThrow('forbidden');
    }
    await expect(addOutcome(app, nobody, followed.id, outcomeOf())).rejects.toThrow('not-found');
    await expect(addOutcome(app, editor, other.id, outcomeOf())).rejects.toThrow('forbidden');
    valueOf(await addOutcome(app, editor, followed.id, outcomeOf()));
    valueOf(await addOutcome(app, coordinator, other.id, outcomeOf()));
  });

  test('is public at once, once, with its link and its source, and raises the record’s version', async () => {
    const { app, place, coordinator } = scene();
    const [contract] = await addContracts(app.db, [{ municipality_id: place.municipality.id }]);
    const [priority] = await addPriorities(app.db, contract?.id ?? '', [{}]);
    const conclusion = await addConclusion(app.db);
    const versionOf = () => app.db.selectFrom('record_version').select('version').executeTakeFirstOrThrow();
    const before = await versionOf();
    const command = outcomeOf({ link: `priority:${priority?.id}`, completes: 'yes' });
    valueOf(await addOutcome(app, coordinator, conclusion.id, command));
    valueOf(await addOutcome(app, coordinator, conclusion.id, command));
    expect((await versionOf()).version).toBe(before.version + 1);
    for (const about of [{ priorityId: priority?.id ?? '' }, { contractId: contract?.id ?? '' }]) {
      expect(await conclusionsAbout(app, about)).toMatchObject([
        {
          key: conclusion.key,
          state: 'done',
          outcomes: [{ dated: '2027-05-20', contractKey: contract?.key }],
        },
      ]);
    }
    const cited = await app.db
      .selectFrom('citation')
      .select('source_id')
      .where('subject_id', '=', idOf('conclusion_outcome', `${conclusion.key}/outcome-1`))
      .execute();
    expect(cited).toHaveLength(1);
  });

  test('stands in the order in which it came about, whenever it was written down', async () => {
    const { app, coordinator } = scene();
    const conclusion = await addConclusion(app.db);
    for (const dated of ['2027-05-24', '2027-05-20', '2027-05-22']) {
      valueOf(await addOutcome(app, coordinator, conclusion.id, outcomeOf({ dated })));
    }
    const [shown] = await withStates(
      app.db,
      [{ id: conclusion.id, followedUpBy: null, dueOn: null }],
      '2027-06-01',
    );
    expect(shown?.outcomes.map(({ dated }) => dated)).toEqual(['2027-05-20', '2027-05-22', '2027-05-24']);
  });

  test('is dated between the event and today, and linked to what is there', async () => {
    const { app, coordinator } = scene();
    const { id } = await addConclusion(app.db);
    const faultOf = async (given: Record<string, string>) => {
      const outcome = await addOutcome(app, coordinator, id, outcomeOf(given));
      return outcome.kind === 'refused' ? outcome.faults[0]?.key : outcome.kind;
    };
    expect(await faultOf({ dated: '2027-06-02' })).toBe('after.fault.future');
    expect(await faultOf({ dated: '2026' })).toBe('after.fault.before-event');
    expect(await faultOf({ link: `signature:${randomUUID()}` })).toBe('form.fault.choice');
    expect(await faultOf({ dated: '2027' })).toBe('done');
    expect(outcomeForm.safeParse({ dated: '', statementSq: 'x' }).success).toBe(false);
    expect(outcomeForm.safeParse({ dated: '2027', statementSq: 'x', link: 'person:1' }).success).toBe(false);
  });

  test('can be linked to what a municipality has; one that is not there has nothing', async () => {
    const { app, place } = scene();
    const { targets } = await listTargets(app, place.municipality.key);
    expect(targets.length).toBeGreaterThan(0);
    expect(await listTargets(app, 'nowhere')).toEqual({ municipality: '', targets: [] });
  });
});

describe('the network’s conclusions', () => {
  test('are filtered by the state that each shows', async () => {
    const { app, place, coordinator } = scene();
    await addConclusion(app.db);
    await addConclusion(app.db, { due_on: '2027-05' });
    await addConclusion(app.db, { due_on: '2027' });
    await addConclusion(app.db, { followed_up_by: JSON.stringify({ sq: 'Bashkia' }), due_on: '2027-06-01' });
    const done = await addConclusion(app.db, { due_on: '2026', organisation_id: place.organisation.id });
    valueOf(await addOutcome(app, coordinator, done.id, outcomeOf({ completes: 'yes' })));
    const all = await listConclusions(app, {});
    expect(new Set(all.conclusions.map(({ state }) => state))).toEqual(
      new Set(['finding', 'open', 'overdue', 'done']),
    );
    for (const state of ['open', 'overdue', 'done'] as const) {
      const { conclusions, counts } = await listConclusions(app, conclusionFilter.parse({ state }));
      expect(conclusions.map(({ key }) => key)).toEqual(
        all.conclusions.filter((one) => one.state === state).map(({ key }) => key),
      );
      expect(conclusions.length).toBeGreaterThan(0);
      expect(counts[state]).toBe(conclusions.length);
      for (const { dueOn, followers, followedUpBy, outcomes } of conclusions) {
        const hasFollower = followers.length > 0 || followedUpBy !== null;
        expect(stateOf({ dueOn, hasFollower, outcomes }, '2027-06-01')).toBe(state);
      }
    }
    expect((await listConclusions(app, conclusionFilter.parse({ year: '2031' }))).conclusions).toEqual([]);
    expect(
      (await listConclusions(app, conclusionFilter.parse({ after: all.conclusions[0]?.key }))).conclusions,
    ).toHaveLength(all.conclusions.length - 1);
  });

  test('that are due wait among the tasks of those who follow them up, overdue ones first', async () => {
    const { app, place, editor, stranger, coordinator } = scene();
    const organisation_id = place.organisation.id;
    const late = await addConclusion(app.db, { due_on: '2027-03', organisation_id });
    const soon = await addConclusion(app.db, { due_on: '2027-06-10', organisation_id });
    const far = await addConclusion(app.db, { due_on: '2027-12', organisation_id });
    const tasksOf = async (actor: typeof editor) =>
      (await listConclusionTasks(app, actor)).map(({ href }) => href.split('/').at(-1));
    expect((await tasksOf(editor)).filter((id) => [late.id, soon.id, far.id].includes(id ?? ''))).toEqual([
      late.id,
      soon.id,
    ]);
    expect(await tasksOf(stranger)).toEqual([]);
    expect(await tasksOf(coordinator)).toContain(late.id);
    expect(await tasksOf(coordinator)).not.toContain(soon.id);
    expect((await showFollowUps(app, editor))[0]?.state).toBe('overdue');
    await expect(showFollowUps(app, scene().facilitator)).rejects.toThrow('forbidden');
  });

  test('a month or year is due on its last day', () => {
    expect(['2027', '2027-02', '2028-02', '2027-12', '2027-02-03'].map(lastDayOf)).toEqual([
      '2027-12-31',
      '2027-02-28',
      '2028-02-29',
      '2027-12-31',
      '2027-02-03',
    ]);
  });
});
