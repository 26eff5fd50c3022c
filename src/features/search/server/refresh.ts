import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { searchKinds, type SearchKind } from '../kinds.ts';
import { affectedKinds } from './affected-kinds.ts';
import { insertDocuments } from './documents.ts';
import { rebuild } from './rebuild.ts';
import { documentSources } from './sources/index.ts';
import { lexeme } from './text-query.ts';

/** What has changed. Left out: all kinds; the whole network, with what belongs to no municipality. */
export interface SearchChanges {
  kinds?: readonly SearchKind[];
  municipalityIds?: readonly string[];
  /** Ids of all the rows that changed, where they are few and each is a document of its own. */
  subjectIds?: readonly string[];
}

/** Up to so many documents are always exchanged one by one. */
const fewDocuments = 1000;
/** One document takes as long under the indexes as this many when everything is made anew. */
const timesSlower = 10;

/** The documents concerned, found by the index of words, or by their ids. */
function scopeOf({ kinds = searchKinds, municipalityIds, subjectIds }: SearchChanges): RawBuilder<boolean> {
  const either = (marks: readonly string[]) => `(${marks.map(lexeme).join(' | ')})`;
  const ofKinds = either(kinds.map((kind) => `k:${kind}`));
  if (subjectIds) return sql`d.subject_id = any(${[...subjectIds]}::uuid[])`;
  const words = municipalityIds ? `${ofKinds} & ${either(municipalityIds.map((id) => `m:${id}`))}` : ofKinds;
  return sql`d.words @@ ${words}::tsquery`;
}

async function isCheaperAnew(tx: Db, scope: RawBuilder<boolean>): Promise<boolean> {
  const { rows } = await sql<{ anew: boolean }>`
    SELECT count(*) > greatest(${sql.lit(fewDocuments)}, (
             SELECT reltuples / ${sql.lit(timesSlower)} FROM pg_class WHERE oid = 'search_document'::regclass)) AS anew
      FROM search_document d WHERE ${scope}`.execute(tx);
  return rows[0]?.anew ?? false;
}

/** Adds (or with -1 takes away) the documents' words to the list of words. */
async function count(tx: Db, scope: RawBuilder<boolean>, sign: 1 | -1): Promise<void> {
  await sql`
    INSERT INTO search_word AS known (language, word, occurrences)
    SELECT language, word, ${sql.lit(sign)} * count(*)
      FROM search_document d, unnest(tsvector_to_array(d.words)) word
     WHERE ${scope} AND word NOT LIKE '_:%'
     GROUP BY language, word ORDER BY language, word
    ON CONFLICT (language, word) DO UPDATE SET occurrences = known.occurrences + excluded.occurrences`.execute(
    tx,
  );
}

/**
 * Brings search up to date in the transaction that changed the record: everything anew, or, when told what changed and
 * that is little, that alone. The last thing in its transaction: a full rebuild replaces the tables that readers
 * wait for.
 */
export async function refreshSearch(tx: Db, changes: SearchChanges = {}): Promise<void> {
  const { kinds = searchKinds, municipalityIds, subjectIds } = changes;
  if (kinds.length === 0 || municipalityIds?.length === 0) return;
  const scope = scopeOf(changes);
  const everything = changes.kinds === undefined && municipalityIds === undefined && subjectIds === undefined;
  if (everything || (await isCheaperAnew(tx, scope))) return rebuild(tx);

  await count(tx, scope, -1);
  await sql`DELETE FROM search_document d WHERE ${scope}`.execute(tx);
  for (const source of documentSources.filter(({ kind }) => kinds.includes(kind))) {
    await insertDocuments(tx, 'search_document', source, { municipalityIds, subjectIds });
  }
  await count(tx, scope, 1);
  await sql`DELETE FROM search_word WHERE occurrences <= 0`.execute(tx);
}

/** The same, told which tables' rows have changed. */
export function refreshSearchAfter(
  tx: Db,
  tables: readonly string[],
  where: Pick<SearchChanges, 'municipalityIds' | 'subjectIds'> = {},
): Promise<void> {
  const kinds = affectedKinds(tables);
  return refreshSearch(tx, { ...(kinds ? { kinds } : {}), ...where });
}
