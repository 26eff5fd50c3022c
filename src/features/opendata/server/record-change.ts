import { sql } from 'kysely';
import { refreshCatalogue } from '#features/library/server/catalogue/refresh.ts';
import { rebuildTally, refreshTally } from '#features/monitoring/server/tally.ts';
import { refreshSearchAfter } from '#features/search/server/service.ts';
import { putOff, type Db } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';

export interface RecordChange {
  /** Whose rows changed. */
  tables: readonly string[];
  /** Where; left out: in the whole network, or in nothing that belongs to a municipality. */
  municipalityIds?: readonly string[];
  /** Ids of all rows that changed, where each is found by itself and nothing else tells of it: search takes up these alone. */
  subjectIds?: readonly string[];
}

const counted: ReadonlySet<string> = new Set([
  'contract',
  'priority',
  'round',
  'status',
  'dispute',
  'dispute_decision',
]);

/** What transactions have noted and not yet followed up. */
const noted = new WeakMap<Db, RecordChange[]>();

/**
 * To be called last in the transaction of every change of the public record: brings counts and search up to date and raises
 * the record's version, so that the next request sees the change. Of several changes in one transaction, all is done once,
 * at its end.
 */
export async function noteRecordChange(tx: Db, change: RecordChange): Promise<void> {
  const earlier = noted.get(tx);
  if (earlier) {
    earlier.push(change);
    return;
  }
  const changes = [change];
  if (putOff(tx, () => followUp(tx, changes))) noted.set(tx, changes);
  else await followUp(tx, changes);
}

async function followUp(tx: Db, changes: readonly RecordChange[]): Promise<void> {
  const merged = mergeChanges(changes);
  for (const { tables, ...where } of merged) await refreshSearchAfter(tx, tables, where);
  await refreshCatalogue(
    tx,
    merged.flatMap(({ tables }) => tables),
  );
  // Two writers of the record wait for each other from here to the end of the first one's transaction.
  await sql`UPDATE record_version SET version = version + 1, changed_at = now()`.execute(tx);
  await count(tx, merged);
}

/** Counts anew what changed: everywhere, where it is not known in which municipalities that was. */
async function count(tx: Db, changes: readonly RecordChange[]): Promise<void> {
  const concerned = changes.filter(({ tables }) => tables.some((table) => counted.has(table)));
  if (concerned.length === 0) return;
  const isEverywhere = concerned.some(
    ({ tables, municipalityIds }) => municipalityIds === undefined || tables.includes('round'),
  );
  if (isEverywhere) return rebuildTally(tx);
  await refreshTally(tx, [...new Set(concerned.flatMap(({ municipalityIds }) => municipalityIds ?? []))]);
}

/** Changes of the same tables as one: of all their municipalities and rows, or of the whole network where one of them is. */
export function mergeChanges(changes: readonly RecordChange[]): RecordChange[] {
  const groups = Map.groupBy(changes, ({ tables }) => [...new Set(tables)].toSorted().join(' '));
  return [...groups.values()].map((group) => {
    const municipalityIds = allOf(group.map((one) => one.municipalityIds));
    const subjectIds = allOf(group.map((one) => one.subjectIds));
    return {
      tables: [...new Set(group.flatMap((one) => one.tables))],
      ...(municipalityIds && { municipalityIds }),
      ...(subjectIds && { subjectIds }),
    };
  });
}

/** All that some changes name; undefined where one of them names none. */
function allOf(named: readonly (readonly string[] | undefined)[]): string[] | undefined {
  const known = named.filter((ids) => ids !== undefined);
  return known.length === named.length ? [...new Set(known.flat())] : undefined;
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
export function citeWork(
  tx: Db,
  source: WorkSource,
  subjects: readonly { id: string; kind: string }[],
): Promise<void> {
  return citeWorks(tx, [{ source, subjects }]);
}

/** The same for many works at once, each with its rows. */
export async function citeWorks(
  tx: Db,
  works: readonly { source: WorkSource; subjects: readonly { id: string; kind: string }[] }[],
): Promise<void> {
  const cited = works.map(({ source, subjects }) => ({ id: idOf('source', source.key), source, subjects }));
  const sources = cited.map(({ id, source: { key, title, publisher, publishedOn } }) => ({
    id,
    key,
    title,
    publisher,
    published_on: publishedOn,
  }));
  await insertRows(tx, 'source', sources, 'stays');
  const citations = cited.flatMap(({ id, subjects }) =>
    subjects.map((subject) => ({
      subject_id: subject.id,
      subject_kind: subject.kind,
      source_id: id,
      position: 1,
    })),
  );
  await insertRows(tx, 'citation', citations, 'stays');
}
