import { expect, test } from 'vitest';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { declareConflict } from '#features/rounds/server/conflicts.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { addGrant } from '#testing/factories.ts';
import { untilSomebodyWaits } from '#testing/waiting.ts';
import { coding, decision, useMonitoring } from './coding.fixture.ts';
import { adjudicate } from './decide.ts';
import { handIn, keepCoding } from './hand-in.ts';

const current = useMonitoring('coding');

/** What came of work that began before a change was committed, and could go on only after it. */
async function whileHeld(work: () => Promise<unknown>, change: (tx: Tx) => Promise<unknown>) {
  const { app, at } = current();
  let begun: Promise<PromiseSettledResult<unknown>[]> | undefined;
  await inTransaction(app.db, async (tx) => {
    await holdAssessment(tx, at.assessment.id);
    begun = Promise.allSettled([work()]);
    await untilSomebodyWaits(app.db);
    await change(tx);
  });
  const [outcome] = (await begun) ?? [];
  return outcome?.status === 'rejected' ? String(outcome.reason) : outcome?.value;
}

function codingsOf(taskId: string) {
  const { app } = current();
  return app.db.selectFrom('coding').select(['account_id', 'seat']).where('task_id', '=', taskId).execute();
}

test('who loses the seat while their code waits to be handed in has coded nothing in another’s seat', async () => {
  const { app, at, task } = current();
  for (const write of [
    () => handIn(app, at.coder, task(0), coding('none'), 'r'),
    () => keepCoding(app, at.coder, task(0), coding('none')),
  ]) {
    const outcome = await whileHeld(write, async (tx) => {
      await tx
        .updateTable('coding_seat')
        .set({ account_id: at.monitor.id })
        .where('task_id', '=', task(0))
        .where('seat', '=', 1)
        .execute();
    });
    expect(outcome).toContain('forbidden');
    expect(await codingsOf(task(0))).toEqual([]);
    await app.db
      .updateTable('coding_seat')
      .set({ account_id: at.coder.id })
      .where('task_id', '=', task(0))
      .where('seat', '=', 1)
      .execute();
  }
});

test('a conflict of interest that is recorded while somebody decides keeps the decision out', async () => {
  const { app, at, task } = current();
  await handIn(app, at.coder, task(0), coding('none'), 'r');
  await handIn(app, at.otherCoder, task(0), coding('partial'), 'r');
  const outcome = await whileHeld(
    () => adjudicate(app, at.editor, task(0), decision('none'), 'r'),
    async (tx) => {
      const row = {
        id: crypto.randomUUID(),
        account_id: at.editor.id,
        municipality_id: at.municipality.id,
        since: '2028-01-01',
        reason: 'Punon aty',
      };
      await tx.insertInto('conflict_of_interest').values(row).execute();
    },
  );
  expect(outcome).toContain('forbidden');
  expect(await app.db.selectFrom('settled_code').where('task_id', '=', task(0)).execute()).toEqual([]);
});

test('a conflict declared while a code is handed in: whichever comes first, the other knows of it', async () => {
  const { app, at, task } = current();
  const organisation_id = at.assessment.organisation_id;
  await addGrant(app.db, { account_id: at.coder.id, role: 'monitor', organisation_id });
  const place = {
    account: null,
    municipality: at.municipality.id,
    priority: null,
    since: '2028-09-20',
    until: null,
  };
  let both: Promise<PromiseSettledResult<unknown>[]> | undefined;
  await inTransaction(app.db, async (tx) => {
    await holdAssessment(tx, at.assessment.id);
    both = Promise.allSettled([
      handIn(app, at.coder, task(0), coding('none'), 'r'),
      declareConflict(app, at.coder, { ...place, reason: 'Punon aty' }),
    ]);
    await untilSomebodyWaits(app.db, 2);
  });
  const [code, declared] = (await both) ?? [];
  const isIn = code?.status === 'fulfilled';
  if (!isIn) expect(String(code?.reason)).toContain('forbidden');
  const freed = isIn ? { handedIn: 1, seats: 2 } : { handedIn: 0, seats: 3 };
  expect(declared).toMatchObject({ status: 'fulfilled', value: { kind: 'done', value: freed } });
  expect(await codingsOf(task(0))).toHaveLength(freed.handedIn);
});
