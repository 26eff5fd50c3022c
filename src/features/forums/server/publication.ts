import type { Tx } from '#server/database/db.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import type { PlanRow } from './plan-store.ts';

/** What a publication adds to the record, noted while it is made: to be cited, audited and shown. */
export class Publication {
  readonly tx: Tx;
  readonly plan: PlanRow;
  /** A day in Albania. */
  readonly today: string;
  readonly subjects: { id: string; kind: string }[] = [];
  readonly changed = new Set<string>();

  constructor(tx: Tx, plan: PlanRow, today: string) {
    this.tx = tx;
    this.plan = plan;
    this.today = today;
  }

  /** Notes a row that was added. */
  added(kind: string, id: string): void {
    this.subjects.push({ id, kind });
    this.changed.add(kind);
  }

  get counts(): Record<string, number> {
    const kinds = Map.groupBy(this.subjects, ({ kind }) => kind);
    return Object.fromEntries([...kinds].map(([kind, rows]) => [kind, rows.length]));
  }
}

const longestPart = 60;

/** A name as part of a key; a word where nothing of the name can stand in one. */
export function keyPart(name: string, otherwise: string): string {
  return slugOf(name).slice(0, longestPart).replace(/-$/, '') || otherwise;
}

/** The key, or the same with the first number that makes it free. */
export async function freeKey(
  tx: Tx,
  table: 'election_candidate' | 'event' | 'person',
  key: string,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? key : `${key}-${number}`;
    const taken = await tx.selectFrom(table).select('id').where('key', '=', candidate).executeTakeFirst();
    if (!taken) return candidate;
  }
}

/** What is empty is left out of the record. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}
