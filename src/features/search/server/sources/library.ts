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

export const methodology: Source = {
  kind: 'methodology',
  documents: (language) => sql`
    SELECT b.id AS subject_id, b.key::text, NULL::uuid AS municipality_id,
           ${yearOf('b.valid_from')} AS year,
           ${languageOf(language, 'b.name')} AS text_language,
           ${textIn(language, 'b.name')} AS title,
           '' AS context,
           ${parts(textIn(language, 'b.about'))} AS body
      FROM codebook b
     UNION ALL
    SELECT c.id, c.key::text, NULL::uuid,
           ${yearOf('b.valid_from')},
           ${languageOf(language, 'c.name')},
           ${textIn(language, 'c.name')},
           ${textIn(language, 'b.name')},
           ${parts(textIn(language, 'c.definition'), textIn(language, 'c.entry_rule'))}
      FROM codebook_code c JOIN codebook b ON b.id = c.codebook_id`,
};
