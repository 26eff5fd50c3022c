import { faultsOf } from '#forms/faults.ts';
import type { FieldFault } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { readRecords } from '#server/spreadsheet/read-records.ts';
import { cellFault, type CellFault, type SheetRecord, type SheetRows } from '#server/spreadsheet/sheet.ts';
import { handInCoding, type HandInCoding } from '../../schema.ts';
import { itemsOf, searchesOfCell } from '../../sheet-cells.ts';
import { codingColumns } from '../../sheet-columns.ts';
import { readCodes } from '../task-store.ts';
import type { OwnCoding } from './own-codings.ts';

/** A coding of a sheet that differs from what is kept. */
export interface SheetCoding {
  taskId: string;
  command: HandInCoding;
  /** Where its code stands. */
  address: string;
}

export interface CodingSheet {
  changed: SheetCoding[];
  /** Lines that say what is kept already. */
  same: number;
  /** Lines that are not coded yet. */
  blank: number;
  faults: CellFault[];
}

/** In which column what is wrong with a field of the form is told. */
function columnOf(field: string): string {
  return /^(looked_in|asked|searched_on)(\.|$)/.test(field) ? 'searches' : field;
}

/** Reads a coder's list, or says what is wrong with each cell; a line that was taken out before its coding changed is refused. */
export async function readCodingSheet(
  app: App,
  rows: SheetRows,
  own: readonly OwnCoding[],
): Promise<CodingSheet> {
  const content = readRecords(rows, codingColumns);
  const sheet: CodingSheet = { changed: [], same: 0, blank: 0, faults: [...content.faults] };
  const byTask = new Map(own.map((one) => [one.task.id, one]));
  const codesOf = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const record of content.records) {
    const at = (column: string) => content.addressIn(record, column);
    const cell = (column: string) => record.cells[column] ?? '';
    const tell = (column: string, key: FieldFault['key'], values?: FieldFault['values']) =>
      sheet.faults.push(cellFault(at(column), cell(column), key, values));
    const known = byTask.get(cell('task'));
    if (!known) {
      tell('task', 'coding.sheet.unknown');
      continue;
    }
    if (seen.has(known.task.id)) {
      tell('task', 'coding.sheet.twice');
      continue;
    }
    seen.add(known.task.id);
    if (cell('version') !== String(known.own?.version ?? 0)) {
      tell('version', 'coding.sheet.stale');
      continue;
    }
    if (cell('given') === '' && cell('rationale') === '') {
      sheet.blank += 1;
      continue;
    }
    const { items, unknown } = itemsOf(
      cell('evidence'),
      known.evidence.map(({ id }) => id),
    );
    if (unknown.length > 0) tell('evidence', 'coding.sheet.no-evidence', { marks: unknown.join(', ') });
    const parsed = parseLine(record, items);
    if (!parsed.success) {
      for (const { field, key, values } of faultsOf(parsed.error)) tell(columnOf(field), key, values);
      continue;
    }
    const codes = codesOf.get(known.task.codebookId) ?? (await codesIn(app, known.task.codebookId));
    codesOf.set(known.task.codebookId, codes);
    if (!codes.includes(parsed.data.code)) {
      tell('given', 'spreadsheet.fault.choice', { choices: codes.join(', ') });
      continue;
    }
    if (parsed.data.searches.some(({ searchedOn }) => searchedOn > dayOf(app.clock()))) {
      tell('searches', 'coding.fault.to-come');
      continue;
    }
    if (isAsKept(parsed.data, known)) sheet.same += 1;
    else sheet.changed.push({ taskId: known.task.id, command: parsed.data, address: at('given') });
  }
  return sheet;
}

async function codesIn(app: App, codebookId: string): Promise<string[]> {
  return (await readCodes(app.db, codebookId)).map(({ code }) => code);
}

/** A line by the schema of the form, so that both take the same. */
function parseLine({ cells }: SheetRecord, evidence: readonly string[]) {
  const searches = searchesOfCell(cells['searches'] ?? '');
  return handInCoding.safeParse({
    version: cells['version'],
    given: cells['given']?.toLowerCase(),
    language: cells['language'] === '' ? 'sq' : cells['language'],
    rationale: cells['rationale'],
    evidence: [...evidence],
    looked_in: searches.map(({ lookedIn }) => lookedIn),
    asked: searches.map(({ asked }) => asked),
    searched_on: searches.map(({ searchedOn }) => searchedOn),
  });
}

function isAsKept(
  { code, language, rationale, evidence, searches }: HandInCoding,
  { own }: OwnCoding,
): boolean {
  if (!own) return false;
  const words = (one: Pick<HandInCoding, 'code' | 'language' | 'rationale' | 'evidence' | 'searches'>) =>
    JSON.stringify([
      one.code,
      one.language,
      one.rationale,
      one.evidence.toSorted(),
      one.searches.map(({ lookedIn, asked, searchedOn }) => [lookedIn, asked, searchedOn]),
    ]);
  return words({ code, language, rationale, evidence, searches }) === words({ ...own, code: own.code ?? '' });
}
