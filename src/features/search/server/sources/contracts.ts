import { sql } from 'kysely';
import type { Source } from './source.ts';
import { languageOf, parts, placeNames, textIn, yearOf } from './text.ts';

// The message is written with places for format(): the database fills them, row by row.
const municipality = '%1$s';
const years = '%2$s';

export const contracts: Source = {
  kind: 'contract',
  documents: (language, t) => sql`
    SELECT k.id AS subject_id, k.key, k.municipality_id,
           ${yearOf('d.starts')} AS year,
           ${languageOf(language, 'k.note')} AS text_language,
           format(${sql.lit(t('search.contract', { municipality, years }))}, m.name,
                  concat_ws('–', left(coalesce(k.starts, d.starts), 4), left(coalesce(k.ends, d.ends), 4))) AS title,
           ${placeNames('m')} AS context,
           ${parts(textIn(language, 'k.note'))} AS body
      FROM contract k
      JOIN municipality m ON m.id = k.municipality_id
      JOIN mandate d ON d.id = k.mandate_id`,
};

export const priorities: Source = {
  kind: 'priority',
  documents: (language) => sql`
    SELECT p.id AS subject_id, p.key, k.municipality_id,
           ${yearOf('d.starts')} AS year,
           ${languageOf(language, 'p.statement')} AS text_language,
           ${textIn(language, 'p.statement')} AS title,
           ${placeNames('m')} AS context,
           ${parts(
             textIn(language, 'p.heading'),
             sql`(SELECT string_agg(concat_ws(', ', u.name, pp.locality), ', ' ORDER BY u.name, pp.locality)
                    FROM priority_place pp JOIN administrative_unit u ON u.id = pp.unit_id
                   WHERE pp.priority_id = p.id)`,
             sql`(SELECT string_agg(${textIn(language, 'c.statement')}, ' · ' ORDER BY c.position)
                    FROM component c WHERE c.priority_id = p.id)`,
             textIn(language, 'p.note'),
             sql`(SELECT string_agg(${textIn(language, 's.rationale')}, ' · ' ORDER BY s.round_id, s.version)
                    FROM status s WHERE s.priority_id = p.id)`,
           )} AS body
      FROM priority p
      JOIN contract k ON k.id = p.contract_id
      JOIN municipality m ON m.id = k.municipality_id
      JOIN mandate d ON d.id = k.mandate_id`,
};

export const needs: Source = {
  kind: 'need',
  documents: (language) => sql`
    SELECT n.id AS subject_id, n.key, n.municipality_id,
           ${yearOf('n.voiced_on')} AS year,
           ${languageOf(language, 'said.statement')} AS text_language,
           ${textIn(language, 'said.statement')} AS title,
           ${placeNames('m')} AS context,
           ${parts(sql`u.name`, sql`n.place`, textIn(language, 'n.note'))} AS body
      FROM need n
      JOIN LATERAL (
        SELECT coalesce((SELECT c.statement FROM need_correction c WHERE c.need_id = n.id
                          ORDER BY c.version DESC LIMIT 1), n.statement) AS statement) said ON true
      JOIN municipality m ON m.id = n.municipality_id
      LEFT JOIN administrative_unit u ON u.id = n.unit_id`,
};
