import { sql } from 'kysely';
import type { Source } from './source.ts';
import { languageOf, parts, textIn, yearOf } from './text.ts';

/** Of each period the version that holds. */
export const context: Source = {
  kind: 'context',
  documents: (language) => sql`
    SELECT c.id AS subject_id, c.name AS key, NULL::uuid AS municipality_id,
           ${yearOf('c.starts')} AS year,
           ${languageOf(language, 'c.title')} AS text_language,
           ${textIn(language, 'c.title')} AS title,
           concat_ws(' ', c.starts, (SELECT string_agg(m.name, ' ') FROM context_municipality cm
              JOIN municipality m ON m.id = cm.municipality_id WHERE cm.period_id = c.id)) AS context,
           ${parts(textIn(language, 'c.summary'))} AS body
      FROM context_period c
     WHERE c.state = 'stands'
       AND NOT EXISTS (SELECT FROM context_period later WHERE later.name = c.name AND later.version > c.version)`,
};
