import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { isContested } from './contested.ts';

/** The status in force of a priority in a round, with what both are called. */
export function readPublishedStatus(db: Db, priorityKey: string, roundKey: string) {
  return db
    .selectFrom('status')
    .innerJoin('priority', 'priority.id', 'status.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .innerJoin('round', 'round.id', 'status.round_id')
    .select([
      'priority.id as priorityId',
      'priority.key as priorityKey',
      'priority.statement',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'round.id as roundId',
      'round.key as roundKey',
      'round.codebook_id as codebookId',
      'status.version',
      'status.late',
      'status.reversed',
      'status.blocked_by as blockedBy',
      'status.status',
      'status.rationale',
      isContested.as('contested'),
      sql<boolean>`NOT EXISTS (
        SELECT FROM status later JOIN round later_round ON later_round.id = later.round_id
        WHERE later.priority_id = status.priority_id AND later_round.starts > round.starts)`.as('isNewest'),
    ])
    .where('priority.key', '=', priorityKey)
    .where('round.key', '=', roundKey)
    .orderBy('status.version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
