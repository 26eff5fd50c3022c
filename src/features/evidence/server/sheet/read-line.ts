import { faultsOf } from '#forms/faults.ts';
import type { FieldFault } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import { takesEvidence } from '#features/rounds/stage.ts';
import { pickText } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { folded } from '#server/spreadsheet/read-records.ts';
import type { EvidenceDetails } from '../../details.ts';
import { changesItem } from '../../policy.ts';
import { changedItem, newItem, type ChangedItem, type NewItem } from '../../schema.ts';
import { checkChange, faultOfTime } from '../changing.ts';
import { classOf } from '../columns.ts';
import { checkNew, closed, type FormChoices } from '../gathering.ts';
import { changedFields, fieldsOfItem } from '../item-fields.ts';
import type { Item, ItemFile } from '../item-store.ts';
import type { ItemFileIn } from '../take-file.ts';
import {
  altColumns,
  cellsOfFields,
  fieldColumns,
  fieldsOfCells,
  type Cells,
  type ColumnFault,
} from './cells.ts';
import { isChoiceColumn, valueOf } from './choices.ts';
import type { SheetContext } from './context.ts';
import { filesOfLine } from './line-files.ts';
import { filesOfCell } from './lists.ts';
import type { SentFiles } from './sent-files.ts';

export interface LineGiven {
  context: SheetContext;
  choices: Pick<FormChoices, 'components' | 'people' | 'barred' | 'today'>;
  sent: SentFiles;
  /** Of this handing in: sent twice, it adds its new lines once. */
  batch: string;
  t: Translate;
}

interface Line {
  number: number;
  cells: Cells;
  /** Whether the file has a column at all. */
  has: (column: string) => boolean;
}

export interface PlannedNew {
  line: number;
  command: NewItem;
  details: EvidenceDetails;
  files: readonly ItemFileIn[];
}
export interface PlannedChange {
  line: number;
  command: ChangedItem;
  details: EvidenceDetails;
  files: readonly ItemFileIn[];
  item: Item;
  /** Files that it has already. */
  kept: number;
  /** Names of fields that differ. */
  changed: readonly string[];
}

export type ReadLine =
  | { kind: 'same' }
  | { kind: 'new'; planned: PlannedNew }
  | { kind: 'changed'; planned: PlannedChange }
  | { kind: 'refused'; faults: readonly ColumnFault[] };

function refused(...faults: readonly ColumnFault[]): ReadLine {
  return { kind: 'refused', faults };
}

/** A path inside a list, 'components.0', is told at the column of the list. */
function atColumns(faults: readonly FieldFault[]): ColumnFault[] {
  return faults.map(({ field, ...fault }) => ({ ...fault, column: field.split('.')[0] ?? '' }));
}

/** A line without an id is a new item, by the schema and the rules of the form. */
export function readNewLine({ number, cells }: Line, given: LineGiven): ReadLine {
  const { context, choices, sent, batch, t } = given;
  if (!takesEvidence(context.stage)) return refused({ column: 'kind', key: closed.key });
  const id = idOf('evidence-sheet', `${batch}/${number}`);
  if (context.items.some((item) => item.id === id)) return { kind: 'same' };
  const { kind, fields, faults } = fieldsOfCells(cells, context, t);
  if (kind === undefined) return refused(...faults);
  const named = filesOfLine(cells['file'] ?? '', kind, sent);
  const parsed = newItem.safeParse({ ...fields, id });
  const told = [...faults, ...named.faults, ...(parsed.success ? [] : atColumns(faultsOf(parsed.error)))];
  if (told.length > 0 || !parsed.success) return refused(...told);
  const checked = checkNew(parsed.data, named.files, choices);
  if (checked.kind === 'refused') return refused(...atColumns(checked.faults));
  const { details } = checked;
  return { kind: 'new', planned: { line: number, command: parsed.data, details, files: named.files } };
}

/** A line with the id of an item that the person sees: what it changes, if it may. */
export function readKnownLine(line: Line, item: Item, given: LineGiven): ReadLine {
  const { context, choices, sent, t } = given;
  const { number } = line;
  const had = context.files.filter(({ itemId }) => itemId === item.id);
  const current = cellsOfFields(fieldsOfItem(item), context, t);
  const cells = { ...line.cells };
  for (const column of fieldColumns) if (!line.has(column)) cells[column] = current[column] ?? '';
  if (isAsKept(cells, current) && !addsFiles(cells, had, sent)) return { kind: 'same' };
  const shows = pickText(item.shows, context.language);
  if (cells['version'] !== String(item.version))
    return refused({ column: 'version', key: 'evidence.sheet.stale', values: { shows } });
  if (!changesItem(context.actor, item)) return refused({ column: 'id', key: 'evidence.sheet.not-yours' });
  if (!takesEvidence(context.stage) || item.withdrawnReason !== '')
    return refused({ column: 'id', key: closed.key });
  const { kind, fields, faults } = fieldsOfCells(cells, context, t);
  if (kind === undefined) return refused(...faults);
  const named = filesOfLine(cells['file'] ?? '', kind, sent);
  const parsed = changedItem.safeParse({ ...fields, version: String(item.version) });
  const told = [...faults, ...named.faults, ...(parsed.success ? [] : atColumns(faultsOf(parsed.error)))];
  if (told.length > 0 || !parsed.success) return refused(...told);
  const command = parsed.data;
  const files = named.files.filter((file) => !isThere(file, had));
  const changed = fieldsThatDiffer(item, command);
  if (changed.length === 0 && files.length === 0) return { kind: 'same' };
  const late = faultOfTime(context.actor, command, item, context.stage);
  if (late) return refused(...atColumns([late]));
  const checked = checkChange(command, item, { kept: had.length, files, choices });
  if (checked.kind === 'refused') return refused(...atColumns(checked.faults));
  const { details } = checked;
  const planned = { line: number, command, details, files, item, kept: had.length, changed };
  return { kind: 'changed', planned };
}

/** A cell in the other language's words says the same. */
function isAsKept(cells: Cells, current: Cells): boolean {
  return fieldColumns.every((column) => {
    const [now, then] = [cells[column] ?? '', sanitised(current[column] ?? '')];
    if (now === then) return true;
    return isChoiceColumn(column) && now !== '' && valueOf(column, now) === valueOf(column, then);
  });
}

/** A list that is handed in once more names files that are there by now. */
function addsFiles(cells: Cells, had: readonly ItemFile[], sent: SentFiles): boolean {
  const names = filesOfCell(cells['file'] ?? '');
  if (names.length === 0) return altColumns.some((column) => (cells[column] ?? '') !== '');
  return names.some((name) => {
    const found = sent.files.get(folded(name));
    return !found || !isThere(found.file, had);
  });
}

function isThere({ original }: ItemFileIn, had: readonly ItemFile[]): boolean {
  return had.some((file) => file.original === original.sha256);
}

/** The class that a line leaves to its kind counts as the class that it comes to. */
function fieldsThatDiffer(item: Item, command: ChangedItem): string[] {
  const changed = changedFields(item, command);
  return command.class === '' && classOf(command) !== item.class ? [...changed, 'class'] : changed;
}
