import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

function selectCandidacy(db: Db) {
  return db
    .selectFrom('candidacy')
    .innerJoin('municipality', 'municipality.id', 'candidacy.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'candidacy.mandate_id')
    .select([
      'candidacy.id',
      'candidacy.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'candidacy.mandate_id as mandateId',
      'mandate.key as mandate',
      'candidacy.name',
      'candidacy.party',
      'candidacy.coalition',
      'candidacy.source_title as sourceTitle',
      'candidacy.source_url as sourceUrl',
      'candidacy.withdrawn_on as withdrawnOn',
      'candidacy.candidate_id as candidateId',
      'candidacy.version',
    ]);
}

export function readCandidacy(db: Db, id: string) {
  return selectCandidacy(db).where('candidacy.id', '=', id).executeTakeFirst();
}

export type CandidacyRow = NonNullable<Awaited<ReturnType<typeof readCandidacy>>>;

/** Of a municipality's mandate, by name. */
export function readCandidacies(db: Db, municipalityId: string, mandateId: string) {
  return selectCandidacy(db)
    .where('candidacy.municipality_id', '=', municipalityId)
    .where('candidacy.mandate_id', '=', mandateId)
    .orderBy('candidacy.name')
    .execute();
}

/** Of all municipalities given, newest mandate first. */
export function readCandidaciesOf(db: Db, municipalityIds: 'all' | readonly string[]) {
  return selectCandidacy(db)
    .$if(municipalityIds !== 'all', (query) =>
      query.where(sql<boolean>`candidacy.municipality_id = any(${municipalityIds}::uuid[])`),
    )
    .orderBy('mandate.starts', 'desc')
    .orderBy('municipality.key')
    .orderBy('candidacy.name')
    .limit(500)
    .execute();
}

export async function insertCandidacy(db: Db, row: Insertable<DB['candidacy']>): Promise<void> {
  await db.insertInto('candidacy').values(row).execute();
}

/** @returns whether the row still was the version that the person began from */
export async function updateCandidacy(
  db: Db,
  id: string,
  version: number,
  row: Updateable<DB['candidacy']>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('candidacy')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
