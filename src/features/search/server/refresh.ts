import { sql } from 'kysely';
import { languages } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { searchKinds, type SearchKind } from '../kinds.ts';
import { insertDocuments } from './documents.ts';
import { rebuild } from './rebuild.ts';
import { documentSources } from './sources/index.ts';

/** What has changed. Left out: all kinds; the whole network, with what belongs to no municipality. */
export interface SearchChanges {
  kinds?: readonly SearchKind[];
  municipalityIds?: readonly string[];
}

/** Adds (or with -1 takes away) the changed documents' words to the list of words. */
async function count(
  tx: Db,
  kinds: readonly string[],
  municipalityIds: readonly string[] | null,
  sign: 1 | -1,
) {
  await sql`
    INSERT INTO search_word AS known (language, word, occurrences)
    SELECT language, word, ${sql.lit(sign)} * count(*)
      FROM search_document d, unnest(tsvector_to_array(d.words)) word
     WHERE word NOT LIKE '_:%' AND d.kind = any(${[...kinds]}::text[])
       AND (${municipalityIds}::uuid[] IS NULL OR d.municipality_id = any(${municipalityIds}::uuid[]))
     GROUP BY language, word ORDER BY language, word
    ON CONFLICT (language, word) DO UPDATE SET occurrences = known.occurrences + excluded.occurrences`.execute(
    tx,
  );
}

/**
 * Brings search up to date in the transaction that changed the record: everything anew, or, when told what changed,
 * that alone. The last thing in its transaction: a full rebuild replaces the tables that readers wait for.
 */
export async function refreshSearch(tx: Db, changes?: SearchChanges): Promise<void> {
  if (!changes || (changes.kinds === undefined && changes.municipalityIds === undefined)) return rebuild(tx);
  const kinds = changes.kinds ?? searchKinds;
  const municipalityIds = changes.municipalityIds ? [...changes.municipalityIds] : null;
  await count(tx, kinds, municipalityIds, -1);
  await sql`
    DELETE FROM search_document
     WHERE kind = any(${[...kinds]}::text[])
       AND (${municipalityIds}::uuid[] IS NULL OR municipality_id = any(${municipalityIds}::uuid[]))`.execute(
    tx,
  );
  for (const source of documentSources.filter(({ kind }) => kinds.includes(kind))) {
    for (const language of languages) {
      await insertDocuments(tx, 'search_document', source, language, changes.municipalityIds);
    }
  }
  await count(tx, kinds, municipalityIds, 1);
  await sql`DELETE FROM search_word WHERE occurrences <= 0`.execute(tx);
}
