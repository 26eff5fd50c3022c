import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** Rows of the record that have files, by their key, a part at a time. */
export function readRowsWithFiles(
  db: Db,
  {
    municipality,
    priority,
    round,
  }: { municipality?: string | undefined; priority?: string | undefined; round?: string | undefined },
  { after, limit }: { after: string; limit: number },
) {
  return db
    .selectFrom('evidence')
    .innerJoin('priority', 'priority.id', 'evidence.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .innerJoin('round', 'round.id', 'evidence.round_id')
    .select([
      'evidence.key',
      'evidence.sha256',
      'evidence.copy_sha256 as copySha256',
      'evidence.alt',
      'evidence.details',
    ])
    .where('evidence.key', '>', after)
    .where(sql<boolean>`(evidence.sha256 IS NOT NULL OR evidence.details ? 'more')`)
    .$if(municipality !== undefined, (query) => query.where('municipality.key', '=', municipality ?? ''))
    .$if(priority !== undefined, (query) => query.where('priority.key', '=', priority ?? ''))
    .$if(round !== undefined, (query) => query.where('round.key', '=', round ?? ''))
    .orderBy('evidence.key')
    .limit(limit)
    .execute();
}
