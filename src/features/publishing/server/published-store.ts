import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { RecordCode } from '../status-change.ts';

/** The status in force of a priority in a round, with what it belongs to. */
export function readStatusInForce(db: Db, { priorityId, roundId }: { priorityId: string; roundId: string }) {
  return db
    .selectFrom('status')
    .innerJoin('priority', 'priority.id', 'status.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .innerJoin('round', 'round.id', 'status.round_id')
    .select([
      'status.id',
      'status.key',
      'status.version',
      'status.status',
      'status.initiated',
      'status.late',
      'status.reversed',
      'status.blocked_by as blockedBy',
      'status.rationale',
      'status.reason',
      'status.published_on as publishedOn',
      'priority.id as priorityId',
      'priority.key as priorityKey',
      'priority.position as priorityPosition',
      'priority.statement',
      'round.id as roundId',
      'round.key as roundKey',
      'round.codebook_id as codebookId',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'contract.binding_language as bindingLanguage',
    ])
    .where('status.priority_id', '=', priorityId)
    .where('status.round_id', '=', roundId)
    .orderBy('status.version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type StatusInForce = NonNullable<Awaited<ReturnType<typeof readStatusInForce>>>;

/** Two who change statuses of one priority wait for each other. */
export async function holdPriority(tx: Tx, priorityId: string): Promise<void> {
  await tx.selectFrom('priority').select('id').where('id', '=', priorityId).forNoKeyUpdate().execute();
}

export interface CodeInForce extends RecordCode {
  statement: Localised;
  /** How it came about, as far as the record says. */
  basis: 'agreement' | 'adjudication' | 'reply' | null;
  earlierCode: string | null;
  reason: Localised | null;
}

/** The codes in force of a priority's components in a round, as far as the record has any. */
export async function readCodesInForce(
  db: Db,
  { priorityId, roundId }: { priorityId: string; roundId: string },
): Promise<CodeInForce[]> {
  const { rows } = await sql<CodeInForce>`
    SELECT DISTINCT ON (component.position, component.id)
           component.id, component.key, component.position, component.statement, coded.code, coded.rationale, coded.version,
           coded.basis, coded.earlier_code AS "earlierCode", coded.reason
    FROM component JOIN component_code coded ON coded.component_id = component.id
    WHERE component.priority_id = ${priorityId} AND coded.round_id = ${roundId}
    ORDER BY component.position, component.id, coded.version DESC`.execute(db);
  return rows;
}

/** The ids of a priority and a round by their keys. */
export function readStatusIdOf(db: Db, { priority, round }: { priority: string; round: string }) {
  return db
    .selectFrom('priority')
    .innerJoin('status', 'status.priority_id', 'priority.id')
    .innerJoin('round', 'round.id', 'status.round_id')
    .select(['priority.id as priorityId', 'round.id as roundId'])
    .where('priority.key', '=', priority)
    .where('round.key', '=', round)
    .where('status.version', '=', 1)
    .executeTakeFirst();
}
