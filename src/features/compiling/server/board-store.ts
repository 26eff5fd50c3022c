import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** A municipality's needs of one mandate, and the candidates that they are grouped into. */
export interface BoardIds {
  municipalityId: string;
  mandateId: string;
}

export function readBoard(db: Db, municipalityKey: string, mandateKey: string) {
  return db
    .selectFrom('municipality')
    .innerJoin('mandate', (join) => join.on('mandate.key', '=', mandateKey))
    .select([
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'mandate.id as mandateId',
      'mandate.key as mandateKey',
    ])
    .where('municipality.key', '=', municipalityKey)
    .executeTakeFirst();
}

/** The boards that have needs, latest mandate first. @param municipalityIds 'all' for the whole network */
export async function readBoards(db: Db, municipalityIds: 'all' | readonly string[]) {
  const within =
    municipalityIds === 'all'
      ? sql``
      : sql`WHERE voiced_need.municipality_id = any(${[...municipalityIds]}::uuid[])`;
  const { rows } = await sql<{
    municipalityKey: string;
    municipalityName: string;
    mandateKey: string;
    needs: number;
    waiting: number;
  }>`
    SELECT municipality.key AS "municipalityKey", municipality.name AS "municipalityName",
           mandate.key AS "mandateKey", counted.needs, counted.waiting
    FROM (
      SELECT voiced_need.municipality_id, voiced_need.mandate_id, count(*) AS needs,
             count(*) FILTER (WHERE compiled_need.need_id IS NULL) AS waiting
      FROM voiced_need
      LEFT JOIN compiled_need ON compiled_need.municipality_id = voiced_need.municipality_id
        AND compiled_need.need_id = voiced_need.id
      ${within}
      GROUP BY voiced_need.municipality_id, voiced_need.mandate_id
    ) counted
    JOIN municipality ON municipality.id = counted.municipality_id
    JOIN mandate ON mandate.id = counted.mandate_id
    ORDER BY mandate.starts DESC, municipality.name COLLATE "und-x-icu", municipality.key
    LIMIT 200`.execute(db);
  return rows;
}

/** Locks a board for a step, so that steps follow one another; gives the number of steps taken so far. */
export async function lockBoard(tx: Db, { municipalityId, mandateId }: BoardIds): Promise<number> {
  await tx
    .insertInto('compiling_board')
    .values({ municipality_id: municipalityId, mandate_id: mandateId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { steps } = await tx
    .selectFrom('compiling_board')
    .select('steps')
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return steps;
}

/** Whether the board's contract is frozen: what was signed rests on the board as it stands. */
export async function isFrozen(db: Db, { municipalityId, mandateId }: BoardIds): Promise<boolean> {
  const row = await db
    .selectFrom('contract_draft')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .where('state', '=', 'frozen')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a priority of the contract in writing is drafted from this candidate. */
export async function isDrafted(db: Db, municipalityId: string, candidateId: string): Promise<boolean> {
  const row = await db
    .selectFrom('draft_priority')
    .innerJoin('contract_draft', 'contract_draft.id', 'draft_priority.draft_id')
    .select('draft_priority.id')
    .where('contract_draft.municipality_id', '=', municipalityId)
    .where('draft_priority.municipality_id', '=', municipalityId)
    .where('draft_priority.candidate_id', '=', candidateId)
    .executeTakeFirst();
  return row !== undefined;
}
