import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { addEvidenceItem, setRequirements } from '#testing/factories-coding.ts';
import { coding, decision, useMonitoring } from './coding.fixture.ts';
import { adjudicate, changeCodeAfterReply } from './decide.ts';
import { handIn } from './hand-in.ts';
import { showCoding } from './lists.ts';
import { listDecisionTasks } from './tasks.ts';
import { showTask } from './task-page.ts';

const current = useMonitoring('coding');

/** Both hand in: alike for all but the first, of which one says partial and the other complete. */
beforeEach(async () => {
  const { app, at, task } = current();
  for (const index of [0, 1, 2]) {
    await handIn(app, at.coder, task(index), coding('partial'), 'r');
    await handIn(app, at.otherCoder, task(index), coding(index === 0 ? 'complete' : 'partial'), 'r');
  }
});

function stage() {
  const { app, at } = current();
  return app.db
    .selectFrom('assessment')
    .select('stage')
    .where('id', '=', at.assessment.id)
    .executeTakeFirst()
    .then((row) => row?.stage);
}

async function moveTo(to: 'reply' | 'reading') {
  const { app, at } = current();
  await app.db.updateTable('assessment').set({ stage: to }).where('id', '=', at.assessment.id).execute();
}

test('an editor who coded neither decides, with a reason; the raw codes stay, and the assessment is settled', async () => {
  const { app, at, task } = current();
  expect((await showCoding(app, at.editor)).toDecide.map(({ id }) => id)).toContain(task(0));
  const waiting = [{ key: 'work.task.codes-to-decide', href: `/work/coding/${task(0)}` }];
  expect(await listDecisionTasks(app, at.editor)).toMatchObject(waiting);
  expect(await listDecisionTasks(app, at.monitor)).toEqual([]);
  expect(await showTask(app, at.editor, task(0))).toMatchObject({ turn: 'decide' });
  await adjudicate(app, at.editor, task(0), decision('complete'), 'r');
  expect(await stage()).toBe('settled');
  const page = await showTask(app, at.monitor, task(0));
  expect(page.codings.map(({ code }) => code)).toEqual(['partial', 'complete']);
  expect(page.settled).toMatchObject([
    { number: 1, basis: 'adjudication', code: 'complete', reason: { sq: 'Arsye' } },
  ]);
  expect((await showCoding(app, at.editor)).toDecide.map(({ id }) => id)).not.toContain(task(0));
});

test('codes that differ wait for nobody with a conflict of interest about their priority', async () => {
  const { app, at, task } = current();
  const { priority_id } = await app.db
    .selectFrom('component')
    .innerJoin('coding_task', 'coding_task.component_id', 'component.id')
    .select('component.priority_id')
    .where('coding_task.id', '=', task(0))
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto('conflict_of_interest')
    .values({
      id: randomUUID(),
      account_id: at.editor.id,
      municipality_id: at.assessment.municipality_id,
      priority_id,
      reason: 'Puna e së shoqes',
      since: '2020-01-01',
    })
    .execute();
  expect((await showCoding(app, at.editor)).toDecide).toEqual([]);
  expect(await listDecisionTasks(app, at.editor)).toEqual([]);
  expect((await showCoding(app, at.secondEditor)).toDecide.map(({ id }) => id)).toEqual([task(0)]);
});

test('coders, monitors and people of other places do not decide', async () => {
  const { app, at, task } = current();
  const decide = (actor: typeof at.coder) => adjudicate(app, actor, task(0), decision('complete'), 'r');
  for (const actor of [at.coder, at.otherCoder, at.monitor]) {
    await expect(decide(actor)).rejects.toThrow('forbidden');
  }
  for (const actor of [at.editorElsewhere, at.monitorElsewhere, at.administrator, at.contact, at.resident]) {
    await expect(decide(actor)).rejects.toThrow('not-found');
  }
  // Who coded it does not become another person by one more role.
  const editorToo = { ...at.coder, grants: [...at.coder.grants, ...at.editor.grants] };
  await expect(decide(editorToo)).rejects.toThrow('forbidden');
  expect((await showTask(app, editorToo, task(0))).turn).toBe('none');
  expect(await decide(at.coordinator)).toMatchObject({ kind: 'done' });
});

test('an adjudicator with a conflict of interest is barred', async () => {
  const { app, at, task } = current();
  await app.db
    .insertInto('conflict_of_interest')
    .values({
      id: crypto.randomUUID(),
      account_id: at.editor.id,
      municipality_id: at.municipality.id,
      since: '2028-01-01',
      reason: 'Was deputy mayor',
    })
    .execute();
  await expect(adjudicate(app, at.editor, task(0), decision('complete'), 'r')).rejects.toThrow('forbidden');
});

test('of two who decide at once, one decides and the other is told what holds', async () => {
  const { app, at, task } = current();
  const outcomes = await Promise.all([
    adjudicate(app, at.editor, task(0), decision('complete'), 'r'),
    adjudicate(app, at.secondEditor, task(0), decision('partial'), 'r'),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  const again = await adjudicate(app, at.editor, task(0), decision('none'), 'r');
  expect(again).toMatchObject({ kind: 'conflict', theirVersion: 1 });
});

test('what both agree on is not decided again', async () => {
  const { app, at, task } = current();
  expect(await adjudicate(app, at.editor, task(1), decision('none'), 'r')).toMatchObject({
    kind: 'conflict',
    theirs: { given: 'partial' },
  });
});

test('a code that neither coder gave has to meet its rule; one that a coder gave has met it', async () => {
  const { app, at, task } = current();
  await setRequirements(app.db, at.codebook.id);
  expect(await adjudicate(app, at.editor, task(0), decision('none'), 'r')).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'coding.fault.search' }],
  });
  expect(
    await adjudicate(app, at.editor, task(0), decision('complete', { evidence: [crypto.randomUUID()] }), 'r'),
  ).toMatchObject({ kind: 'refused', faults: [{ key: 'coding.fault.evidence-gone' }] });
  expect(await adjudicate(app, at.editor, task(0), decision('complete'), 'r')).toMatchObject({
    kind: 'done',
  });
});

test('a code is changed because of the reply only while it is read, and the earlier one stays beside it', async () => {
  const { app, at, task } = current();
  await adjudicate(app, at.editor, task(0), decision('complete'), 'r');
  const change = (code: string, base = 1) =>
    changeCodeAfterReply(app, at.editor, task(1), { ...decision(code), base }, 'r');
  await moveTo('reply');
  expect(await change('complete')).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'coding.fault.not-open' }],
  });
  await moveTo('reading');
  expect(await change('partial')).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'coding.fault.same-code' }],
  });
  expect(await change('complete')).toEqual({ kind: 'done', value: { number: 2 } });
  expect((await showTask(app, at.editor, task(1))).settled).toMatchObject([
    { number: 1, basis: 'agreement', code: 'partial' },
    { number: 2, basis: 'reply', code: 'complete', reason: { sq: 'Arsye' } },
  ]);
  expect(await change('none')).toMatchObject({ kind: 'conflict', theirs: { given: 'complete' } });
});

test('who coded, or works elsewhere, changes nothing after the reply', async () => {
  const { app, at, task } = current();
  await moveTo('reading');
  const command = { ...decision('complete'), base: 1 };
  await expect(changeCodeAfterReply(app, at.coder, task(1), command, 'r')).rejects.toThrow('forbidden');
  await expect(changeCodeAfterReply(app, at.editorElsewhere, task(1), command, 'r')).rejects.toThrow(
    'not-found',
  );
});

test('a code changed after the reply has to meet its rule by evidence of the component', async () => {
  const { app, at, task } = current();
  await setRequirements(app.db, at.codebook.id);
  await moveTo('reading');
  const component = at.components[1]?.id ?? '';
  const items = [
    await addEvidenceItem(app.db, at, [component], { class: 'E2' }),
    await addEvidenceItem(app.db, at, [component], { class: 'E5' }),
  ].map(({ id }) => id);
  const change = (evidence: string[]) =>
    changeCodeAfterReply(app, at.editor, task(1), { ...decision('complete', { evidence }), base: 1 }, 'r');
  expect(await change(items.slice(0, 1))).toMatchObject({ kind: 'refused' });
  expect(await change(items)).toMatchObject({ kind: 'done' });
});
