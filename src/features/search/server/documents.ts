import { sql, type RawBuilder } from 'kysely';
import { defaultLanguage, languages, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { Db } from '#server/database/db.ts';
import { stopWords } from '../stopwords.ts';
import type { Source } from './sources/source.ts';

/** Documents of one kind and year in the small and in the larger sample (search_document.tier). */
const samples = { small: 200, larger: 4000 };

// Ids are hashes of keys, so their first digits draw an even sample, the same on every installation.
const draw = sql`(('x' || left(d.subject_id::text, 7))::bit(28)::integer / 268435456.0)`;

interface Wanted {
  municipalityIds?: readonly string[] | undefined;
  subjectIds?: readonly string[] | undefined;
}

interface Volume {
  years: number[];
  documents: number[];
}

/** How many documents a source has of each year (0: of none). */
async function readVolume(tx: Db, source: Source): Promise<Volume> {
  const documents = source.documents(defaultLanguage, translator(defaultLanguage));
  const { rows } = await sql<Volume>`
    SELECT coalesce(array_agg(year), '{}') AS years, coalesce(array_agg(n), '{}') AS documents
      FROM (SELECT coalesce(v.year, 0) AS year, count(*)::integer AS n FROM (${documents}) v GROUP BY 1) years`.execute(
    tx,
  );
  return rows[0] ?? { years: [], documents: [] };
}

async function insertInLanguage(
  tx: Db,
  table: string,
  source: Source,
  language: Language,
  volume: Volume,
  wanted: RawBuilder<unknown>,
): Promise<void> {
  const title = source.hasNames ? sql`concat_ws(' ', d.title, d.names)` : sql`d.title`;
  // OFFSET 0: texts are put together once, and not again for each use of the column.
  await sql`
    INSERT INTO ${sql.id(table)}
      (subject_id, language, kind, key, municipality_id, year, tier, text_language, title, body, words)
    SELECT d.subject_id, ${language}, ${source.kind}, d.key, d.municipality_id, d.year,
           CASE WHEN ${draw} < ${sql.lit(samples.small)}::float / volume.documents THEN 1
                WHEN ${draw} < ${sql.lit(samples.larger)}::float / volume.documents THEN 2
                ELSE 3 END,
           d.text_language, d.title, d.body,
           ts_delete(
             setweight(search_words(${title}), 'A') || setweight(search_words(d.context), 'C') || search_words(d.body),
             ${[...stopWords[language]]}::text[]
           ) || array_to_tsvector(array_remove(
             ARRAY['l:' || ${language}::text, 'k:' || ${source.kind}::text, 'y:' || d.year, 'm:' || d.municipality_id],
             NULL))
      FROM (SELECT * FROM (${source.documents(language, translator(language))}) s ${wanted} OFFSET 0) d
      JOIN unnest(${volume.years}::integer[], ${volume.documents}::integer[]) volume (year, documents)
        ON volume.year = coalesce(d.year, 0)
     WHERE d.title IS NOT NULL`.execute(tx);
}

/** Adds a source's documents in every language to a table: all, or those of some municipalities or with some ids alone. */
export async function insertDocuments(
  tx: Db,
  table: string,
  source: Source,
  { municipalityIds, subjectIds }: Wanted = {},
): Promise<void> {
  const volume = await readVolume(tx, source);
  const wanted = subjectIds
    ? sql`WHERE s.subject_id = any(${[...subjectIds]}::uuid[])`
    : municipalityIds
      ? sql`WHERE s.municipality_id = any(${[...municipalityIds]}::uuid[])`
      : sql``;
  for (const language of languages) await insertInLanguage(tx, table, source, language, volume, wanted);
}
