import type { z } from 'zod';
import { faultsOf } from '#forms/faults.ts';
import type { SheetContent } from './read-records.ts';
import { cellFault, type CellFault } from './sheet.ts';

/** Shown at once: who has made more mends these first. */
const mostFaults = 200;

/**
 * Reads each line by a schema, as a form would be: its commands, or what is wrong with each cell.
 * @param schema of the cells of one line, by the columns' keys
 * @param choices what a column takes that takes one of a list, in words, by its key
 */
export function parseSheetRecords<Schema extends z.ZodType>(
  content: SheetContent,
  schema: Schema,
  choices: Readonly<Record<string, string>> = {},
): { commands: { line: number; command: z.output<Schema> }[]; faults: CellFault[] } {
  const faults: CellFault[] = [...content.faults];
  const commands: { line: number; command: z.output<Schema> }[] = [];
  for (const record of content.records) {
    const parsed = schema.safeParse(record.cells);
    if (parsed.success) {
      commands.push({ line: record.line, command: parsed.data });
      continue;
    }
    for (const { field, key, values } of faultsOf(parsed.error)) {
      const [column = ''] = field.split('.');
      const address = content.addressIn(record, column);
      const cell = record.cells[column] ?? '';
      const list = key === 'form.fault.choice' ? choices[column] : undefined;
      faults.push(
        list === undefined
          ? cellFault(address, cell, key, values)
          : cellFault(address, cell, 'spreadsheet.fault.choice', { choices: list }),
      );
    }
  }
  return { commands, faults: faults.slice(0, mostFaults) };
}
