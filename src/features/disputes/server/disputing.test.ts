import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeEach, expect, test } from 'vitest';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { admitDispute, refuseDispute } from './admitting.ts';
import { decideDispute } from './deciding.ts';
import {
  addPublished,
  mailsTo,
  noticeOf,
  openDispute,
  rejected,
  sendDispute,
  today,
  useDisputes,
  type Scene,
} from './disputes.fixture.ts';
import { disputeStatus, followDispute } from './disputing.ts';
import { listDisputes, listDisputeTasks, readDisputeFile, showDispute } from './work.ts';

const app = useDisputes();
let scene: Scene;

beforeEach(async () => {
  scene = await addPublished(app());
});

/** What the public reads of the status and its disputes. */
async function seen() {
  const { rounds } = await showPriority(app(), scene.disputed.priority);
  const [own] = rounds;
  return {
    status: own?.versions[0]?.status,
    contested: own?.versions[0]?.contested,
    versions: own?.versions.map(({ version, kind }) => [version, kind]),
    disputes: own?.disputes ?? [],
  };
}

async function countContested() {
  const row = await app()
    .db.selectFrom('tally')
    .select('contested')
    .where('municipality_id', '=', scene.municipality.id)
    .where('field_id', 'is', null)
    .executeTakeFirst();
  return row?.contested;
}

const decide = (
  who: Scene['editor'],
  at: { id: string; version: number },
  given: Partial<typeof rejected> = {},
  typed = {},
) =>
  decideDispute(app(), who, at.id, { command: { ...rejected, version: at.version, ...given }, typed }, 'r');

test('a dispute is public from its admission on, in the words of the editor alone; the row of its status stays as it is', async () => {
  const email = `${randomUUID()}@example.org`;
  const receipt = await sendDispute(scene, { email });
  expect(await seen()).toMatchObject({ contested: false, disputes: [] });
  expect(await followDispute(app(), receipt)).toMatchObject({
    state: 'received',
    dueOn: '2028-12-26',
    isLate: false,
  });
  const { id, version } = await noticeOf(scene, receipt);
  const words = { version, statementSq: 'Rruga nuk u shtrua.', statementEn: '' };
  await admitDispute(app(), scene.editor, id, words, 'r');
  const told = await seen();
  expect(told).toMatchObject({ contested: true, disputes: [{ statement: { sq: 'Rruga nuk u shtrua.' } }] });
  expect(JSON.stringify(told)).not.toContain('Dikush');
  expect(await countContested()).toBe(1);
  const rows = await app()
    .db.selectFrom('status')
    .select('contested')
    .where('round_id', '=', scene.round.id)
    .execute();
  expect(rows).toEqual([{ contested: false }]);
  expect(await followDispute(app(), receipt)).toMatchObject({ state: 'open' });
  expect((await mailsTo(scene, email)).every(({ text }) => text.includes(`/sq/disputes/${receipt}`))).toBe(
    true,
  );
  expect(await mailsTo(scene, email)).toHaveLength(2);
});

test('who coded the status, or has a conflict of interest, does not decide; others who read disputes do', async () => {
  const { coordinator, secondEditor, editor, municipality, priorities, tasks } = scene;
  const open = await openDispute(scene);
  await app()
    .db.insertInto('settled_code')
    .values({
      task_id: tasks[0]?.id ?? '',
      number: 1,
      basis: 'adjudication',
      code: 'partial',
      rationale: JSON.stringify({ sq: 'Gjysma' }),
      reason: JSON.stringify({ sq: 'Fotografitë' }),
      decided_by: editor.id,
      decided_at: new Date(),
    })
    .execute();
  const interest = {
    account_id: secondEditor.id,
    municipality_id: municipality.id,
    priority_id: priorities[0]?.id ?? '',
    since: '2028-01-01',
    reason: 'Vëllai',
  };
  await app()
    .db.insertInto('conflict_of_interest')
    .values({ id: randomUUID(), ...interest })
    .execute();
  for (const who of [editor, secondEditor]) {
    await expect(decide(who, open)).rejects.toThrow('forbidden');
    expect((await showDispute(app(), who, open.id)).involvement.decides).toBe(false);
    expect(await listDisputeTasks(app(), who)).toEqual([]);
  }
  const tasksOf = await listDisputeTasks(app(), coordinator);
  expect(tasksOf.some(({ href }) => href.endsWith(open.id))).toBe(true);
  expect(await decide(coordinator, open)).toMatchObject({ kind: 'done' });
});

test('nobody else reads a dispute as it came', async () => {
  const { monitor, coder, contact, resident, editorElsewhere, administrator, facilitator } = scene;
  const open = await openDispute(scene);
  for (const who of [monitor, coder, contact, resident, editorElsewhere, administrator, facilitator]) {
    await expect(showDispute(app(), who, open.id)).rejects.toThrow('not-found');
    await expect(decide(who, open)).rejects.toThrow('not-found');
  }
  await expect(listDisputes(app(), resident, { state: 'open' })).rejects.toThrow('forbidden');
  const elsewhere = await listDisputes(app(), editorElsewhere, { state: 'open' });
  expect(elsewhere.disputes.map(({ id }) => id)).not.toContain(open.id);
});

test('the list opens at the first state in which there are some, with how many are in each', async () => {
  const atFirst = await listDisputes(app(), scene.editor, {});
  expect(atFirst.counts.map(({ count }) => count)).toEqual([0, 0, 0, 0]);
  expect(atFirst.state).toBe('received');
  const open = await openDispute(scene);
  const list = await listDisputes(app(), scene.editor, {});
  expect(list.state).toBe('open');
  expect(list.counts.find(({ state }) => state === 'open')?.count).toBe(1);
  expect(list.disputes.map(({ id }) => id)).toEqual([open.id]);
  const asked = await listDisputes(app(), scene.editor, { state: 'received' });
  expect(asked).toMatchObject({ state: 'received', disputes: [] });
});

test('one that is rejected leaves the status, in public and with the reason; what is known of the sender is gone', async () => {
  const open = await openDispute(scene);
  await decide(scene.secondEditor, open);
  expect(await seen()).toMatchObject({
    status: 'partly',
    contested: false,
    versions: [[1, 'assessment']],
    disputes: [{ outcome: 'rejected', reason: { sq: rejected.reasonSq }, isLate: false }],
  });
  expect(await countContested()).toBe(0);
  expect(await noticeOf(scene, open.receipt)).toMatchObject({ state: 'decided', name: '', email: '' });
});

test('one that is upheld publishes the next version of the status, derived from the codes as they should have been', async () => {
  const open = await openDispute(scene);
  const typed = Object.fromEntries(scene.components.map(({ id }) => [`code-${id}`, 'none']));
  const upheld = { outcome: 'upheld', rationaleSq: 'Rruga nuk u shtrua.', rationaleEn: '' } as const;
  expect(await decide(scene.secondEditor, open, upheld, typed)).toMatchObject({ kind: 'done' });
  expect(await seen()).toMatchObject({
    status: 'not',
    contested: false,
    versions: [
      [2, 'dispute'],
      [1, 'assessment'],
    ],
    disputes: [{ outcome: 'upheld' }],
  });
});

test('one that is upheld has to change something, and nothing is decided where it does not', async () => {
  const open = await openDispute(scene);
  expect(await decide(scene.secondEditor, open, { outcome: 'upheld' })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'outcome', key: 'disputes.fault.nothing-changes' }],
  });
  expect(await seen()).toMatchObject({ contested: true, versions: [[1, 'assessment']] });
});

test('who has a seat at a component of it, or wrote its last correction, does not decide', async () => {
  const { tasks, editor, secondEditor, coordinator, priorities, municipality, round } = scene;
  const seat = { task_id: tasks[0]?.id ?? '', account_id: editor.id };
  await app()
    .db.updateTable('coding_seat')
    .set(seat)
    .where('task_id', '=', seat.task_id)
    .where('seat', '=', 1)
    .execute();
  const correction = {
    id: randomUUID(),
    municipality_id: municipality.id,
    priority_id: priorities[0]?.id ?? '',
    round_id: round.id,
    corrects: 1,
    reason: JSON.stringify({ sq: 'Gabim' }),
    prepared_at: new Date(),
  };
  await app()
    .db.insertInto('correction_draft')
    .values({ ...correction, prepared_by: secondEditor.id, state: 'published', published_by: coordinator.id })
    .execute();
  const open = await openDispute(scene);
  for (const who of [editor, secondEditor]) await expect(decide(who, open)).rejects.toThrow('forbidden');
  expect(await decide(coordinator, open)).toMatchObject({ kind: 'done' });
});

test('who made the status by deciding a dispute does not decide the next one about it', async () => {
  const { secondEditor, coordinator, components } = scene;
  const typed = Object.fromEntries(components.map(({ id }) => [`code-${id}`, 'none']));
  const upheld = { outcome: 'upheld', rationaleSq: 'Rruga nuk u shtrua.', rationaleEn: '' } as const;
  await decide(secondEditor, await openDispute(scene), upheld, typed);
  const next = await openDispute(scene, { statement: 'U shtrua pra.' });
  await expect(decide(secondEditor, next)).rejects.toThrow('forbidden');
  expect((await showDispute(app(), secondEditor, next.id)).involvement).toMatchObject({ decides: false });
  // Who rejected one left the status as others had made it.
  expect(await decide(coordinator, next)).toMatchObject({ kind: 'done' });
  const last = await openDispute(scene, { statement: 'Edhe njëherë.' });
  expect(await decide(coordinator, last)).toMatchObject({ kind: 'done' });
});

test('in days on which nothing is published no status changes by a dispute; one is rejected all the same', async () => {
  const open = await openDispute(scene);
  const id = randomUUID();
  await app()
    .db.insertInto('publication_freeze')
    .values({
      id,
      municipality_id: scene.municipality.id,
      since: today,
      until: today,
      reason: JSON.stringify({ sq: 'Zgjedhje' }),
    })
    .execute();
  const typed = Object.fromEntries(scene.components.map((one) => [`code-${one.id}`, 'none']));
  expect(await decide(scene.secondEditor, open, { outcome: 'upheld' }, typed)).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'outcome', key: 'disputes.fault.frozen' }],
  });
  expect(await seen()).toMatchObject({ contested: true, versions: [[1, 'assessment']] });
  expect(await decide(scene.secondEditor, open)).toMatchObject({ kind: 'done' });
});

test('of two who decide at once, one does', async () => {
  const open = await openDispute(scene);
  const outcomes = await Promise.all([
    decide(scene.secondEditor, open),
    decide(scene.coordinator, open, { outcome: 'withdrawn' }),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  expect((await seen()).disputes).toHaveLength(1);
});

test('one that is not admitted stays out of the record, and its sender is told why', async () => {
  const email = `${randomUUID()}@example.org`;
  const receipt = await sendDispute(scene, { email, language: 'en' });
  const { id, version } = await noticeOf(scene, receipt);
  await refuseDispute(app(), scene.editor, id, { version, why: 'This is advertising.' }, 'r');
  expect(await seen()).toMatchObject({ contested: false, disputes: [] });
  expect(await followDispute(app(), receipt)).toMatchObject({
    state: 'not-admitted',
    notAdmittedReason: 'This is advertising.',
  });
  const mails = await mailsTo(scene, email);
  expect(mails.some(({ text }) => text.includes('This is advertising.'))).toBe(true);
  expect(await noticeOf(scene, receipt)).toMatchObject({ name: '', email: '' });
  const again = { version, statementSq: 'x', statementEn: '' };
  expect(await admitDispute(app(), scene.editor, id, again, 'r')).toMatchObject({ kind: 'conflict' });
});

test('a form that is sent twice disputes once', async () => {
  const once = randomUUID();
  const email = `${randomUUID()}@example.org`;
  const receipts = await Promise.all([1, 2].map(() => sendDispute(scene, { once, email })));
  expect(receipts[0]).toBe(receipts[1]);
  expect(await mailsTo(scene, email)).toHaveLength(1);
});

test('a file that came with it is sealed, for who decides alone', async () => {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
  const receipt = await sendDispute(scene, {}, { file: { bytes: [bytes], name: 'vendimi.pdf' } });
  const { id, file_sha256: sha256 } = await noticeOf(scene, receipt);
  expect((await buffer((await readDisputeFile(app(), scene.editor, id)).bytes)).equals(bytes)).toBe(true);
  expect(await readPublicFile(app(), sha256 ?? '')).toBeUndefined();
  await expect(readDisputeFile(app(), scene.contact, id)).rejects.toThrow('not-found');
});

test('nobody follows a dispute without its receipt, which tells no name and no address', async () => {
  const receipt = await sendDispute(scene);
  expect(JSON.stringify(await followDispute(app(), receipt))).not.toContain('dikush@example.org');
  for (const other of ['', '%', receipt.slice(1), receipt.toUpperCase()]) {
    await expect(followDispute(app(), other)).rejects.toThrow('not-found');
  }
});

test('once its day has passed, a dispute without a decision is told to be late', async () => {
  const { receipt } = await openDispute(scene);
  const later = { ...app(), clock: () => new Date('2028-12-27T10:00:00Z') };
  expect(await followDispute(later, receipt)).toMatchObject({ isLate: true });
  const { rounds } = await showPriority(later, scene.disputed.priority);
  expect(rounds[0]?.disputes).toMatchObject([{ isLate: true, outcome: null }]);
});

test('nothing can be disputed that was not published; an address that sends without end is asked to wait', async () => {
  const command = {
    ground: 'wording',
    statement: 'x',
    name: '',
    email: '',
    language: 'sq',
    once: randomUUID(),
  } as const;
  const address = '192.0.2.9';
  const unknown = { priority: scene.priorities[1]?.key ?? '', round: scene.round.key };
  await expect(disputeStatus(app(), unknown, command, { address, file: undefined })).rejects.toThrow(
    'not-found',
  );
  for (let i = 0; i < 9; i += 1) await sendDispute(scene, {}, { address });
  expect(await disputeStatus(app(), scene.disputed, command, { address, file: undefined })).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'send', key: 'disputes.fault.too-fast' }],
  });
});
