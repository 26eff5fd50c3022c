import { sql } from 'kysely';
import { rebuildTally } from '#features/monitoring/server/tally.ts';
import { refreshSearchAfter } from '#features/search/server/service.ts';
import type { Db } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';

const counted: ReadonlySet<string> = new Set(['contract', 'priority', 'round', 'status']);

/**
 * To be called last in the transaction of every change of the public record: brings counts and search up to date and raises
 * the record's version, so that the next request sees the change.
 * @param tables whose rows changed
 * @param municipalityIds where; left out: in the whole network, or in nothing that belongs to a municipality
 */
export async function noteRecordChange(
  tx: Db,
  { tables, municipalityIds }: { tables: readonly string[]; municipalityIds?: readonly string[] },
): Promise<void> {
  if (tables.some((table) => counted.has(table))) await rebuildTally(tx);
  await refreshSearchAfter(tx, tables, municipalityIds);
  // Last: two writers of the record wait for each other from here to the end of the first one's transaction.
  await sql`UPDATE record_version SET version = version + 1, changed_at = now()`.execute(tx);
}

export interface WorkSource {
  /** Unique and readable: 'work/listening/fier/2027-03-12-1'. */
  key: string;
  title: string;
  publisher: string;
  /** A day. */
  publishedOn: string;
}

/** Cites the network's own work as the source of rows that it publishes: every row of the record has a source. */
export async function citeWork(
  tx: Db,
  source: WorkSource,
  subjects: readonly { id: string; kind: string }[],
): Promise<void> {
  const id = idOf('source', source.key);
  const { key, title, publisher, publishedOn } = source;
  await tx
    .insertInto('source')
    .values({ id, key, title, publisher, published_on: publishedOn })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  if (subjects.length === 0) return;
  await tx
    .insertInto('citation')
    .values(
      subjects.map((subject) => ({
        subject_id: subject.id,
        subject_kind: subject.kind,
        source_id: id,
        position: 1,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
