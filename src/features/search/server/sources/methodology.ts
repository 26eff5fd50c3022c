import { sql } from 'kysely';
import type { Source } from './source.ts';
import { languageOf, parts, plain, textIn, yearOf } from './text.ts';

// Written with a place for format(): the database fills it, row by row.
const number = '%1$s';

/** The codebooks with their codes, and the versions of the text by which members work: each is asked for by 'methodology'. */
export const methodology: Source = {
  kind: 'methodology',
  hasNames: true,
  documents: (language, t) => sql`
    SELECT b.id AS subject_id, b.key::text, NULL::uuid AS municipality_id,
           ${yearOf('b.valid_from')} AS year,
           ${languageOf(language, 'b.name')} AS text_language,
           ${textIn(language, 'b.name')} AS title,
           ${sql.lit(t('nav.methodology'))} AS names,
           '' AS context,
           ${parts(textIn(language, 'b.about'))} AS body
      FROM codebook b
     UNION ALL
    SELECT c.id, c.key::text, NULL::uuid,
           ${yearOf('b.valid_from')},
           ${languageOf(language, 'c.name')},
           ${textIn(language, 'c.name')},
           '',
           ${textIn(language, 'b.name')},
           ${parts(textIn(language, 'c.definition'), textIn(language, 'c.entry_rule'))}
      FROM codebook_code c JOIN codebook b ON b.id = c.codebook_id
     UNION ALL
    SELECT v.id, 'versions/' || v.number, NULL::uuid,
           ${yearOf('v.published_on')},
           ${languageOf(language, 'v.text')},
           format(${sql.lit(t('search.methodology', { number }))}, v.number),
           '',
           '',
           ${parts(textIn(language, 'v.changes'), plain(textIn(language, 'v.text')))}
      FROM methodology_version v`,
};
