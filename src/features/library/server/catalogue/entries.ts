import { sql, type RawBuilder } from 'kysely';
import { isNewest } from '../works-store.ts';

/** Where the catalogue's entries come from. */
export type Origin = 'publication' | 'item';

const publications = sql`
  SELECT p.id, 'publication' AS origin, first.key::text AS key, p.kind, p.title::jsonb AS title,
         coalesce((SELECT string_agg(a.name, '; ' ORDER BY a.position) FROM publication_author a WHERE a.publication_id = p.id), '')
           AS authors,
         array_to_string(p.subjects, '; ') AS subjects,
         concat_ws(' ', p.summary ->> 'sq', p.summary ->> 'en', p.publisher, p.place, p.series, p.isbn, p.doi,
                   o.name ->> 'sq', o.name ->> 'en', m.name) AS description,
         left(p.published_on, 4)::integer AS year, p.language,
         array_remove(ARRAY[p.language] || p.other_languages || files.languages, NULL) AS languages,
         files.count > 0 AS has_file, NULL::text AS call_number, files.read AS texts
    FROM publication p
    JOIN publication first ON first.id = coalesce(p.first_id, p.id)
    LEFT JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN municipality m ON m.id = p.municipality_id
    CROSS JOIN LATERAL (
      SELECT count(*) AS count, coalesce(array_agg(f.language ORDER BY f.position), '{}') AS languages,
             coalesce(array_agg(f.sha256 ORDER BY f.position) FILTER (WHERE t.state = 'read'), '{}') AS read
        FROM publication_file f LEFT JOIN file_text t ON t.sha256 = f.sha256
       WHERE f.publication_id = p.id AND EXISTS (SELECT FROM public_copy c WHERE c.copy_sha256 = f.sha256)
    ) files
   WHERE ${isNewest}`;

const items = sql`
  SELECT i.id, 'item' AS origin, i.key::text AS key, i.kind,
         CASE WHEN i.language IN ('sq', 'en') THEN jsonb_build_object(i.language, i.title)
              ELSE jsonb_build_object('sq', i.title, 'en', i.title) END AS title,
         array_to_string(i.authors, '; ') AS authors,
         array_to_string(i.subjects, '; ') AS subjects,
         concat_ws(' ', i.publisher, i.place, i.series, i.isbn, i.doi, i.call_number, i.shelf, o.name ->> 'sq', o.name ->> 'en')
           AS description,
         left(i.published_on, 4)::integer AS year, i.language,
         array_remove(ARRAY[i.language], NULL) AS languages,
         false AS has_file, i.call_number, ARRAY[]::text[] AS texts
    FROM catalogue_item i JOIN organisation o ON o.id = i.organisation_id
   WHERE i.withdrawn_on IS NULL`;

/** What the catalogue says of each publication as it now reads, or each thing on a shelf, and a digest of that. */
export function entriesOf(origin: Origin): RawBuilder<unknown> {
  const described = origin === 'publication' ? publications : items;
  return sql`(SELECT d.*, md5(d::text) AS digest FROM (${described}) d)`;
}
