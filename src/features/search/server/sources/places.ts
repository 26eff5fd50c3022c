import { sql } from 'kysely';
import type { Source } from './source.ts';
import { languageOf, otherNames, parts, placeNames, textIn } from './text.ts';

export const municipalities: Source = {
  kind: 'municipality',
  hasNames: true,
  documents: (language, t) => sql`
    SELECT m.id AS subject_id, m.key, m.id AS municipality_id, NULL::integer AS year,
           ${languageOf(language, 'c.full_name')} AS text_language,
           m.name AS title,
           ${otherNames('m')} AS names,
           concat_ws(' ', ${sql.lit(t('search.kind.municipality'))}, m.code) AS context,
           ${parts(
             textIn(language, 'c.full_name'),
             sql`nullif(array_to_string(m.aliases, ', '), '')`,
             sql`nullif(m.seat, m.name)`,
           )} AS body
      FROM municipality m JOIN county c ON c.id = m.county_id`,
};

export const units: Source = {
  kind: 'unit',
  hasNames: true,
  documents: (language, t) => sql`
    SELECT u.id AS subject_id, u.key, u.municipality_id, NULL::integer AS year,
           ${sql.lit(language)} AS text_language,
           u.name AS title,
           ${otherNames('u')} AS names,
           concat_ws(' ', ${sql.lit(t('search.kind.unit'))}, ${placeNames('m')}, u.former_district, u.code) AS context,
           array_to_string(u.aliases, ', ') AS body
      FROM administrative_unit u JOIN municipality m ON m.id = u.municipality_id`,
};
