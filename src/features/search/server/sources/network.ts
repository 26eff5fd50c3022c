import { sql } from 'kysely';
import type { Office } from '#features/network/post.ts';
import type { Source } from './source.ts';
import { languageOf, parts, placeNames, textIn, yearOf } from './text.ts';

export const organisations: Source = {
  kind: 'organisation',
  documents: (language) => sql`
    SELECT o.id AS subject_id, o.key, home.municipality_id, NULL::integer AS year,
           ${languageOf(language, 'o.name')} AS text_language,
           ${textIn(language, 'o.name')} AS title,
           concat_ws(' ', ${placeNames('m')}, o.name ->> 'sq', o.name ->> 'en') AS context,
           ${parts(
             sql`nullif(array_to_string(o.aliases, ', '), '')`,
             sql`o.seat`,
             textIn(language, 'o.about'),
             textIn(language, 'o.areas'),
             textIn(language, 'o.people'),
           )} AS body
      FROM organisation o
      LEFT JOIN LATERAL (
        SELECT municipality_id FROM membership
         WHERE organisation_id = o.id AND municipality_id IS NOT NULL
         ORDER BY until DESC NULLS FIRST, since DESC NULLS LAST, key LIMIT 1
      ) home ON true
      LEFT JOIN municipality m ON m.id = home.municipality_id`,
};

const offices: readonly Office[] = [
  'mayor',
  'acting-mayor',
  'deputy-mayor',
  'council-chair',
  'council-secretary',
];

export const people: Source = {
  kind: 'person',
  documents: (language, t) => {
    const office = sql.join(
      offices.map((name) => sql`WHEN ${sql.lit(name)} THEN ${sql.lit(t(`search.office.${name}`))}`),
      sql` `,
    );
    const known = sql`coalesce(o.until, o.since, o.elected_on::text, o.seen_on)`;
    return sql`
    SELECT p.id AS subject_id, p.key, held.municipality_id, held.year,
           ${sql.lit(language)} AS text_language,
           p.name AS title,
           held.places AS context,
           held.body
      FROM person p
      JOIN LATERAL (
        SELECT (array_agg(o.municipality_id ORDER BY ${known} DESC, o.key))[1] AS municipality_id,
               max(left(${known}, 4))::integer AS year,
               string_agg(${placeNames('m')}, ' ') AS places,
               string_agg(concat_ws(', ', CASE o.office ${office} END, m.name,
                 nullif(concat_ws('–', left(coalesce(o.since, o.elected_on::text, o.seen_on), 4), left(o.until, 4)), '')),
                 ' · ' ORDER BY ${known} DESC, o.key) AS body
          FROM post o JOIN municipality m ON m.id = o.municipality_id
         WHERE o.person_id = p.id
      ) held ON held.body IS NOT NULL`;
  },
};

export const donors: Source = {
  kind: 'donor',
  documents: (language) => sql`
    SELECT d.id AS subject_id, d.key, NULL::uuid AS municipality_id, NULL::integer AS year,
           ${languageOf(language, 'd.name')} AS text_language,
           ${textIn(language, 'd.name')} AS title,
           '' AS context,
           ${parts(
             textIn(language, 'd.through'),
             textIn(language, 'd.note'),
             sql`(SELECT string_agg(${textIn(language, 'g.name')}, ' · ' ORDER BY g.starts, g.key)
                    FROM grant_programme g WHERE g.donor_id = d.id)`,
           )} AS body
      FROM donor d`,
};

export const sources: Source = {
  kind: 'source',
  documents: (language) => sql`
    SELECT s.id AS subject_id, s.key, NULL::uuid AS municipality_id,
           ${yearOf('s.published_on')} AS year,
           coalesce(s.language, ${sql.lit(language)}) AS text_language,
           s.title,
           coalesce(s.url, '') AS context,
           ${parts(sql`s.publisher`, textIn(language, 's.note'))} AS body
      FROM source s`,
};
