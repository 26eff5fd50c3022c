import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { nobody } from '#features/accounts/actor.ts';
import { inTransaction } from '#server/database/db.ts';
import { addEvidenceItem, setRequirements } from '#testing/factories-coding.ts';
import { coding, useMonitoring } from './coding.fixture.ts';
import { handIn, keepCoding } from './hand-in.ts';
import { nextTask, showCoding } from './lists.ts';
import { readSealedFile, showSeals } from './seals.ts';
import { showTask } from './task-page.ts';

const current = useMonitoring('coding');

function stageOf(id: string) {
  const { app } = current();
  return app.db.selectFrom('assessment').select('stage').where('id', '=', id).executeTakeFirst();
}

function settledOf(taskId: string) {
  const { app } = current();
  return app.db
    .selectFrom('settled_code')
    .select(['code', 'basis', 'rationale', 'decided_by'])
    .where('task_id', '=', taskId)
    .execute();
}

test('what both coders gave alike holds, with the rationale of the first', async () => {
  const { app, at, task } = current();
  await handIn(app, at.otherCoder, task(0), coding('partial', { rationale: 'Second' }), 'r');
  expect(await settledOf(task(0))).toEqual([]);
  const outcome = await handIn(app, at.coder, task(0), coding('partial', { rationale: 'Parë' }), 'r');
  expect(outcome).toEqual({ kind: 'done', value: { isRepeated: false } });
  expect(await settledOf(task(0))).toEqual([
    { code: 'partial', basis: 'agreement', rationale: { sq: 'Parë' }, decided_by: null },
  ]);
});

test('who has no seat cannot hand in, whatever their role', async () => {
  const { app, at, task } = current();
  const { monitor, editor, coordinator, facilitator, administrator, resident, monitorElsewhere, contact } =
    at;
  for (const actor of [monitor, editor, coordinator]) {
    await expect(handIn(app, actor, task(0), coding('none'), 'r')).rejects.toThrow('forbidden');
  }
  for (const actor of [facilitator, administrator, resident, monitorElsewhere, contact, nobody]) {
    await expect(handIn(app, actor, task(0), coding('none'), 'r')).rejects.toThrow('not-found');
  }
  // A coder who no longer works for the organisation.
  const left = { ...at.otherCoder, grants: [] };
  await expect(handIn(app, left, task(0), coding('none'), 'r')).rejects.toThrow('not-found');
});

test('a declared conflict of interest bars a coder, from the priority or the municipality, as long as it lasts', async () => {
  const { app, at, task } = current();
  const declare = (priority: number, until: string | null) =>
    app.db
      .insertInto('conflict_of_interest')
      .values({
        id: crypto.randomUUID(),
        account_id: at.coder.id,
        municipality_id: at.municipality.id,
        priority_id: at.priorities[priority]?.id ?? '',
        since: '2028-01-01',
        until,
        reason: 'My brother’s firm',
      })
      .execute();
  await declare(0, null);
  await declare(1, '2028-09-19');
  await expect(handIn(app, at.coder, task(0), coding('none'), 'r')).rejects.toThrow('forbidden');
  expect(await showTask(app, at.coder, task(0))).toMatchObject({ turn: 'none', isBarred: true });
  expect(await handIn(app, at.coder, task(2), coding('none'), 'r')).toMatchObject({ kind: 'done' });
});

test('nothing is handed in before coding is open', async () => {
  const { app, at, task } = current();
  await app.db
    .updateTable('assessment')
    .set({ stage: 'evidence' })
    .where('id', '=', at.assessment.id)
    .execute();
  expect(await handIn(app, at.coder, task(0), coding('none'), 'r')).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'given', key: 'coding.fault.not-open' }],
  });
  expect(await showTask(app, at.coder, task(0))).toMatchObject({ turn: 'none' });
});

test('what the codebook asks for and is missing is said in a sentence where it is mended', async () => {
  const { app, at, task } = current();
  await setRequirements(app.db, at.codebook.id);
  const component = at.components[0]?.id ?? '';
  const act = await addEvidenceItem(app.db, at, [component], { class: 'E1' });
  const visit = await addEvidenceItem(app.db, at, [component], { class: 'E2' });
  const refusal = async (code: string, evidence: string[] = []) => {
    const outcome = await handIn(app, at.coder, task(0), coding(code, { evidence }), 'r');
    return outcome.kind === 'refused' ? outcome.faults : outcome.kind;
  };
  expect(await refusal('none')).toEqual([{ field: 'looked_in.0', key: 'coding.fault.search', values: {} }]);
  expect(await refusal('partial', [act.id])).toEqual([
    { field: 'evidence', key: 'coding.fault.items', values: { least: 1, classes: 'E2/E3/E4' } },
  ]);
  expect(await refusal('complete', [act.id])).toMatchObject([
    { field: 'evidence', key: 'coding.fault.independent' },
    { field: 'given', key: 'coding.fault.items' },
  ]);
  expect(await refusal('excellent')).toMatchObject([{ field: 'given', key: 'form.fault.choice' }]);
  expect(await refusal('complete', [act.id, visit.id])).toBe('done');
});

test('a coder relies only on evidence of the component that they may see', async () => {
  const { app, at, task } = current();
  const [component, other] = at.components.map(({ id }) => id);
  if (!component || !other) throw new Error('there are three');
  const hidden = { visibility: 'private' as const, created_by: at.monitor.id };
  const secret = await addEvidenceItem(app.db, at, [component], hidden);
  const elsewhere = await addEvidenceItem(app.db, at, [other]);
  const taken = await addEvidenceItem(app.db, at, [component], { withdrawn_reason: 'Wrong street' });
  const seen = await addEvidenceItem(app.db, at, [component]);
  for (const { id } of [secret, elsewhere, taken]) {
    expect(await handIn(app, at.coder, task(0), coding('partial', { evidence: [id] }), 'r')).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'evidence', key: 'coding.fault.evidence-gone' }],
    });
  }
  expect((await showTask(app, at.coder, task(0))).evidence.map(({ id }) => id)).toEqual([seen.id]);
  await app.db
    .insertInto('evidence_reader')
    .values({ municipality_id: at.municipality.id, item_id: secret.id, account_id: at.coder.id })
    .execute();
  const both = (await showTask(app, at.coder, task(0))).evidence.map(({ id }) => id);
  expect(both.toSorted()).toEqual([seen.id, secret.id].toSorted());
  expect((await showTask(app, at.coordinator, task(0))).evidence.map(({ id }) => id)).toEqual([seen.id]);
});

test('nobody has looked somewhere tomorrow', async () => {
  const { app, at, task } = current();
  const searches = [{ lookedIn: 'Archive', asked: '', searchedOn: '2028-09-21' }];
  expect(
    await handIn(app, at.coder, task(0), coding('none', { searches, searchRows: [3] }), 'r'),
  ).toMatchObject({ kind: 'refused', faults: [{ field: 'searched_on.3' }] });
});

test('handed in twice, the first counts', async () => {
  const { app, at, task } = current();
  const [one, other] = await Promise.all([
    handIn(app, at.coder, task(0), coding('none'), 'r'),
    handIn(app, at.coder, task(0), coding('none'), 'r'),
  ]);
  expect([one, other].filter((outcome) => outcome.kind === 'done' && outcome.value.isRepeated)).toHaveLength(
    1,
  );
  await handIn(app, at.coder, task(0), coding('complete'), 'r');
  expect(await showTask(app, at.coder, task(0))).toMatchObject({ codings: [{ code: 'none', isOwn: true }] });
});

test('both coders at once settle the code once, and the last of all takes the assessment on', async () => {
  const { app, at, task } = current();
  for (const index of [0, 1, 2]) {
    await Promise.all([
      handIn(app, at.coder, task(index), coding('partial'), 'r'),
      handIn(app, at.otherCoder, task(index), coding('partial'), 'r'),
    ]);
    expect(await settledOf(task(index))).toHaveLength(1);
    expect(await stageOf(at.assessment.id)).toEqual({ stage: index === 2 ? 'settled' : 'coding' });
  }
});

test('where one pair differs, the assessment goes to adjudication', async () => {
  const { app, at, task } = current();
  for (const index of [0, 1, 2]) {
    await handIn(app, at.coder, task(index), coding('partial'), 'r');
    await handIn(app, at.otherCoder, task(index), coding(index === 1 ? 'complete' : 'partial'), 'r');
  }
  expect(await stageOf(at.assessment.id)).toEqual({ stage: 'adjudication' });
});

test('no statement changes or takes back what was handed in, nor what belongs to it', async () => {
  const { app, at, task } = current();
  const item = await addEvidenceItem(app.db, at, [at.components[0]?.id ?? '']);
  const searches = [{ lookedIn: 'Archive', asked: 'The archivist', searchedOn: '2028-09-01' }];
  await handIn(app, at.coder, task(0), coding('none', { evidence: [item.id], searches }), 'r');
  await handIn(app, at.otherCoder, task(0), coding('none'), 'r');
  const { db } = app;
  const tries = [
    db.updateTable('coding').set({ code: 'complete' }).where('task_id', '=', task(0)),
    db.updateTable('coding').set({ submitted_at: null }).where('task_id', '=', task(0)),
    db.updateTable('coding_search').set({ asked: 'Nobody' }).where('task_id', '=', task(0)),
    db.deleteFrom('coding_evidence').where('task_id', '=', task(0)),
    db.deleteFrom('coding_commitment').where('task_id', '=', task(0)),
    db.updateTable('settled_code').set({ code: 'complete' }).where('task_id', '=', task(0)),
  ];
  for (const attempt of tries) await expect(attempt.execute()).rejects.toThrow('never changed');
});

test('a seal is stored with the coding, closed until both are in; then anyone of the work can compute it again', async () => {
  const { app, at, task } = current();
  const searches = [{ lookedIn: 'Arkivi', asked: 'Arkivisti', searchedOn: '2028-09-01' }];
  await handIn(app, at.coder, task(0), coding('none', { searches }), 'r');
  const [closed] = (await showSeals(app, at.otherCoder, task(0))).seals;
  expect(closed).toMatchObject({ seat: 1, opened: null });
  await expect(readSealedFile(app, at.otherCoder, task(0), '1')).rejects.toThrow('not-found');
  await handIn(app, at.otherCoder, task(0), coding('none'), 'r');
  const { seals } = await showSeals(app, at.monitor, task(0));
  expect(seals.map(({ opened }) => opened?.isUnchanged)).toEqual([true, true]);
  expect(seals[0]?.sha256).toBe(closed?.sha256);
  const file = await readSealedFile(app, at.coordinator, task(0), '1');
  expect(createHash('sha256').update(file).digest('hex')).toBe(closed?.sha256);
  expect(file).toContain('"code":"none"');
  await expect(showSeals(app, at.editorElsewhere, task(0))).rejects.toThrow('not-found');
});

test('a coding that was changed behind the program’s back no longer fits its seal', async () => {
  const { app, at, task } = current();
  await handIn(app, at.coder, task(0), coding('none'), 'r');
  await handIn(app, at.otherCoder, task(0), coding('none'), 'r');
  // Somebody with the database in their hands.
  await inTransaction(app.db, async (tx) => {
    await sql`ALTER TABLE coding DISABLE TRIGGER coding_is_kept`.execute(tx);
    await tx
      .updateTable('coding')
      .set({ rationale: 'Something else' })
      .where('task_id', '=', task(0))
      .where('seat', '=', 1)
      .execute();
    await sql`ALTER TABLE coding ENABLE TRIGGER coding_is_kept`.execute(tx);
  });
  const { seals } = await showSeals(app, at.coder, task(0));
  expect(seals.map(({ opened }) => opened?.isUnchanged)).toEqual([false, true]);
});

test('a coding can be kept and handed in later; one that is older than what stands there is told', async () => {
  const { app, at, task } = current();
  const kept = await keepCoding(app, at.coder, task(0), coding('none'));
  expect(kept).toEqual({ kind: 'done', value: { version: 1 } });
  expect(await keepCoding(app, at.coder, task(0), coding('complete'))).toMatchObject({
    kind: 'conflict',
    theirs: { given: 'none' },
    theirVersion: 1,
  });
  expect(await handIn(app, at.coder, task(0), coding('complete'), 'r')).toMatchObject({ kind: 'conflict' });
  expect(await handIn(app, at.coder, task(0), coding('complete', { version: 1 }), 'r')).toMatchObject({
    kind: 'done',
  });
  expect(await keepCoding(app, at.coder, task(0), coding('none', { version: 2 }))).toMatchObject({
    kind: 'refused',
  });
});

test('after one task comes the next of one’s own, round to those left for later', async () => {
  const { app, at, task } = current();
  const listed = (await showCoding(app, at.coder)).toCode.map(({ id }) => id);
  const [first, second, third] = listed.filter((id) => at.tasks.some((own) => own.id === id));
  expect(await nextTask(app, at.coder, first ?? '')).toBe(second);
  await handIn(app, at.coder, second ?? '', coding('none'), 'r');
  expect(await nextTask(app, at.coder, first ?? '')).toBe(third);
  expect(await nextTask(app, at.coder, third ?? '')).toBe(first);
  expect(await nextTask(app, at.editor, task(0))).toBeUndefined();
});
