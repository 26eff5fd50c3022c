import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { writeSentAhead } from '#forms/uploads.ts';
import type { Language } from '#i18n/languages.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { readSheetFile } from '#server/spreadsheet/read-sheet.ts';
import { useDatabase } from '#testing/database.ts';
import { startClamd, type FakeClamd } from '#server/files/clamd.fixture.ts';
import { addEvidenceFile, addEvidenceItems } from '#testing/factories-evidence.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';
import { itemFilter } from '../../schema.ts';
import { observation } from '../evidence.fixture.ts';
import { addItem } from '../gathering.ts';
import { listItems, showItem } from '../items.ts';
import { reviewItem, withdrawItem } from '../reviewing.ts';
import { evidenceColumns, type EvidenceColumn } from './columns.ts';
import { exportItems } from './export-items.ts';
import { importItems, tryItems, type EvidenceSheetOutcome } from './import-items.ts';
import { findSentFiles, noFiles, takeSentFiles, type SentFiles } from './sent-files.ts';

const database = useDatabase();
let app: App;
let at: Monitoring;
let clamd: FakeClamd;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-sheet-'));
  clamd = await startClamd();
  const config = readConfig({
    LOG_LEVEL: 'silent',
    DATA_DIR: folder,
    CLAMD_HOST: '127.0.0.1',
    CLAMD_PORT: String(clamd.port),
  });
  app = createApp(config, database(), { clock: () => new Date('2028-06-01T08:00:00Z') });
});
afterAll(async () => {
  await clamd.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  at = await addMonitoring(app.db);
  for (const { id } of [at.editor, at.secondEditor, at.coder]) {
    const organisation_id = at.assessment.organisation_id;
    await addGrant(app.db, {
      account_id: id,
      role: id === at.coder.id ? 'monitor' : 'editor',
      organisation_id,
    });
  }
});

const column = (key: EvidenceColumn) => evidenceColumns.findIndex((one) => one.key === key);

async function rowsFor(actor: Actor, language: Language = 'en', what: 'items' | 'template' = 'items') {
  const reading = await readSheetFile(await exportItems(app, actor, at.assessment.id, { language, what }));
  if (reading.kind === 'refused') throw new Error(reading.why);
  return reading.rows.map((row) => evidenceColumns.map((_, index) => row[index] ?? ''));
}

type Line = Partial<Record<EvidenceColumn, string>>;
/** A list with only these new lines, or the person's own with lines of it changed. */
function newLines(...lines: Line[]): string[][] {
  return [
    evidenceColumns.map(({ key }) => key),
    ...lines.map((line) => evidenceColumns.map(({ key }) => line[key] ?? '')),
  ];
}
function changed(rows: readonly (readonly string[])[], line: number, change: Line): string[][] {
  return rows.map((row, index) =>
    index + 1 === line
      ? row.map((cell, place) => change[evidenceColumns[place]?.key ?? 'id'] ?? cell)
      : [...row],
  );
}

const given = (rows: readonly (readonly string[])[], sent: SentFiles = noFiles) =>
  ({ rows, sent, language: 'en' }) as const;
const look = (actor: Actor, rows: readonly (readonly string[])[], sent?: SentFiles) =>
  tryItems(app, actor, at.assessment.id, given(rows, sent));

/** Looks at a list, and keeps what was sound. */
async function handIn(actor: Actor, rows: readonly (readonly string[])[], sent: SentFiles = noFiles) {
  const looked = await look(actor, rows, sent);
  if (looked.kind !== 'sound') throw new Error(JSON.stringify(looked));
  const carried = await findSentFiles(app, actor, looked.sent.map(writeSentAhead));
  return importItems(app, actor, at.assessment.id, { ...given(rows, carried), batch: looked.batch });
}
const faultsOf = (outcome: EvidenceSheetOutcome) =>
  outcome.kind === 'faults' ? outcome.faults.map(({ address, key }) => `${address} ${key}`) : outcome.kind;
const cell = (key: EvidenceColumn, line: number) => {
  const letters = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`;
  return `${letters(column(key))}${line}`;
};

async function add(actor: Actor, more: Record<string, unknown> = {}): Promise<string> {
  const outcome = await addItem(app, actor, at.assessment.id, observation(at, more));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}
async function itemsFor(actor: Actor) {
  return (await listItems(app, actor, at.assessment.id, itemFilter.parse({}))).items;
}
const seen: Line = {
  kind: 'Vëzhgim',
  stance: 'supports',
  components: 'P1.2',
  dated: '2028-05-03',
  showsSq: 'Ura është hapur',
  place: 'Lagjja 3',
};

async function picture(shade: number): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 90, b: 90 } } })
    .jpeg()
    .toBuffer();
}
function sending(actor: Actor, files: Readonly<Record<string, Buffer | string>>, carried: string[] = []) {
  const data = new FormData();
  for (const [name, bytes] of Object.entries(files))
    data.append('files', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name));
  for (const one of carried) data.append('sent', one);
  return takeSentFiles(app, actor, data);
}

describe('a list taken out and handed in again', () => {
  test.each(['sq', 'en'] as const)('changes nothing, in %s', async (language) => {
    await add(at.monitor, { showsEn: '=HYPERLINK("x")', latitude: '40,7', longitude: '-19.5', at: '09:05' });
    await add(at.monitor, { visibility: 'private', readers: [at.editor.id] });
    // As they stand in the record's older lists: what no form of today would take.
    const [old] = await addEvidenceItems(app.db, at, [{ kind: 'link', url: '', dated: '2027' }]);
    await addEvidenceFile(app.db, old ?? { id: '', municipality_id: '' }, { name: 'a; b.pdf' });
    const rows = await rowsFor(at.editor, language);
    expect(rows).toHaveLength(4);
    const outcome = await look(at.editor, rows);
    expect(outcome).toMatchObject({ kind: 'sound', added: 0, changed: 0, same: 3 });
    await handIn(at.editor, rows);
    expect((await itemsFor(at.editor)).map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  test('with lines left out and columns taken away leaves them as they are', async () => {
    await add(at.monitor, { publisher: 'Këshilli' });
    await add(at.monitor);
    const rows = await rowsFor(at.monitor);
    const fewer = changed(rows, 2, { place: 'Para shkollës' })
      .slice(0, 2)
      .map((row) => row.filter((_, index) => index !== column('publisher')));
    expect(await handIn(at.monitor, fewer)).toMatchObject({ kind: 'sound', added: 0, changed: 1 });
    const items = await itemsFor(at.monitor);
    expect(items.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2]);
    const item = items.find(({ id }) => id === rows[1]?.[0]);
    expect(item).toMatchObject({ details: { place: 'Para shkollës' } });
    expect(items.some(({ publisher }) => publisher === 'Këshilli')).toBe(true);
  });
});

test('lines are added and changed as by the form, in one go, and each is in the audit', async () => {
  const id = await add(at.monitor);
  const rows = changed(await rowsFor(at.monitor), 2, { stance: 'kundërshton', showsSq: '+Ura u mbyll' });
  const outcome = await look(at.monitor, [
    ...rows,
    ...newLines(seen, { ...seen, kind: 'council-decision', place: '', number: '12' }).slice(1),
  ]);
  expect(outcome).toMatchObject({ kind: 'sound', added: 2, changed: 1, same: 0 });
  expect(
    outcome.kind === 'sound' && outcome.lines.map(({ line, changed: fields }) => [line, fields]),
  ).toEqual([
    [2, ['stance', 'showsSq']],
    [3, []],
    [4, []],
  ]);
  expect(await itemsFor(at.editor)).toHaveLength(1);
  if (outcome.kind !== 'sound') throw new Error('sound');
  const keep = () =>
    importItems(app, at.monitor, at.assessment.id, { ...given(outcome.rows ?? []), batch: outcome.batch });
  await keep();
  // Sent twice, it is kept once.
  expect(await keep()).toMatchObject({ kind: 'sound', added: 0, changed: 0, same: 3 });
  const items = await itemsFor(at.editor);
  expect(items).toHaveLength(3);
  expect(items.find((item) => item.id === id)).toMatchObject({
    stance: 'contradicts',
    shows: { sq: '+Ura u mbyll' },
    version: 2,
  });
  expect(items.find(({ kind }) => kind === 'council-decision')).toMatchObject({
    class: 'E1',
    state: 'open',
    details: { number: '12' },
    componentIds: [at.components[1]?.id],
    createdBy: at.monitor.id,
  });
  const events = await app.db
    .selectFrom('audit_event')
    .select(['action', 'subject_id as subject'])
    .where('municipality_id', '=', at.municipality.id)
    .where('subject_kind', '=', 'evidence-item')
    .execute();
  expect(events.map(({ action }) => action).toSorted()).toEqual(['add', 'add', 'add', 'change']);
});

test('what is wrong is told at its cell, by the rules of the form, and nothing is kept', async () => {
  await add(at.monitor);
  const rows = changed(await rowsFor(at.monitor), 2, { stance: 'maybe', latitude: 'north' });
  const lines = newLines(
    seen,
    { ...seen, dated: '2029-01-01' },
    { ...seen, components: 'P9.1', dated: 'dje' },
    { ...seen, kind: 'budget-line', place: '', year: '1800', line: 'x', amount: '5', currency: 'GBP' },
    { ...seen, kind: 'statement', place: '', heard: 'phone', speaker: 'Arben Hoxha', class: 'E1' },
    { ...seen, showsSq: '', number: '3' },
    { ...seen, visibility: 'private', readers: 'Askush' },
    { id: at.components[0]?.id ?? '', ...seen },
  ).slice(1);
  const all = [...rows, ...lines, rows[1] ?? []];
  const outcome = await look(at.monitor, all);
  expect(faultsOf(outcome)).toEqual([
    `${cell('stance', 2)} spreadsheet.fault.choice`,
    `${cell('latitude', 2)} evidence.fault.number`,
    `${cell('dated', 4)} evidence.fault.future`,
    `${cell('components', 5)} evidence.sheet.no-components`,
    `${cell('dated', 5)} form.fault.day`,
    `${cell('currency', 6)} spreadsheet.fault.choice`,
    `${cell('year', 6)} form.fault.too-small`,
    `${cell('phase', 6)} form.fault.choice`,
    `${cell('speaker', 7)} evidence.fault.name`,
    `${cell('number', 8)} evidence.sheet.not-of-kind`,
    `${cell('readers', 9)} evidence.sheet.no-readers`,
    `${cell('id', 10)} evidence.sheet.unknown`,
    `${cell('id', 11)} evidence.sheet.twice`,
  ]);
  expect(await importItems(app, at.monitor, at.assessment.id, { ...given(all), batch: 'x' })).toMatchObject({
    kind: 'faults',
  });
  expect(await itemsFor(at.editor)).toHaveLength(1);
});

test('a line whose item has changed since the list was taken out is refused by name; one that says the same is not', async () => {
  const id = await add(at.monitor);
  const rows = await rowsFor(at.monitor);
  const version = 1;
  await reviewItem(app, at.editor, at.assessment.id, id, { version, decision: 'accepted', note: '' });
  expect(await look(at.monitor, rows)).toMatchObject({ kind: 'sound', same: 1 });
  const outcome = await handInAnyway(changed(rows, 2, { place: 'Gjetkë' }));
  expect(faultsOf(outcome)).toEqual([`${cell('version', 2)} evidence.sheet.stale`]);
  expect(outcome).toMatchObject({
    faults: [{ values: { shows: 'The road is paved as far as the school' } }],
  });
  expect((await itemsFor(at.editor))[0]).toMatchObject({ version: 2, state: 'accepted' });
});

/** What was sound when it was looked at may be so no more. */
const handInAnyway = (rows: readonly (readonly string[])[], actor: Actor = at.monitor) =>
  importItems(app, actor, at.assessment.id, {
    ...given(rows),
    batch: '00000000-0000-4000-8000-000000000000',
  });

test('what was taken back, what is another’s, and a round that has gone on are not changed', async () => {
  const own = await add(at.monitor);
  await withdrawItem(app, at.monitor, at.assessment.id, own, { version: 1, reason: 'Gabim' });
  const rows = await rowsFor(at.monitor);
  expect(faultsOf(await look(at.monitor, changed(rows, 2, { version: '2', place: 'x' })))).toEqual([
    'A2 evidence.fault.closed',
  ]);
  const theirs = await add(at.editor);
  const list = await rowsFor(at.coder);
  const line = list.findIndex(([id]) => id === theirs) + 1;
  const outcome = await look(at.coder, changed(list, line, { place: 'x' }));
  expect(faultsOf(outcome)).toEqual([`A${line} evidence.sheet.not-yours`]);
  await app.db
    .updateTable('assessment')
    .set({ stage: 'settled' })
    .where('id', '=', at.assessment.id)
    .execute();
  const edited = await rowsFor(at.editor);
  const late = changed(edited, edited.findIndex(([id]) => id === theirs) + 1, { place: 'x' });
  expect(faultsOf(await handInAnyway([...late, ...newLines(seen).slice(1)], at.editor))).toEqual([
    `A${line} evidence.fault.closed`,
    `${cell('kind', late.length + 1)} evidence.fault.closed`,
  ]);
});

describe('who may not', () => {
  test('people of other municipalities, and those who have no part in the work, get no list and hand none in', async () => {
    const rows = newLines(seen);
    for (const actor of [
      nobody,
      at.resident,
      at.contact,
      at.administrator,
      at.monitorElsewhere,
      at.editorElsewhere,
    ]) {
      const options = { language: 'en', what: 'items' } as const;
      await expect(exportItems(app, actor, at.assessment.id, options)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(look(actor, rows)).rejects.toMatchObject({ code: 'not-found' });
      await expect(handInAnyway(rows, actor)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  test('coders from elsewhere and coordinators take the list out and hand none in', async () => {
    await add(at.monitor);
    for (const actor of [at.otherCoder, at.coordinator]) {
      expect(await rowsFor(actor)).toHaveLength(2);
      await expect(look(actor, newLines(seen))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(handInAnyway(newLines(seen), actor)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await itemsFor(at.monitor)).toHaveLength(1);
  });

  test('a private item is in the lists of its author and those named alone, and nobody else’s list changes it', async () => {
    const secret = { visibility: 'private', readers: [at.secondEditor.id], place: 'Vendi i fshehtë' };
    const id = await add(at.monitor, secret);
    const text = async (actor: Actor) => JSON.stringify(await rowsFor(actor));
    for (const actor of [at.editor, at.coder, at.coordinator, at.otherCoder])
      expect(await text(actor)).not.toContain('Vendi i fshehtë');
    for (const actor of [at.monitor, at.secondEditor]) expect(await text(actor)).toContain('Vendi i fshehtë');
    const rows = changed(await rowsFor(at.monitor), 2, { place: 'Tjetër' });
    for (const actor of [at.editor, at.coder])
      expect(faultsOf(await look(actor, rows))).toEqual(['A2 evidence.sheet.unknown']);
    // Who is named may change it, and let nobody else see it.
    const opened = changed(await rowsFor(at.secondEditor), 2, { visibility: 'public' });
    expect(faultsOf(await look(at.secondEditor, opened))).toEqual([
      `${cell('visibility', 2)} evidence.fault.author-opens`,
    ]);
    await handIn(at.secondEditor, changed(await rowsFor(at.secondEditor), 2, { place: 'Tjetër' }));
    const { item } = await showItem(app, at.monitor, at.assessment.id, id);
    expect(item).toMatchObject({ visibility: 'private', readerIds: [at.secondEditor.id] });
  });
});

describe('files that a list names', () => {
  const photo: Line = { ...seen, kind: 'photo', file: 'Rruga.JPG', altSq: 'Një urë' };

  test('go with their lines, sealed, in the order in which they are named', async () => {
    const bytes = await picture(1);
    const sent = await sending(at.monitor, { 'rruga.jpg': bytes, 'b.pdf': '%PDF-1.7\n%%EOF' });
    const document: Line = { ...seen, kind: 'document', place: '', file: 'b.pdf; rruga.jpg' };
    const rows = newLines(photo, document);
    const looked = await look(at.monitor, rows, sent);
    expect(looked).toMatchObject({ kind: 'sound', duplicates: [{ name: 'rruga.jpg', lines: [2, 3] }] });
    expect(await itemsFor(at.editor)).toEqual([]);
    await handIn(at.monitor, rows, sent);
    const items = await itemsFor(at.editor);
    const of = (kind: string) => items.find((item) => item.kind === kind)?.files;
    expect(of('photo')).toMatchObject([
      { name: 'rruga.jpg', alt: { sq: 'Një urë' }, mediaType: 'image/jpeg' },
    ]);
    expect(of('photo')?.[0]?.copy).not.toBeNull();
    expect(of('document')?.map(({ name, copy }) => [name, copy === null])).toEqual([
      ['b.pdf', true],
      ['rruga.jpg', false],
    ]);
    const list = JSON.stringify(await rowsFor(at.editor));
    for (const { name, original } of of('document') ?? [])
      expect(list).toContain(`${name} SHA-256 ${original}`);
    // The file is evidence already, wherever it comes again.
    const again = await look(at.editor, newLines(photo), await sending(at.editor, { 'rruga.jpg': bytes }));
    expect(again).toMatchObject({ kind: 'sound', duplicates: [{ seen: [{}, {}] }] });
  });

  test('and that were handed in once more are there once', async () => {
    const id = await add(at.monitor);
    const sent = await sending(at.monitor, { 'a.pdf': '%PDF-1.7\n1\n%%EOF' });
    const rows = changed(await rowsFor(at.monitor), 2, { file: 'a.pdf' });
    await handIn(at.monitor, rows, sent);
    expect(await look(at.monitor, rows, sent)).toMatchObject({ kind: 'sound', same: 1, changed: 0 });
    await handIn(at.monitor, changed(rows, 2, { file: 'a.pdf', version: '2', place: 'Para shkollës' }), sent);
    const { item } = await showItem(app, at.monitor, at.assessment.id, id);
    expect(item).toMatchObject({ version: 3, details: { place: 'Para shkollës' } });
    expect(item.files).toHaveLength(1);
  });

  test('are looked at as by the form: what was not sent, not named, not taken or infected is told', async () => {
    const sent = await sending(at.monitor, {
      'rruga.jpg': '%PDF-1.7\n%%EOF',
      'e tepërt.pdf': '%PDF-1.7\n2\n%%EOF',
      'keq.pdf': '%PDF-1.7\nMALWARE',
      'program.exe': 'MZ…',
      'bosh.pdf': '',
      'prokurimi.json': '{}',
    });
    const outcome = await look(
      at.monitor,
      newLines(
        photo,
        { ...seen, file: 'mungon.pdf' },
        { ...seen, kind: 'procurement', place: '', file: 'rruga.jpg' },
      ),
      sent,
    );
    expect(faultsOf(outcome)).toEqual([
      `${cell('file', 2)} evidence.sheet.wrong-file`,
      `${cell('file', 3)} evidence.sheet.not-sent`,
      `${cell('file', 4)} evidence.fault.no-release`,
    ]);
    expect(outcome.kind === 'faults' && outcome.fileFaults.map(({ name, key }) => `${name} ${key}`)).toEqual([
      'keq.pdf file.fault.infected',
      'program.exe file.fault.type-not-accepted',
      'bosh.pdf file.fault.empty',
      'prokurimi.json evidence.fault.ocds-shape',
      'e tepërt.pdf evidence.sheet.unnamed',
    ]);
  });

  test('that have arrived are their sender’s alone, and a newer one of the same name takes the place of the older', async () => {
    const first = await sending(at.monitor, { 'a.pdf': '%PDF-1.7\n3\n%%EOF' });
    const carried = [...first.files.values()].map(writeSentAhead);
    expect((await findSentFiles(app, at.editor, carried)).faults).toEqual([
      { name: 'a.pdf', key: 'file.fault.gone' },
    ]);
    const second = await sending(at.monitor, { 'A.pdf': '%PDF-1.7\n4\n%%EOF' }, carried);
    expect([...second.files.values()].map(({ name }) => name)).toEqual(['A.pdf']);
    expect(second.faults).toEqual([]);
  });

  test('of a procurement are read when they come and when the list is kept', async () => {
    const release = {
      ocid: 'ocds-abc-1',
      date: '2028-01-02T00:00:00Z',
      tender: { title: 'Shtrimi i rrugës' },
    };
    const sent = await sending(at.monitor, { 'p.json': JSON.stringify(release) });
    await handIn(at.monitor, newLines({ ...seen, kind: 'procurement', place: '', file: 'p.json' }), sent);
    expect((await itemsFor(at.editor))[0]).toMatchObject({
      details: { kind: 'procurement', ocid: 'ocds-abc-1', title: 'Shtrimi i rrugës' },
    });
    expect(JSON.stringify(await rowsFor(at.editor))).toContain('ocds-abc-1');
    expect(await look(at.editor, await rowsFor(at.editor))).toMatchObject({ kind: 'sound', same: 1 });
  });
});

test('an empty list to fill in has the columns alone, and says who can be named', async () => {
  await add(at.monitor);
  expect(await rowsFor(at.monitor, 'sq', 'template')).toHaveLength(1);
  expect(await look(at.monitor, await rowsFor(at.monitor, 'sq', 'template'))).toMatchObject({
    kind: 'unreadable',
    why: 'empty',
  });
});
