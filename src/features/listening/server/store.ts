import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** Place in the order of needs: the newest first, those of one day by key. */
export interface NeedPlace {
  voicedOn: string;
  key: string;
}

export function readNeedPlace(db: Db, municipalityId: string, key: string) {
  return db
    .selectFrom('need')
    .select([sql<string>`coalesce(voiced_on, '')`.as('voicedOn'), 'key'])
    .where('municipality_id', '=', municipalityId)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function countNeeds(db: Db, municipalityId: string): Promise<number> {
  const { n } = await db
    .selectFrom('need')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('municipality_id', '=', municipalityId)
    .executeTakeFirstOrThrow();
  return n;
}

/** The needs of a municipality, a page at a time. */
export function readNeeds(
  db: Db,
  municipalityId: string,
  { after, limit }: { after?: NeedPlace | undefined; limit: number },
) {
  return db
    .selectFrom('need')
    .leftJoin('field', 'field.id', 'need.field_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'need.unit_id')
    .leftJoin('event', 'event.id', 'need.event_id')
    .leftJoin('mandate', 'mandate.id', 'need.mandate_id')
    .select([
      'need.id',
      'need.key',
      'need.channel',
      'need.statement',
      'need.place',
      'need.voiced_on as voicedOn',
      'need.field_basis as fieldBasis',
      'need.note',
      'field.key as fieldKey',
      'field.name as fieldName',
      'unit.name as unitName',
      'event.key as eventKey',
      'mandate.key as mandate',
    ])
    .where('need.municipality_id', '=', municipalityId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(coalesce(need.voiced_on, ''), need.key) < (${after?.voicedOn ?? ''}, ${after?.key ?? ''})`,
      ),
    )
    .orderBy(sql`coalesce(need.voiced_on, '')`, 'desc')
    .orderBy('need.key', 'desc')
    .limit(limit)
    .execute();
}
