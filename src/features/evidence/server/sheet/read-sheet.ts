import { folded, readRecords } from '#server/spreadsheet/read-records.ts';
import { cellFault, type CellFault, type SheetRows } from '#server/spreadsheet/sheet.ts';
import { evidenceColumns } from './columns.ts';
import { filesOfCell } from './lists.ts';
import {
  readKnownLine,
  readNewLine,
  type LineGiven,
  type PlannedChange,
  type PlannedNew,
  type ReadLine,
} from './read-line.ts';
import type { FileFault } from './sent-files.ts';

export interface SheetPlan {
  added: PlannedNew[];
  changed: PlannedChange[];
  /** Lines that say what is kept already. */
  same: number;
  faults: CellFault[];
  fileFaults: FileFault[];
}

/**
 * Reads a list of evidence: what it would add and change, by the schema, the policy and the rules of the form, or what is wrong
 * with each cell. A line that was taken out before its item changed is refused; one that says what is kept is left as it is, and
 * so is an item whose line was left out.
 */
export function readEvidenceSheet(rows: SheetRows, given: LineGiven): SheetPlan {
  const content = readRecords(rows, evidenceColumns);
  const { sent, context } = given;
  const plan: SheetPlan = { added: [], changed: [], same: 0, faults: [...content.faults], fileFaults: [] };
  plan.fileFaults.push(...sent.faults);
  // Without its columns a list cannot be understood line by line.
  if (content.faults.length > 0) return plan;
  const known = new Map(context.items.map((item) => [item.id, item]));
  const seen = new Set<string>();
  const named = new Set<string>();
  for (const record of content.records) {
    const line = { number: record.line, cells: record.cells, has: content.has };
    for (const name of filesOfCell(record.cells['file'] ?? '')) named.add(folded(name));
    const read = readLine(line, given, known, seen);
    if (read.kind === 'same') plan.same += 1;
    if (read.kind === 'new') plan.added.push(read.planned);
    if (read.kind === 'changed') plan.changed.push(read.planned);
    if (read.kind !== 'refused') continue;
    const told = new Set<string>();
    for (const { column, key, values } of read.faults) {
      if (told.has(column)) continue;
      told.add(column);
      plan.faults.push(cellFault(content.addressIn(record, column), record.cells[column] ?? '', key, values));
    }
  }
  for (const [key, { name }] of sent.files)
    if (!named.has(key)) plan.fileFaults.push({ name, key: 'evidence.sheet.unnamed' });
  return plan;
}

function readLine(
  line: Parameters<typeof readNewLine>[0],
  given: LineGiven,
  known: ReadonlyMap<string, Parameters<typeof readKnownLine>[1]>,
  seen: Set<string>,
): ReadLine {
  const id = line.cells['id']?.toLowerCase() ?? '';
  if (id === '') return readNewLine(line, given);
  const item = known.get(id);
  if (!item) return { kind: 'refused', faults: [{ column: 'id', key: 'evidence.sheet.unknown' }] };
  if (seen.has(id)) return { kind: 'refused', faults: [{ column: 'id', key: 'evidence.sheet.twice' }] };
  seen.add(id);
  return readKnownLine(line, item, given);
}
