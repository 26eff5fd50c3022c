import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** Whether each table that a section shows has a row, in one query. */
export async function readSectionsWithContent(db: Db) {
  const { rows } = await sql<Record<string, boolean>>`
    SELECT EXISTS (SELECT FROM municipality) AS municipalities,
           EXISTS (SELECT FROM contract) AS contracts,
           EXISTS (SELECT FROM round) AS monitoring,
           EXISTS (SELECT FROM event) AS events,
           EXISTS (SELECT FROM context_period) AS context,
           EXISTS (SELECT FROM article) AS news,
           (EXISTS (SELECT FROM article WHERE kind <> 'news') OR EXISTS (SELECT FROM need) OR EXISTS (SELECT FROM forum_question)) AS opinions,
           EXISTS (SELECT FROM experience) AS experiences,
           EXISTS (SELECT FROM publication) AS publications,
           EXISTS (SELECT FROM publication) OR EXISTS (SELECT FROM catalogue_item) AS library,
           EXISTS (SELECT FROM organisation) AS members,
           EXISTS (SELECT FROM donor) AS donors,
           EXISTS (SELECT FROM codebook) AS methodology`.execute(db);
  return rows[0] ?? {};
}
