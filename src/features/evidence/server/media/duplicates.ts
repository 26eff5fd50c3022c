import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import type { Db } from '#server/database/db.ts';
import { isSeenBy, readerOf } from '../reader.ts';

const mostShown = 20;

/** Evidence that has the same file, byte for byte, as far as someone may know of it. */
export interface Duplicates {
  /** Items that they see: where the file stands too. */
  seen: { itemId: string; assessmentId: string; municipalityName: string }[];
  /** Whether the file is evidence elsewhere in the network, in an item that is not theirs to see. */
  isElsewhere: boolean;
}

/**
 * The other items that have one of an item's files. A private item of which somebody is not told is not told of here either: not
 * even that it is there.
 */
export async function findDuplicates(
  db: Db,
  actor: Actor,
  { itemId, originals }: { itemId: string; originals: readonly string[] },
): Promise<Duplicates> {
  if (originals.length === 0) return { seen: [], isElsewhere: false };
  const isSeen = isSeenBy(readerOf(actor));
  const rows = await db
    .selectFrom('evidence_file as same')
    .innerJoin('evidence_item as item', (join) =>
      join.onRef('item.municipality_id', '=', 'same.municipality_id').onRef('item.id', '=', 'same.item_id'),
    )
    .innerJoin('municipality', 'municipality.id', 'item.municipality_id')
    .select([
      'item.id as itemId',
      'item.assessment_id as assessmentId',
      'municipality.name as municipalityName',
      isSeen.as('isSeen'),
    ])
    .distinct()
    .where(sql<boolean>`same.original_sha256 = ANY(${[...originals]}::text[])`)
    .where('item.id', '<>', itemId)
    .where('item.withdrawn_reason', '=', '')
    .where((eb) => eb.or([isSeen, eb('item.visibility', '=', 'public')]))
    .orderBy('isSeen', 'desc')
    .orderBy('municipality.name')
    .orderBy('item.id')
    .limit(mostShown + 1)
    .execute();
  const seen = rows.filter((row) => row.isSeen).slice(0, mostShown);
  return {
    seen: seen.map(({ itemId: id, assessmentId, municipalityName }) => ({
      itemId: id,
      assessmentId,
      municipalityName,
    })),
    isElsewhere: rows.some((row) => !row.isSeen),
  };
}
