import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { ItemKind } from '../work.ts';
import type { ItemRow } from './import/item-row.ts';

/** Something on a shelf, as its form has it. */
export interface ShelfItem {
  id: string;
  key: string;
  organisationId: string;
  organisationName: Localised;
  kind: ItemKind;
  title: string;
  authors: string[];
  publisher: string | null;
  place: string | null;
  publishedOn: string | null;
  language: string | null;
  series: string | null;
  subjects: string[];
  isbn: string | null;
  doi: string | null;
  pages: number | null;
  callNumber: string | null;
  shelf: string | null;
  copies: number;
  withdrawnOn: string | null;
  /** A number of what it says: another one where somebody has changed it, by form or by list. */
  version: number;
}

const version = sql<number>`(hashtext(i::text) & 536870911)`;

function selectItem(db: Db) {
  return db
    .selectFrom('catalogue_item as i')
    .innerJoin('organisation', 'organisation.id', 'i.organisation_id')
    .select([
      'i.id',
      'i.key',
      'i.organisation_id as organisationId',
      'organisation.name as organisationName',
      sql<ItemKind>`i.kind`.as('kind'),
      'i.title',
      'i.authors',
      'i.publisher',
      'i.place',
      'i.published_on as publishedOn',
      'i.language',
      'i.series',
      'i.subjects',
      'i.isbn',
      'i.doi',
      'i.pages',
      'i.call_number as callNumber',
      'i.shelf',
      'i.copies',
      sql<string | null>`i.withdrawn_on::text`.as('withdrawnOn'),
      version.as('version'),
    ]);
}

export function readShelfItem(db: Db, id: string): Promise<ShelfItem | undefined> {
  return selectItem(db).where('i.id', '=', id).executeTakeFirst();
}

export async function holdShelfItem(tx: Tx, id: string): Promise<ShelfItem | undefined> {
  await tx.selectFrom('catalogue_item').select('id').where('id', '=', id).forUpdate().execute();
  return readShelfItem(tx, id);
}

/** By key, which begins with whose shelves they are; what is looked for stands in title, authors, place or number. */
export function readShelf(
  db: Db,
  reach: 'all' | readonly string[],
  { q, after, limit }: { q: string; after: string | undefined; limit: number },
): Promise<ShelfItem[]> {
  const wanted = `%${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return selectItem(db)
    .$if(reach !== 'all', (query) => query.where(sql<boolean>`i.organisation_id = any(${reach}::uuid[])`))
    .$if(q.trim() !== '', (query) =>
      query.where(
        sql<boolean>`fold_text(concat_ws(' ', i.title, array_to_string(i.authors, ' '), i.call_number, i.isbn)) LIKE fold_text(${wanted})`,
      ),
    )
    .$if(after !== undefined, (query) => query.where(sql<boolean>`i.key::text > ${after ?? ''}`))
    .orderBy(sql`i.key::text`)
    .limit(limit)
    .execute();
}

/** The item that stands in the same place, or has the same number where it has none. */
export async function readInPlace(
  db: Db,
  { id, organisation_id, call_number }: ItemRow,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('catalogue_item')
    .select('id')
    .where('organisation_id', '=', organisation_id)
    .where('id', '<>', id)
    .where('call_number', '=', call_number)
    .executeTakeFirst();
  return row?.id;
}

export async function setWithdrawn(tx: Tx, id: string, day: string | null): Promise<void> {
  await tx.updateTable('catalogue_item').set({ withdrawn_on: day }).where('id', '=', id).execute();
}
