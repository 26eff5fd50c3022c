import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';

/** Whether everyone may have a file, and whether its text has been read. */
export async function readStateOf(db: Db, sha256: string): Promise<{ isPublic: boolean; isRead: boolean }> {
  const { rows } = await sql<{ isPublic: boolean; isRead: boolean }>`
    SELECT EXISTS (SELECT FROM public_copy WHERE copy_sha256 = ${sha256}) AS "isPublic",
           EXISTS (SELECT FROM file_text WHERE sha256 = ${sha256}) AS "isRead"`.execute(db);
  return rows[0] ?? { isPublic: false, isRead: false };
}

export interface FileText {
  sha256: string;
  state: 'read' | 'none' | 'unreadable';
  pages: number;
  language: string | null;
  readAt: Date;
}

/** @returns false where another has written it meanwhile */
export async function insertText(tx: Tx, { readAt, ...text }: FileText): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('file_text')
    .values({ ...text, read_at: readAt })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Pages with the words that stand on them, each once. */
export async function insertPages(
  tx: Tx,
  sha256: string,
  texts: readonly { page: number; text: string }[],
): Promise<void> {
  await sql`
    INSERT INTO file_page (sha256, page, content, words)
    SELECT ${sha256}, page, text, strip(search_words(text))
      FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS t (page integer, text text)`.execute(tx);
}

/** Published files whose text nobody has read. */
export function readUnread(db: Db, limit: number): Promise<{ sha256: string }[]> {
  return db
    .selectFrom('publication_file as f')
    .innerJoin('file', 'file.sha256', 'f.sha256')
    .leftJoin('file_text as t', 't.sha256', 'f.sha256')
    .select('f.sha256')
    .distinct()
    .where('t.sha256', 'is', null)
    .where((eb) =>
      eb.exists(
        eb.selectFrom('public_copy as c').select('c.copy_sha256').whereRef('c.copy_sha256', '=', 'f.sha256'),
      ),
    )
    .orderBy('f.sha256')
    .limit(limit)
    .execute();
}
