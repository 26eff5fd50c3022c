import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';

export function readConclusions(db: Db, eventId: string) {
  return db
    .selectFrom('conclusion')
    .select(['id', 'key', 'position', 'statement', 'followed_up_by as followedUpBy', 'due_on as dueOn'])
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute();
}

export function readFollowers(db: Db, conclusionIds: readonly string[]) {
  return db
    .selectFrom('conclusion_follower as follower')
    .innerJoin('organisation', 'organisation.id', 'follower.organisation_id')
    .select(['follower.conclusion_id as conclusionId', 'organisation.key', 'organisation.name'])
    .where(anyOf('follower.conclusion_id', conclusionIds))
    .orderBy('follower.key')
    .execute();
}

/** What came of them, earliest first, each with the page that it leads to. */
export function readOutcomes(db: Db, conclusionIds: readonly string[]) {
  return db
    .selectFrom('conclusion_outcome as outcome')
    .leftJoin('signature', 'signature.id', 'outcome.signature_id')
    .leftJoin('priority', 'priority.id', 'outcome.priority_id')
    .leftJoin('contract', (join) =>
      join.on((eb) => eb('contract.id', '=', eb.fn.coalesce('outcome.contract_id', 'signature.contract_id'))),
    )
    .select([
      'outcome.conclusion_id as conclusionId',
      'outcome.key',
      'outcome.dated',
      'outcome.statement',
      'priority.key as priority',
      'contract.key as contract',
      'outcome.signature_id as signatureId',
    ])
    .where(anyOf('outcome.conclusion_id', conclusionIds))
    .orderBy('outcome.dated')
    .orderBy('outcome.key')
    .execute();
}
