import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { writeSentAhead } from '#forms/uploads.ts';
import type { Language } from '#i18n/languages.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { startClamd, type FakeClamd } from '#server/files/clamd.fixture.ts';
import { readSheetFile } from '#server/spreadsheet/read-sheet.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';
import { itemFilter } from '../../schema.ts';
import { observation } from '../evidence.fixture.ts';
import { addItem } from '../gathering.ts';
import { listItems } from '../items.ts';
import { evidenceColumns, type EvidenceColumn } from './columns.ts';
import { exportItems } from './export-items.ts';
import { importItems, tryItems, type EvidenceSheetOutcome } from './import-items.ts';
import { findSentFiles, noFiles, takeSentFiles, type SentFiles } from './sent-files.ts';

export type Rows = readonly (readonly string[])[];
export type Line = Partial<Record<EvidenceColumn, string>>;

/** What somebody saw, as a line of a list. */
export const seen: Line = {
  kind: 'Vëzhgim',
  stance: 'supports',
  components: 'P1.2',
  dated: '2028-05-03',
  showsSq: 'Ura është hapur',
  place: 'Lagjja 3',
};

/** A list with only these new lines. */
export function newLines(...lines: Line[]): string[][] {
  return [
    evidenceColumns.map(({ key }) => key),
    ...lines.map((line) => evidenceColumns.map(({ key }) => line[key] ?? '')),
  ];
}

/** A list with one of its lines changed. */
export function changed(rows: Rows, line: number, change: Line): string[][] {
  return rows.map((row, index) =>
    index + 1 === line
      ? row.map((cell, place) => change[evidenceColumns[place]?.key ?? 'id'] ?? cell)
      : [...row],
  );
}

export const column = (key: EvidenceColumn) => evidenceColumns.findIndex((one) => one.key === key);

/** The address of a cell, as 'C12'. */
export function cell(key: EvidenceColumn, line: number): string {
  const letters = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`;
  return `${letters(column(key))}${line}`;
}

export const faultsOf = (outcome: EvidenceSheetOutcome) =>
  outcome.kind === 'faults' ? outcome.faults.map(({ address, key }) => `${address} ${key}`) : outcome.kind;

export const given = (rows: Rows, sent: SentFiles = noFiles) => ({ rows, sent, language: 'en' }) as const;

/** An assessment whose evidence goes out and comes back as a list, on a database and a folder of a test file's own. */
export function useSheets() {
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

  const look = (actor: Actor, rows: Rows, sent?: SentFiles) =>
    tryItems(app, actor, at.assessment.id, given(rows, sent));

  async function rowsFor(actor: Actor, language: Language = 'en', what: 'items' | 'template' = 'items') {
    const sheet = await exportItems(app, actor, at.assessment.id, { language, what });
    const reading = await readSheetFile(sheet);
    if (reading.kind === 'refused') throw new Error(reading.why);
    return reading.rows.map((row) => evidenceColumns.map((_, index) => row[index] ?? ''));
  }

  /** Looks at a list, and keeps what was sound. */
  async function handIn(actor: Actor, rows: Rows, sent: SentFiles = noFiles) {
    const looked = await look(actor, rows, sent);
    if (looked.kind !== 'sound') throw new Error(JSON.stringify(looked));
    const carried = await findSentFiles(app, actor, looked.sent.map(writeSentAhead));
    return importItems(app, actor, at.assessment.id, { ...given(rows, carried), batch: looked.batch });
  }

  async function add(actor: Actor, more: Record<string, unknown> = {}): Promise<string> {
    const outcome = await addItem(app, actor, at.assessment.id, observation(at, more));
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value.id;
  }

  async function itemsFor(actor: Actor) {
    return (await listItems(app, actor, at.assessment.id, itemFilter.parse({}))).items;
  }

  /** Files sent with a list, beside some that have arrived before. */
  function sending(actor: Actor, files: Readonly<Record<string, Buffer | string>>, carried: string[] = []) {
    const data = new FormData();
    for (const [name, bytes] of Object.entries(files))
      data.append('files', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name));
    for (const one of carried) data.append('sent', one);
    return takeSentFiles(app, actor, data);
  }

  return { app: () => app, at: () => at, look, rowsFor, handIn, add, itemsFor, sending };
}
