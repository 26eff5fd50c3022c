import { describe, expect, test } from 'vitest';
import { addPriorities } from '#testing/factories.ts';
import { addForumGround, candidacyOn, planOn } from '#testing/factories-forums.ts';
import { saveAnswers, showAnswers } from './answers.ts';
import { addCandidacy, changeCandidacy, listCandidacies } from './candidates.ts';
import { drawLots } from './draw.ts';
import { drawOrder } from './lot.ts';
import { changePlan, listPlans, planForum, showPlan, takePriorities } from './plans.ts';
import { showAnswerTable, showForum } from './public.ts';
import { announceForum } from './stages.ts';
import { useForums, valueOf } from './forum.fixture.ts';

const forums = useForums();

describe('candidates', () => {
  test('are written down by an editor or facilitator of the municipality, and by nobody else', async () => {
    const command = candidacyOn(forums.ground, 'Arta Hoxha');
    for (const actor of [forums.foreignEditor, forums.coordinator]) {
      await expect(addCandidacy(forums.app, actor, command)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await addCandidacy(forums.app, forums.facilitator, command)).kind).toBe('done');
  });

  test('the same name twice in one municipality is refused at the name', async () => {
    await addCandidacy(forums.app, forums.editor, candidacyOn(forums.ground, 'Blerim Kola'));
    expect(
      await addCandidacy(forums.app, forums.editor, candidacyOn(forums.ground, 'blerim kola')),
    ).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'name' }],
    });
  });

  test('of two who change one at a time, the second sees what the first wrote', async () => {
    const { id } = valueOf(
      await addCandidacy(forums.app, forums.editor, candidacyOn(forums.ground, 'Dritan Gjoka')),
    );
    const change = (party: string) =>
      changeCandidacy(forums.app, forums.editor, id, {
        ...candidacyOn(forums.ground, 'Dritan Gjoka'),
        party,
        version: 1,
      });
    const kinds = (await Promise.all([change('A'), change('B')])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['conflict', 'done']);
  });

  test('an editor of another municipality finds none of them', async () => {
    expect(await listCandidacies(forums.app, forums.foreignEditor)).toEqual([]);
    expect((await listCandidacies(forums.app, forums.coordinator)).length).toBeGreaterThan(0);
  });

  test('once public, a withdrawal can be added and nothing else changed', async () => {
    const { own, by, id, of } = await forums.drawn(['Elira Dervishi']);
    await announceForum(forums.app, by, id);
    const command = candidacyOn(own, 'Elira Dervishi');
    expect(
      await changeCandidacy(forums.app, by, of('Elira Dervishi'), {
        ...command,
        party: 'Tjetër',
        version: 1,
      }),
    ).toMatchObject({ kind: 'refused', faults: [{ field: 'party' }] });
    valueOf(
      await changeCandidacy(forums.app, by, of('Elira Dervishi'), {
        ...command,
        withdrawnOn: '2027-04-20',
        version: 1,
      }),
    );
    const { candidates } = await showAnswerTable(forums.app, await forums.keyOf(id));
    expect(candidates).toMatchObject([{ name: 'Elira Dervishi', withdrawnOn: '2027-04-20' }]);
  });
});

describe('planning', () => {
  test('takes the contract’s priorities along', async () => {
    const { by, id } = await forums.prepare([]);
    const { items } = await showPlan(forums.app, by, id);
    expect(items.map(({ statement }) => statement.en)).toEqual(['Road 1', 'Road 2', 'Road 3']);
  });

  test('that was announced before there were any takes them once there are, and never again', async () => {
    const ground = await addForumGround(forums.app.db, { priorities: 0 });
    const by = await forums.person('editor', ground);
    const { id } = valueOf(await planForum(forums.app, by, planOn(ground)));
    await announceForum(forums.app, by, id);
    await addPriorities(forums.app.db, ground.contract.id, [{}, {}]);
    expect((await showPlan(forums.app, by, id)).mayTake).toBe(true);
    expect(await takePriorities(forums.app, by, id)).toEqual({ taken: 2 });
    expect((await showForum(forums.app, await forums.keyOf(id))).rows).toHaveLength(2);
    expect((await showPlan(forums.app, by, id)).mayTake).toBe(false);
    await expect(takePriorities(forums.app, by, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('takes none anew once any was answered, public or not', async () => {
    const { by, id, of } = await forums.drawn(['Arta']);
    const [item] = (await showAnswers(forums.app, by, id)).items;
    const fields = { [`answer-${of('Arta')}`]: 'agrees' };
    valueOf(await saveAnswers(forums.app, by, id, item?.id ?? '', fields));
    await expect(takePriorities(forums.app, by, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('another municipality’s editor cannot see a forum; a coordinator reads it and changes nothing', async () => {
    const { own, id } = await forums.prepare([]);
    await expect(showPlan(forums.app, forums.foreignEditor, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await showPlan(forums.app, forums.coordinator, id)).mayWork).toBe(false);
    for (const [actor, code] of [
      [forums.foreignEditor, 'not-found'],
      [forums.coordinator, 'forbidden'],
    ] as const) {
      const changed = changePlan(forums.app, actor, id, { ...planOn(own), version: 1 });
      await expect(changed).rejects.toMatchObject({ code });
      await expect(takePriorities(forums.app, actor, id)).rejects.toMatchObject({ code });
    }
    expect(await listPlans(forums.app, forums.foreignEditor)).toEqual([]);
  });

  test('what was announced changes with a reason alone, and the public sees it', async () => {
    const { own, by, id } = await forums.prepare(['Fatos']);
    await announceForum(forums.app, by, id);
    const { plan } = await showPlan(forums.app, by, id);
    const later = { ...planOn(own), heldOn: '2027-05-09', version: plan.version };
    expect(await changePlan(forums.app, by, id, later)).toMatchObject({ kind: 'refused' });
    valueOf(await changePlan(forums.app, by, id, { ...later, reason: 'Salla ishte zënë' }));
    expect((await showForum(forums.app, await forums.keyOf(id))).forum.starts).toBe('2027-05-09');
  });
});

describe('the drawing of lots', () => {
  test('by the program can be done again by anyone with the seed', async () => {
    const names = ['Arta', 'Besim', 'Çlirim', 'Drita'];
    const { by, id } = await forums.prepare(names);
    await drawLots(forums.app, by, id, { command: { method: 'program', drawnBy: 'Besa Leka' }, fields: {} });
    const { plan, seats } = await showPlan(forums.app, by, id);
    expect(seats.map(({ name }) => name)).toEqual(drawOrder(plan.lotSeed ?? '', names));
  });

  test('in the room gives each candidate one place', async () => {
    const { by, id, of } = await forums.prepare(['Arta', 'Besim']);
    const command = { method: 'on-site' as const, drawnBy: 'Nxënësit' };
    const fields = { [`place-${of('Arta')}`]: '2', [`place-${of('Besim')}`]: '2' };
    expect(await drawLots(forums.app, by, id, { command, fields })).toMatchObject({ kind: 'refused' });
    valueOf(
      await drawLots(forums.app, by, id, { command, fields: { ...fields, [`place-${of('Besim')}`]: '1' } }),
    );
    const { seats } = await showPlan(forums.app, by, id);
    expect(seats.map(({ name }) => name)).toEqual(['Besim', 'Arta']);
  });

  test('leaves out who has withdrawn, and is not repeated once it is public', async () => {
    const { own, by, id, of } = await forums.prepare(['Arta', 'Besim']);
    await changeCandidacy(forums.app, by, of('Besim'), {
      ...candidacyOn(own, 'Besim'),
      withdrawnOn: '2027-04-01',
      version: 1,
    });
    const draw = () =>
      drawLots(forums.app, by, id, { command: { method: 'program', drawnBy: 'B' }, fields: {} });
    valueOf(await draw());
    valueOf(await draw());
    await announceForum(forums.app, by, id);
    await expect(draw()).rejects.toMatchObject({ code: 'conflict' });
    const { candidates, forum } = await showAnswerTable(forums.app, await forums.keyOf(id));
    expect(candidates.map(({ name }) => name)).toEqual(['Arta']);
    expect(forum.lotSeed).toMatch(/^[0-9a-f]{32}$/);
  });
});
