import { sql } from 'kysely';
import type { Source } from './source.ts';
import { languageOf, parts, placeNames, textIn, yearOf } from './text.ts';

export const publications: Source = {
  kind: 'publication',
  documents: (language) => sql`
    SELECT p.id AS subject_id, first.key::text AS key, p.municipality_id,
           ${yearOf('p.published_on')} AS year,
           ${languageOf(language, 'p.title')} AS text_language,
           ${textIn(language, 'p.title')} AS title,
           ${placeNames('m')} AS context,
           ${parts(
             textIn(language, 'p.summary'),
             textIn(language, 'o.name'),
             sql`(SELECT string_agg(a.name, ', ' ORDER BY a.position) FROM publication_author a WHERE a.publication_id = p.id)`,
             sql`nullif(array_to_string(p.subjects, ', '), '')`,
           )} AS body
      FROM publication p
      JOIN publication first ON first.id = coalesce(p.first_id, p.id)
      LEFT JOIN municipality m ON m.id = p.municipality_id
      LEFT JOIN organisation o ON o.id = p.organisation_id
     WHERE NOT EXISTS (SELECT FROM publication later
                        WHERE later.first_id = first.id AND later.version > p.version)`,
};

/** Found by what they count, and by their number: '74.5', '101'. */
export const publishedFigures: Source = {
  kind: 'figure',
  documents: (language) => sql`
    SELECT f.id AS subject_id, f.key, f.municipality_id,
           ${yearOf('f.dated')} AS year,
           ${languageOf(language, 'f.label')} AS text_language,
           ${textIn(language, 'f.label')} AS title,
           ${placeNames('m')} AS context,
           ${parts(
             sql`trim_scale(f.value)::text || CASE f.unit WHEN 'percent' THEN '%' ELSE '' END`,
             textIn(language, 'f.note'),
           )} AS body
      FROM published_figure f LEFT JOIN municipality m ON m.id = f.municipality_id`,
};

/** What stands on a member's shelf: its words are of one language, whichever the reader's is. */
export const items: Source = {
  kind: 'item',
  documents: (language) => sql`
    SELECT i.id AS subject_id, i.key::text, NULL::uuid AS municipality_id,
           ${yearOf('i.published_on')} AS year,
           coalesce(i.language, ${sql.lit(language)}) AS text_language,
           i.title,
           concat_ws(' ', i.isbn, i.doi, i.call_number) AS context,
           ${parts(
             sql`nullif(array_to_string(i.authors, ', '), '')`,
             sql`i.publisher`,
             sql`i.series`,
             sql`nullif(array_to_string(i.subjects, ', '), '')`,
           )} AS body
      FROM catalogue_item i
     WHERE i.withdrawn_on IS NULL`,
};
