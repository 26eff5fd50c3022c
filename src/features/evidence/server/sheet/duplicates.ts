import type { Actor } from '#features/accounts/actor.ts';
import type { Db } from '#server/database/db.ts';
import { findDuplicates, type Duplicates } from '../media/duplicates.ts';
import type { PlannedChange, PlannedNew } from './read-line.ts';

/** A file of a list that is evidence already, byte for byte, as far as the person may know of it. */
export interface SentDuplicate extends Duplicates {
  name: string;
  /** The lines of the list that have the same file. */
  lines: readonly number[];
}

/** What of the files of a list stands elsewhere too: in the network's evidence, or in another line. */
export async function duplicatesOfPlan(
  db: Db,
  actor: Actor,
  planned: readonly (PlannedNew | PlannedChange)[],
): Promise<SentDuplicate[]> {
  const bySeal = new Map<string, { name: string; lines: number[]; itemId: string }>();
  for (const one of planned) {
    for (const { name, original } of one.files) {
      const known = bySeal.get(original.sha256);
      const itemId = 'item' in one ? one.item.id : one.command.id;
      if (known) known.lines.push(one.line);
      else bySeal.set(original.sha256, { name, lines: [one.line], itemId });
    }
  }
  const all: SentDuplicate[] = [];
  for (const [original, { name, lines, itemId }] of bySeal) {
    const found = await findDuplicates(db, actor, { itemId, originals: [original] });
    if (found.seen.length > 0 || found.isElsewhere || lines.length > 1) all.push({ ...found, name, lines });
  }
  return all;
}
