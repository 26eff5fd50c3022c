import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { ItemFilter, ItemState } from '../schema.ts';
import { isSeenBy, type EvidenceReader } from './reader.ts';

/** Where items are asked for: both name the primary key's first part and the index of lists. */
export interface Where {
  municipalityId: string;
  assessmentId: string;
}

function selectItems(db: Db, reader: EvidenceReader, { municipalityId, assessmentId }: Where) {
  return db
    .selectFrom('evidence_item as item')
    .leftJoin('account as author', 'author.id', 'item.created_by')
    .select([
      'item.id',
      'item.municipality_id as municipalityId',
      'item.assessment_id as assessmentId',
      'item.kind',
      'item.class',
      'item.stance',
      'item.dated',
      'item.shows',
      'item.binding_language as bindingLanguage',
      'item.publisher',
      'item.url',
      'item.details',
      'item.visibility',
      'item.review',
      'item.review_note as reviewNote',
      'item.withdrawn_reason as withdrawnReason',
      'item.evidence_id as evidenceId',
      'item.row_key as rowKey',
      'item.version',
      'item.created_by as createdBy',
      'item.created_at as createdAt',
      'author.name as authorName',
      sql<string[]>`ARRAY(
        SELECT bears.component_id FROM evidence_item_component bears
        WHERE bears.municipality_id = item.municipality_id AND bears.item_id = item.id
      )`.as('componentIds'),
      sql<string[]>`ARRAY(
        SELECT named.account_id FROM evidence_reader named
        WHERE named.municipality_id = item.municipality_id AND named.item_id = item.id
      )`.as('readerIds'),
      sql<string[]>`ARRAY(
        SELECT seat.account_id FROM evidence_item_component bears
        JOIN coding_task task ON task.component_id = bears.component_id AND task.assessment_id = item.assessment_id
        JOIN coding_seat seat ON seat.task_id = task.id
        WHERE bears.municipality_id = item.municipality_id AND bears.item_id = item.id
      )`.as('coderIds'),
    ])
    .where('item.municipality_id', '=', municipalityId)
    .where('item.assessment_id', '=', assessmentId)
    .where(isSeenBy(reader));
}

/** undefined where it is not there, as where it is not for this reader. */
export function readItem(db: Db, reader: EvidenceReader, where: Where, id: string) {
  return selectItems(db, reader, where).where('item.id', '=', id).executeTakeFirst();
}
export type Item = NonNullable<Awaited<ReturnType<typeof readItem>>>;

/** The same, held until the transaction ends: whoever else changes it waits. */
export async function holdItem(tx: Tx, reader: EvidenceReader, where: Where, id: string) {
  await tx
    .selectFrom('evidence_item')
    .select('id')
    .where('municipality_id', '=', where.municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return readItem(tx, reader, where, id);
}

/** Newest first. */
export function readItems(
  db: Db,
  reader: EvidenceReader,
  where: Where,
  { limit, ...filter }: ItemFilter & { limit: number; componentIds?: readonly string[] },
) {
  const [dated = '', id = ''] = filter.after?.split('_') ?? [];
  const componentIds = filter.component === undefined ? filter.componentIds : [filter.component];
  return selectItems(db, reader, where)
    .$if(componentIds !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('evidence_item_component as bears')
            .select('bears.item_id')
            .whereRef('bears.municipality_id', '=', 'item.municipality_id')
            .whereRef('bears.item_id', '=', 'item.id')
            .where(anyOf('bears.component_id', componentIds ?? [])),
        ),
      ),
    )
    .$if(filter.kind !== undefined, (query) => query.where(sql<boolean>`item.kind = ${filter.kind}`))
    .$if(filter.class !== undefined, (query) => query.where(sql<boolean>`item.class = ${filter.class}`))
    .$if(filter.state !== undefined, (query) => query.where(isIn(filter.state ?? 'open')))
    .$if(filter.after !== undefined, (query) =>
      query.where(sql<boolean>`(item.dated, item.id) < (${dated}, ${id}::uuid)`),
    )
    .orderBy('item.dated', 'desc')
    .orderBy('item.id', 'desc')
    .limit(limit)
    .execute();
}

/** state.ts's stateOf, for the database. */
function isIn(state: ItemState) {
  switch (state) {
    case 'withdrawn':
      return sql<boolean>`item.withdrawn_reason <> ''`;
    case 'private':
      return sql<boolean>`(item.withdrawn_reason = '' AND item.visibility = 'private')`;
    default:
      return sql<boolean>`(item.withdrawn_reason = '' AND item.visibility = 'public' AND item.review = ${state})`;
  }
}

/** How many of the assessment's items there are in all and open to review, as far as the reader sees them. */
export function countItems(db: Db, reader: EvidenceReader, assessmentIds: readonly string[]) {
  return db
    .selectFrom('evidence_item as item')
    .select([
      'item.assessment_id as assessmentId',
      sql<number>`count(*) FILTER (WHERE item.withdrawn_reason = '')`.as('items'),
      sql<number>`count(*) FILTER (WHERE ${isIn('open')})`.as('open'),
    ])
    .where(anyOf('item.assessment_id', assessmentIds))
    .where(isSeenBy(reader))
    .groupBy('item.assessment_id')
    .execute();
}

export function readFiles(db: Db, { municipalityId }: Where, itemIds: readonly string[]) {
  return db
    .selectFrom('evidence_file')
    .innerJoin('file', 'file.sha256', 'evidence_file.original_sha256')
    .select([
      'item_id as itemId',
      'position',
      'original_sha256 as original',
      'copy_sha256 as copy',
      'name',
      'alt',
      'file.media_type as mediaType',
      'file.size_bytes as size',
    ])
    .where('municipality_id', '=', municipalityId)
    .where(anyOf('item_id', itemIds))
    .orderBy('item_id')
    .orderBy('position')
    .execute();
}
export type ItemFile = Awaited<ReturnType<typeof readFiles>>[number];

/** Holds all items of an assessment until the transaction ends: whoever else changes one waits. */
export async function holdItems(tx: Tx, { municipalityId, assessmentId }: Where): Promise<void> {
  await tx
    .selectFrom('evidence_item')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('assessment_id', '=', assessmentId)
    .orderBy('id')
    .forUpdate()
    .execute();
}
