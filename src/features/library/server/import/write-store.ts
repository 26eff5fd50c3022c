import { sql } from 'kysely';
import type { Tx } from '#server/database/db.ts';
import type { ItemRow } from './item-row.ts';

const columns = [
  'kind',
  'title',
  'authors',
  'publisher',
  'place',
  'published_on',
  'language',
  'series',
  'subjects',
  'isbn',
  'doi',
  'pages',
  'call_number',
  'shelf',
  'copies',
  'withdrawn_on',
] as const;

/** Writes items, those that are there anew where they say something else. */
export async function writeItems(
  tx: Tx,
  rows: readonly ItemRow[],
): Promise<{ added: number; changed: number }> {
  const names = sql.join(['id', 'key', 'organisation_id', ...columns].map((name) => sql.ref(name)));
  const updates = sql.join(columns.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  const before = sql.join(columns.map((name) => sql.ref(`known.${name}`)));
  const after = sql.join(columns.map((name) => sql.ref(`excluded.${name}`)));
  const result = await sql<{ added: number; changed: number }>`
    WITH written AS (
      INSERT INTO catalogue_item AS known (${names})
      SELECT ${names} FROM jsonb_populate_recordset(NULL::catalogue_item, ${JSON.stringify(rows)}::jsonb)
      ON CONFLICT (id) DO UPDATE SET ${updates} WHERE (${before}) IS DISTINCT FROM (${after})
      RETURNING xmax = 0 AS is_new)
    SELECT count(*) FILTER (WHERE is_new)::integer AS added, count(*) FILTER (WHERE NOT is_new)::integer AS changed
      FROM written`.execute(tx);
  return result.rows[0] ?? { added: 0, changed: 0 };
}

/** Which of some numbers something else in the catalogue has. */
export async function readKnownNumbers(
  tx: Tx,
  rows: readonly ItemRow[],
): Promise<{ id: string; by: 'isbn' | 'doi'; value: string }[]> {
  const result = await sql<{ id: string; by: 'isbn' | 'doi'; value: string }>`
    WITH wanted AS (
      SELECT id, isbn, doi FROM jsonb_to_recordset(${JSON.stringify(
        rows.map(({ id, isbn, doi }) => ({ id, isbn, doi })),
      )}::jsonb) AS w (id uuid, isbn text, doi text))
    SELECT w.id, 'isbn' AS by, w.isbn AS value FROM wanted w
     WHERE w.isbn IS NOT NULL AND (EXISTS (SELECT FROM catalogue_item i WHERE i.isbn = w.isbn AND i.id <> w.id)
        OR EXISTS (SELECT FROM publication p WHERE p.isbn = w.isbn))
     UNION ALL
    SELECT w.id, 'doi', w.doi FROM wanted w
     WHERE w.doi IS NOT NULL AND (EXISTS (SELECT FROM catalogue_item i WHERE i.doi = w.doi AND i.id <> w.id)
        OR EXISTS (SELECT FROM publication p WHERE p.doi = w.doi))`.execute(tx);
  return result.rows;
}

/** Items that are on the same shelves under another key, by the place or number that they have now. */
export async function readSameItems(
  tx: Tx,
  rows: readonly ItemRow[],
): Promise<Map<string, { id: string; key: string }>> {
  const result = await sql<{ of: string; id: string; key: string }>`
    WITH wanted AS (
      SELECT id, organisation_id, call_number, isbn, doi FROM jsonb_to_recordset(${JSON.stringify(
        rows.map(({ id, organisation_id, call_number, isbn, doi }) => ({
          id,
          organisation_id,
          call_number,
          isbn,
          doi,
        })),
      )}::jsonb) AS w (id uuid, organisation_id uuid, call_number text, isbn text, doi text))
    SELECT DISTINCT ON (w.id) w.id AS of, i.id, i.key::text AS key
      FROM wanted w JOIN catalogue_item i ON i.organisation_id = w.organisation_id AND i.id <> w.id
       AND CASE WHEN w.call_number IS NOT NULL THEN i.call_number = w.call_number
                WHEN w.isbn IS NOT NULL THEN i.call_number IS NULL AND i.isbn = w.isbn
                ELSE i.call_number IS NULL AND i.isbn IS NULL AND i.doi = w.doi END
     WHERE NOT EXISTS (SELECT FROM catalogue_item own WHERE own.id = w.id)
     ORDER BY w.id, i.key`.execute(tx);
  return new Map(result.rows.map(({ of, id, key }) => [of, { id, key }]));
}
