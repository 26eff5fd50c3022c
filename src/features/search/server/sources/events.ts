import { sql, type RawBuilder } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Source } from './source.ts';
import { languageOf, parts, placeNames, plain, textIn, yearOf } from './text.ts';

/** Events of the record as they stand since their last correction, and those that were announced and are not of it yet. */
export const events: Source = {
  kind: 'event',
  documents: (language, t) =>
    sql`${ofRecord(language)} UNION ALL ${announced(language, t('event.search.cancelled'))}`,
};

/** The texts of rows, one after the other in their order. */
function joined(text: RawBuilder<unknown>, alias: string, rows: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(SELECT string_agg(${text}, ' · ' ORDER BY ${sql.ref(`${alias}.position`)}) FROM ${rows})`;
}

function person(language: Language, alias: string): RawBuilder<string> {
  return sql`concat_ws(', ', p.name, ${textIn(language, `${alias}.capacity`)})`;
}

function ofRecord(language: Language): RawBuilder<unknown> {
  const own = (alias: string) =>
    sql`${sql.ref(`${alias}.event_id`)} = e.id AND ${sql.ref(`${alias}.version`)} = e.version`;
  return sql`
    SELECT e.id AS subject_id, e.key, e.municipality_id,
           ${yearOf('e.starts')} AS year,
           ${languageOf(language, 'e.title')} AS text_language,
           ${textIn(language, 'e.title')} AS title,
           concat_ws(' ', ${placeNames('m')}, u.name, e.starts) AS context,
           ${parts(
             textIn(language, 'e.summary'),
             textIn(language, 'e.place'),
             joined(textIn(language, 'c.statement'), 'c', sql`conclusion c WHERE c.event_id = e.id`),
             joined(
               person(language, 'ep'),
               'ep',
               sql`event_person ep JOIN person p ON p.id = ep.person_id WHERE ${own('ep')}`,
             ),
             joined(textIn(language, 'et.statement'), 'et', sql`event_topic et WHERE ${own('et')}`),
             joined(textIn(language, 'ei.title'), 'ei', sql`event_item ei WHERE ${own('ei')}`),
             sql`(SELECT string_agg(${plain(textIn(language, 'ex.content'))}, ' · ' ORDER BY ex.kind)
                    FROM event_text ex WHERE ${own('ex')})`,
           )} AS body
      FROM event_now e
      LEFT JOIN municipality m ON m.id = e.municipality_id
      LEFT JOIN administrative_unit u ON u.id = e.unit_id`;
}

/** @param cancelled what stands before the title of one that was called off */
function announced(language: Language, cancelled: string): RawBuilder<unknown> {
  return sql`
    SELECT e.id, e.key, e.municipality_id,
           ${yearOf('e.starts_on')},
           ${languageOf(language, 'e.title')},
           CASE WHEN e.state = 'cancelled' THEN ${cancelled}::text || ' ' ELSE '' END || ${textIn(language, 'e.title')},
           concat_ws(' ', ${placeNames('m')}, e.starts_on),
           ${parts(
             textIn(language, 'e.summary'),
             sql`CASE WHEN e.mode <> 'online' THEN ${textIn(language, 'e.place')} END`,
             joined(
               sql`concat_ws(', ', coalesce(p.name, ep.name), ${textIn(language, 'ep.capacity')})`,
               'ep',
               sql`event_plan_person ep LEFT JOIN person p ON p.id = ep.person_id WHERE ep.plan_id = e.id`,
             ),
             joined(
               sql`em.name`,
               'ec',
               sql`event_plan_municipality ec JOIN municipality em ON em.id = ec.municipality_id WHERE ec.plan_id = e.id`,
             ),
             joined(textIn(language, 'et.statement'), 'et', sql`event_plan_topic et WHERE et.plan_id = e.id`),
             joined(textIn(language, 'ei.title'), 'ei', sql`event_plan_item ei WHERE ei.plan_id = e.id`),
           )}
      FROM event_plan e
      LEFT JOIN municipality m ON m.id = e.municipality_id
     WHERE e.state IN ('announced', 'cancelled')`;
}
