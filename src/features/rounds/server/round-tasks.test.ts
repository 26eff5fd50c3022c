import { expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { addEvidenceItem } from '#testing/factories-coding.ts';
import { sortTasks } from '#features/work/task.ts';
import { listRoundTasks } from './round-tasks.ts';
import { useRounds } from './rounds.fixture.ts';

const { app, made } = useRounds();

async function waitingFor(actor: Actor, today = '2028-09-10') {
  const onDay = { ...app(), clock: () => new Date(`${today}T08:00:00Z`) };
  const tasks = await listRoundTasks(onDay, actor);
  return sortTasks(tasks).map(({ key, values, due }) => [
    key.replace('rounds.task.', ''),
    values?.['count'],
    due,
  ]);
}

test('evidence waits for who gathers it, soon before it is due, as long as there is none', async () => {
  expect(await waitingFor(made().monitor)).toEqual([['evidence-to-gather', 3, '2028-09-15']]);
  expect(await waitingFor(made().monitor, '2028-06-01')).toEqual([]);
  expect(await waitingFor(made().coder)).toEqual([]);
});

test('a private item makes no difference to what waits for others: its being there would be told by it', async () => {
  const item = await addEvidenceItem(app().db, made(), [made().components[0]?.id ?? ''], {
    visibility: 'private',
    created_by: made().editor.id,
  });
  expect(await waitingFor(made().monitor)).toEqual([['evidence-to-gather', 3, '2028-09-15']]);
  const shown = app().db.updateTable('evidence_item').set({ visibility: 'public' }).where('id', '=', item.id);
  await shown.execute();
  expect(await waitingFor(made().monitor)).toEqual([['evidence-to-gather', 2, '2028-09-15']]);
});

test('codes wait for both coders once coding is open, also for who is of another municipality', async () => {
  await app()
    .db.updateTable('assessment')
    .set({ stage: 'coding' })
    .where('id', '=', made().assessment.id)
    .execute();
  const waiting = [['components-to-code', 3, '2028-10-01']];
  expect(await waitingFor(made().coder)).toEqual(waiting);
  expect(await waitingFor(made().otherCoder)).toEqual(waiting);
  expect(await waitingFor(made().monitorElsewhere)).toEqual([]);
  await app()
    .db.updateTable('assessment')
    .set({ stage: 'evidence' })
    .where('id', '=', made().assessment.id)
    .execute();
});

test('an editor is told of components without two coders, and when coding is to be opened', async () => {
  await app()
    .db.deleteFrom('coding_seat')
    .where('task_id', '=', made().tasks[0]?.id ?? '')
    .where('seat', '=', 2)
    .execute();
  expect(await waitingFor(made().editor)).toEqual([['people-to-assign', 1, '2028-09-15']]);
  expect(await waitingFor(made().editor, '2028-09-15')).toEqual([
    ['coding-to-open', 1, '2028-09-15'],
    ['people-to-assign', 1, '2028-09-15'],
  ]);
});

test('nothing waits for editors of elsewhere, for the coordinator or for nobody', async () => {
  for (const actor of [made().editorElsewhere, made().coordinator, made().contact, nobody]) {
    expect(await waitingFor(actor, '2028-09-20')).toEqual([]);
  }
});
