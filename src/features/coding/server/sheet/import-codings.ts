import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { readSheetFile, type SheetRefusal } from '#server/spreadsheet/read-sheet.ts';
import { cellFault, type CellFault, type SheetRows } from '#server/spreadsheet/sheet.ts';
import { keepCoding } from '../hand-in.ts';
import { readOwnCodings } from './own-codings.ts';
import { readCodingSheet } from './read-sheet.ts';

/** Shown at once: who has more mends these first. */
const mostFaults = 200;

export type SheetOutcome =
  | { kind: 'unreadable'; why: SheetRefusal }
  | { kind: 'faults'; faults: CellFault[] }
  /** Nothing is wrong: how many codings it changes, and its lines to carry on. */
  | { kind: 'sound'; changed: number; same: number; blank: number; rows: SheetRows };

/** Reads a coder's list and says what it would do, or what is wrong cell by cell; nothing is written. @throws forbidden */
export async function tryCodings(app: App, actor: Actor, bytes: Buffer): Promise<SheetOutcome> {
  const own = await readOwnCodings(app, actor);
  const reading = await readSheetFile(bytes);
  if (reading.kind === 'refused') return { kind: 'unreadable', why: reading.why };
  return looked(app, reading.rows, own);
}

async function looked(
  app: App,
  rows: SheetRows,
  own: Awaited<ReturnType<typeof readOwnCodings>>,
): Promise<SheetOutcome> {
  const { changed, same, blank, faults } = await readCodingSheet(app, rows, own);
  if (faults.length > 0) return { kind: 'faults', faults: faults.slice(0, mostFaults) };
  if (changed.length + same + blank === 0) return { kind: 'unreadable', why: 'empty' };
  return { kind: 'sound', changed: changed.length, same, blank, rows };
}

/**
 * Keeps the codings of a list, none of which is handed in by it. One that was changed after the look is told and left as it
 * is; the others are kept.
 * @param rows as the look at the file gave them
 * @throws forbidden
 */
export async function importCodings(app: App, actor: Actor, rows: SheetRows): Promise<SheetOutcome> {
  const own = await readOwnCodings(app, actor);
  const outcome = await looked(app, rows, own);
  if (outcome.kind !== 'sound') return outcome;
  const faults: CellFault[] = [];
  for (const { taskId, command, address } of (await readCodingSheet(app, rows, own)).changed) {
    const kept = await keepCoding(app, actor, taskId, command);
    if (kept.kind === 'conflict') faults.push(cellFault(address, command.code, 'coding.sheet.stale'));
    if (kept.kind === 'refused')
      faults.push(...kept.faults.map(({ key, values }) => cellFault(address, command.code, key, values)));
  }
  return faults.length > 0 ? { kind: 'faults', faults } : outcome;
}

/** Whether someone has a list of their own. @throws forbidden */
export async function beginSheet(app: App, actor: Actor): Promise<{ tasks: number }> {
  return { tasks: (await readOwnCodings(app, actor)).length };
}
