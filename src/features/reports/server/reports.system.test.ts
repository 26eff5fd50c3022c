import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addStatuses } from '#testing/factories.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addPublishedRound } from '#testing/factories-reports.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { viewReport } from '../view/report-view.ts';
import { previewReport } from './preview.ts';
import { buildReport, type Report } from './build.ts';
import { sha256Of } from './files.ts';
import { reportPdf } from './paper/report.ts';
import { getReport, imprintOf, showReport } from './public.ts';
import { askForDueReports, runReports } from './run.ts';
import { makeAllReports, showYear } from './work.ts';
import { publishReportWords, saveReportWords, showWriting } from './writing.ts';

const database = useDatabase();
let app: App;
let folder: string;
let all: Monitoring;
let round: { id: string; key: string };
let address: { mandate: string; number: string; place: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-reports-'));
  app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder }), database());
  await app.jobs.start(app, { jobs: allJobs, works: false });
});

afterAll(async () => {
  await app.jobs.stop();
  await app.pdf.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  all = await addMonitoring(app.db);
  round = await addPublishedRound(app.db, all);
  address = { mandate: all.mandate.key, number: '1', place: all.municipality.key };
  await addStatus(0, 'partly');
  await addStatus(1, 'not');
});

async function addStatus(index: number, status: 'fully' | 'partly' | 'not', version = 1) {
  const priority = all.priorities[index];
  if (!priority) throw new Error('two priorities');
  await inTransaction(app.db, async (tx) => {
    await addStatuses(tx, [
      {
        priority_id: priority.id,
        round_id: round.id,
        status,
        version,
        ...(version === 1
          ? {}
          : {
              kind: 'correction' as const,
              reason: JSON.stringify({ sq: 'Gabim' }),
              published_on: '2028-12-01',
            }),
      },
    ]);
    await noteRecordChange(tx, { tables: ['status'], municipalityIds: [all.municipality.id] });
  });
}

const words = (sq: string, version = 0) => ({
  version,
  foreword_sq: sq,
  foreword_en: '',
  lessons_sq: '',
  lessons_en: '',
});
const about = { form: '/work/reports/x', requestId: 'r' };
const save = (actor: Actor, command = words('Fjala e parë')) =>
  saveReportWords(app, actor, address, command, about);
const publish = (actor: Actor, version = 1) => publishReportWords(app, actor, address, { version }, 'r');
const name = () => ({ round: round.key, municipality: all.municipality.key });

/** Does what the last run asks for. */
async function run() {
  const asked = await app.db
    .selectFrom('report_run')
    .select('id')
    .where('round_id', '=', round.id)
    .where('finished_at', 'is', null)
    .execute();
  for (const { id } of asked) await runReports(app, id);
}

async function makeAll() {
  const outcome = await makeAllReports(app, all.coordinator, address, 'r');
  expect(outcome.kind).toBe('done');
  await run();
}

test('nobody but an editor of the municipality and a coordinator writes a report or sees it before it is public', async () => {
  const { resident, monitor, coder, contact, facilitator, editorElsewhere, administrator } = all;
  for (const actor of [
    nobody,
    resident,
    monitor,
    coder,
    contact,
    facilitator,
    editorElsewhere,
    administrator,
  ]) {
    const refused = { code: 'not-found' };
    await expect(save(actor)).rejects.toMatchObject(refused);
    await expect(showWriting(app, actor, address, about.form)).rejects.toMatchObject(refused);
    await expect(previewReport(app, actor, address)).rejects.toMatchObject(refused);
    await expect(publish(actor, 0)).rejects.toMatchObject(refused);
  }
  expect(await save(all.editor)).toMatchObject({ kind: 'done' });
  expect(await save(all.coordinator, words('Tjetra', 1))).toMatchObject({ kind: 'done' });
});

test('the network’s report is written by those who coordinate it, and by no editor', async () => {
  const network = { ...address, place: 'network' };
  const write = (actor: Actor) => saveReportWords(app, actor, network, words('Rrjeti'), about);
  await expect(write(all.editor)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await write(all.coordinator)).toMatchObject({ kind: 'done' });
});

test('who saves over what somebody else has saved meanwhile is shown theirs, and nothing is lost', async () => {
  await save(all.editor);
  expect(await save(all.secondEditor, words('Ime'))).toEqual({
    kind: 'conflict',
    theirs: { foreword_sq: 'Fjala e parë', foreword_en: '', lessons_sq: '', lessons_en: '' },
    theirVersion: 1,
  });
});

test('of two people who begin a text at once, one is told of the other', async () => {
  const outcomes = await Promise.all([save(all.editor), save(all.secondEditor)]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
});

test('saved words are in the preview and nowhere in public before someone else has published them', async () => {
  await makeAll();
  await save(all.editor);
  expect((await previewReport(app, all.editor, address)).foreword).toEqual({ sq: 'Fjala e parë' });
  expect((await getReport(app, name())).json).not.toContain('Fjala e parë');
  expect(await publish(all.editor)).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'reports.fault.own-text' }],
  });
  expect(await publish(all.secondEditor)).toEqual({ kind: 'done', value: { edition: 2 } });
  expect((await getReport(app, name())).json).toContain('Fjala e parë');
});

test('saved words are nowhere in public where the report has no edition yet', async () => {
  await save(all.editor);
  expect((await previewReport(app, all.editor, address)).foreword).toEqual({ sq: 'Fjala e parë' });
  expect((await getReport(app, name())).json).not.toContain('Fjala e parë');
});

test('words that changed since someone read them are not published by them', async () => {
  await save(all.editor);
  await save(all.editor, words('Fjala e dytë', 1));
  expect(await publish(all.secondEditor, 1)).toMatchObject({ kind: 'conflict', theirVersion: 2 });
});

test('an edition has a PDF in each language and its data, which everyone may have by their SHA-256', async () => {
  await makeAll();
  const { editions, sha256 } = await showReport(app, name());
  expect(editions).toMatchObject([
    {
      edition: 1,
      files: [
        { language: 'sq', isHere: true },
        { language: 'en', isHere: true },
      ],
    },
  ]);
  for (const file of editions[0]?.files ?? []) {
    expect(file.dataSha256).toBe(sha256);
    const found = await readPublicFile(app, file.sha256);
    expect(found?.mediaType).toBe('application/pdf');
    const bytes = found ? await buffer(found.bytes) : Buffer.alloc(0);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(readPdf(bytes).text.replaceAll(/\s/g, '')).toContain(sha256);
  }
  const data = await readPublicFile(app, sha256);
  expect(data && (await buffer(data.bytes)).toString()).toBe((await getReport(app, name())).json);
});

test('made again, a report of which nothing has changed stays as it is', async () => {
  await makeAll();
  await makeAll();
  expect((await showReport(app, name())).editions.map(({ edition }) => edition)).toEqual([1]);
});

test('a correction makes the next edition, and the earlier one stays with its files', async () => {
  await makeAll();
  const before = await showReport(app, name());
  await addStatus(1, 'partly', 2);
  await makeAll();
  const after = await showReport(app, name());
  expect(after.editions.map(({ edition }) => edition)).toEqual([2, 1]);
  expect(after.editions[1]).toEqual(before.editions[0]);
  expect(after.report.corrections).toMatchObject([{ before: 'not', after: 'partly', version: 2 }]);
  expect(after.report.figures.counts).toMatchObject({ partly: 2, not: 0 });
});

test('a corrected edition says what was put right, and the first one is had again from its data, byte for byte', async () => {
  await makeAll();
  const first = await showReport(app, name());
  expect(first.report.since).toBeNull();
  await addStatus(1, 'partly', 2);
  await makeAll();
  const { report, sha256, editions } = await showReport(app, name());
  expect(viewReport(report, 'en').since).toMatchObject({
    title: expect.stringContaining('edition 1'),
    lines: [expect.stringContaining('from “Not addressed” to “Partly addressed”')],
  });
  // What was made is what is shown: the new edition is compared with the first one in both.
  expect(editions[0]?.files[0]?.dataSha256).toBe(sha256);
  const data = await readPublicFile(app, first.sha256);
  const kept: Report = JSON.parse(data ? (await buffer(data.bytes)).toString() : '');
  for (const { language, sha256: printed } of editions[1]?.files ?? []) {
    const imprint = imprintOf(app, name(), language, { sha256: first.sha256, edition: editions[1] });
    expect(sha256Of(await reportPdf(app, kept, imprint, language))).toBe(printed);
  }
  // With those of makeAll, so that both PDFs were looked at.
  expect.assertions(7);
});

test('with a reply stand its documents, what it announces, and the codes that it changed', async () => {
  const [priority] = all.priorities;
  const component = all.components.find(({ priority_id }) => priority_id === priority?.id);
  if (!priority || !component) throw new Error('a priority with a component');
  const row = () => ({ id: randomUUID(), key: `r-${randomUUID()}` });
  const reply = row();
  const days = { requested_on: '2028-10-01', due_on: '2028-10-22', replied_on: '2028-10-20' };
  const answer = JSON.stringify({ sq: 'Po' });
  await app.db
    .insertInto('reply')
    .values({ ...reply, ...days, answer, municipality_id: all.municipality.id, round_id: round.id })
    .execute();
  const of = { reply_id: reply.id, position: 1 };
  await app.db
    .insertInto('reply_attachment')
    .values({ ...row(), ...of, title: 'Vendimi', sha256: 'a'.repeat(64) })
    .execute();
  await app.db
    .insertInto('reply_action')
    .values({ ...row(), ...of, priority_id: priority.id, statement: answer, due_on: '2029-05' })
    .execute();
  await app.db
    .insertInto('reply_code_change')
    .values({
      ...row(),
      reply_id: reply.id,
      component_id: component.id,
      code_before: 'none',
      code_after: 'partial',
      reason: answer,
    })
    .execute();
  const { replies } = viewReport(await buildReport(app, name()), 'en');
  expect(replies).toMatchObject([
    {
      documents: [{ title: 'Vendimi', sha256: 'a'.repeat(64), path: null }],
      actions: [{ statement: { text: 'Po' }, due: 'by May 2029' }],
      changes: [{ what: expect.stringContaining('before the reply “') }],
    },
  ]);
});

test('a new foreword alone makes an edition that says so', async () => {
  await makeAll();
  await save(all.editor);
  await publish(all.secondEditor);
  const { report } = await showReport(app, name());
  expect(viewReport(report, 'en').since?.lines).toEqual(['The foreword was changed.']);
});

test('each day, editions without PDFs get theirs, and what was put right makes the next edition', async () => {
  await save(all.editor);
  await publish(all.secondEditor);
  await app.db.deleteFrom('report_run').where('round_id', '=', round.id).execute();
  const editions = async () =>
    (await showReport(app, name())).editions.map(({ edition, files }) => [edition, files.length]);
  const keepUp = async () => {
    await askForDueReports(app);
    await run();
  };
  expect(await editions()).toEqual([[1, 0]]);
  await keepUp();
  expect(await editions()).toEqual([[1, 2]]);
  await addStatus(1, 'fully', 2);
  await keepUp();
  await keepUp();
  expect(await editions()).toEqual([
    [2, 2],
    [1, 2],
  ]);
});

test('only a coordinator has all reports made, and no second time while they are being made', async () => {
  for (const actor of [nobody, all.editor, all.administrator, all.contact])
    await expect(makeAllReports(app, actor, address, 'r')).rejects.toMatchObject({ code: 'forbidden' });
  expect(await makeAllReports(app, all.coordinator, address, 'r')).toMatchObject({ kind: 'done' });
  expect(await makeAllReports(app, all.coordinator, address, 'r')).toMatchObject({ kind: 'refused' });
  await run();
  const { run: last } = await showYear(app, all.coordinator, address);
  // The municipality's, and the network's.
  expect(last).toMatchObject({ total: 2, made: 2, failed: 0 });
  expect((await showYear(app, all.editor, address)).run).toBeNull();
});

test('the network’s report counts every municipality and names each', async () => {
  const { report } = await showReport(app, { round: round.key, municipality: null });
  expect(report.municipalities).toMatchObject([{ key: all.municipality.key }]);
  expect(report.figures.counts).toMatchObject({ partly: 1, not: 1 });
});

test('there is no report of a round where nothing is public', async () => {
  const elsewhere = { round: round.key, municipality: all.elsewhere.key };
  await expect(showReport(app, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
  await expect(showReport(app, { ...name(), round: 'never' })).rejects.toMatchObject({ code: 'not-found' });
});
