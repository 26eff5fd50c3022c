import type { Db } from '#server/database/db.ts';
import type { Freeze } from '../freeze.ts';
import { readFreezes } from './freeze-store.ts';

/** The freezes that hold on a day or later: what isFrozen and freezeOn are asked with. */
export async function listFreezes(db: Db, from: string) {
  return readFreezes(db, from) satisfies Promise<Freeze[]>;
}
