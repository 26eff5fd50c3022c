import { glob, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { historyOf, readAudit, searchAudit } from '#features/audit/server/service.ts';
import { writeFeed } from '#features/opendata/server/feeds.ts';
import { exportRecord } from '#features/opendata/server/service.ts';
import { search } from '#features/search/server/service.ts';
import { listTasks } from '#features/work/server/tasks.ts';
import { answerApi } from '#server/api.ts';
import { addEvidenceItem } from '#testing/factories-coding.ts';
import { readCommitments } from './code-store.ts';
import { coding, useMonitoring } from './coding.fixture.ts';
import { showAgreement } from './agreements.ts';
import { handIn, keepCoding } from './hand-in.ts';
import { showCoding } from './lists.ts';
import { showSeals } from './seals.ts';
import { showTask } from './task-page.ts';

const current = useMonitoring('coding');
const rationale = 'Zhgënjimi i qëndrueshëm';
const place = 'Arkivi i Panjohur';

/** The first coder has handed in; the other has not. */
async function firstHandsIn() {
  const { app, at, task } = current();
  const item = await addEvidenceItem(app.db, at, [at.components[0]?.id ?? '']);
  const searches = [{ lookedIn: place, asked: 'Arkivisti', searchedOn: '2028-09-01' }];
  await handIn(
    app,
    at.coder,
    task(0),
    coding('initiated', { rationale, searches, evidence: [item.id] }),
    'r',
  );
  return { ...current(), id: task(0) };
}

function everyoneBut(coder: Actor): [string, Actor][] {
  const { at } = current();
  const { otherCoder, monitor, editor, secondEditor, coordinator, administrator, monitorElsewhere, contact } =
    at;
  return Object.entries({
    otherCoder,
    monitor,
    editor,
    secondEditor,
    coordinator,
    administrator,
    monitorElsewhere,
    contact,
    nobody,
  }).filter(([, actor]) => actor !== coder);
}

/** What a question gives, or that it is refused. */
async function answerOf(question: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await question());
  } catch (error) {
    return error instanceof Error ? error.message : 'refused';
  }
}

async function auditOf(actor: Actor): Promise<unknown> {
  const { app } = current();
  const found = [];
  for await (const batch of await readAudit(app, actor, {})) found.push(...batch);
  return found;
}

test('before both have handed in nobody else finds the code, its rationale, its evidence or its search log', async () => {
  const { app, at, id } = await firstHandsIn();
  for (const [name, actor] of everyoneBut(at.coder)) {
    const answers = await Promise.all(
      [
        async () => (await showTask(app, actor, id)).codings,
        async () => (await showTask(app, actor, id)).settled,
        () => showCoding(app, actor),
        () => showSeals(app, actor, id),
        async () => (await showAgreement(app, actor, at.plan.id)).agreement.cells,
        () => historyOf(app, actor, { kind: 'coding-task', id }),
        () => historyOf(app, actor, { kind: 'assessment', id: at.assessment.id }),
        () => searchAudit(app, actor, {}),
        () => auditOf(actor),
        () => listTasks(app, actor),
      ].map(answerOf),
    );
    for (const answer of answers) {
      expect(answer, name).not.toContain(rationale);
      expect(answer, name).not.toContain(place);
      expect(answer, name).not.toContain('"initiated"');
    }
  }
});

test('the salt of a seal stays closed until both have handed in: with it, six codes would be tried in no time', async () => {
  const { app, at, id } = await firstHandsIn();
  expect(await readCommitments(app.db, id)).toMatchObject([{ seat: 1, salt: null }]);
  await handIn(app, at.otherCoder, id, coding('none'), 'r');
  const opened = await readCommitments(app.db, id);
  expect(opened.map(({ salt }) => salt?.length)).toEqual([64, 64]);
});

test('the audit cannot even be searched for it', async () => {
  const { app, at, id } = await firstHandsIn();
  for (const q of ['initiated', rationale, place]) {
    const { events } = await searchAudit(app, at.coordinator, { q });
    expect(events.filter(({ subjectId }) => subjectId === id)).toEqual([]);
  }
});

test('search, feed, open data and the export of the record hold nothing of it', async () => {
  const { app } = await firstHandsIn();
  const found = [
    JSON.stringify(await search(app, { q: 'Zhgënjimi qëndrueshëm', language: 'sq' })),
    await writeFeed(app, 'sq'),
  ];
  for (const name of [
    'component-codes',
    'code-evidence',
    'round-agreements',
    'agreement-pairs',
    'evidence',
  ]) {
    for (const suffix of ['json', 'csv']) {
      const request = new Request(`http://localhost/api/v1/${name}.${suffix}`);
      const answer = await answerApi(app, request, 'r');
      expect(answer.status).toBe(200);
      found.push(await answer.text());
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'pop-blind-'));
  try {
    await exportRecord(app.pool, { folder, force: true });
    for (const file of await readdir(folder)) found.push(await readFile(join(folder, file), 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
  expect(found.length).toBeGreaterThan(40);
  for (const text of found) {
    expect(text).not.toContain(rationale);
    expect(text).not.toContain(place);
  }
});

test('a coding that is only kept is seen by nobody but its coder, even once the other has handed in', async () => {
  const { app, at, task } = current();
  await keepCoding(app, at.coder, task(0), coding('initiated', { rationale }));
  await handIn(app, at.otherCoder, task(0), coding('none'), 'r');
  for (const [name, actor] of everyoneBut(at.coder)) {
    const answer = await answerOf(async () => (await showTask(app, actor, task(0))).codings);
    expect(answer, name).not.toContain(rationale);
  }
  expect((await showTask(app, at.coder, task(0))).codings).toMatchObject([
    { code: 'initiated', isOwn: true },
  ]);
});

test('once both have handed in, a private item that a code relies on is still told to those named alone', async () => {
  const { app, at, task } = current();
  const component = at.components[0]?.id ?? '';
  const secret = await addEvidenceItem(app.db, at, [component], {
    visibility: 'private',
    created_by: at.coder.id,
  });
  const shown = await addEvidenceItem(app.db, at, [component]);
  const evidence = [secret.id, shown.id];
  await handIn(app, at.coder, task(0), coding('partial', { evidence }), 'r');
  await handIn(app, at.otherCoder, task(0), coding('none'), 'r');
  const seenBy = async (actor: Actor) =>
    (await showTask(app, actor, task(0))).codings[0]?.evidence.toSorted();
  expect(await seenBy(at.coder)).toEqual(evidence.toSorted());
  for (const actor of [at.otherCoder, at.editor, at.coordinator])
    expect(await seenBy(actor)).toEqual([shown.id]);
});

test('once both have handed in, the people of the work see both, and others nothing', async () => {
  const { app, at, id } = await firstHandsIn();
  await handIn(app, at.otherCoder, id, coding('none'), 'r');
  for (const actor of [at.coder, at.otherCoder, at.monitor, at.editor, at.coordinator]) {
    expect((await showTask(app, actor, id)).codings.map(({ code }) => code)).toEqual(['initiated', 'none']);
  }
  for (const actor of [
    at.administrator,
    at.monitorElsewhere,
    at.editorElsewhere,
    at.contact,
    at.resident,
    nobody,
  ]) {
    await expect(showTask(app, actor, id)).rejects.toThrow('not-found');
  }
});

test('outside the stores of coding, no question reads what a person coded', async () => {
  const readers: string[] = [];
  const asksFor = /(FROM|JOIN|selectFrom\('|[jJ]oin\(')\s*coding(_evidence|_search|_commitment)?\b/;
  for await (const file of glob('src/**/*.ts', {
    exclude: ['**/*.test.ts', 'src/testing/**', 'src/features/coding/**'],
  })) {
    const text = await readFile(file, 'utf8');
    if (
      asksFor.test(text) &&
      /coding(\w*)\.(code|rationale|item_id|looked_in|salt)\b|\brationale\b/.test(text)
    ) {
      readers.push(file);
    }
  }
  expect(readers).toEqual([]);
});
