import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';

export function readConclusionsOfEvent(db: Db, eventId: string) {
  return db
    .selectFrom('conclusion')
    .select(['id', 'key', 'position', 'statement', 'followed_up_by as followedUpBy', 'due_on as dueOn'])
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute();
}

/** The organisations that follow some conclusions up. */
export function readFollowers(db: Db, conclusionIds: readonly string[]) {
  return db
    .selectFrom('conclusion_follower as follower')
    .innerJoin('organisation', 'organisation.id', 'follower.organisation_id')
    .select([
      'follower.conclusion_id as conclusionId',
      'organisation.id as organisationId',
      'organisation.key',
      'organisation.name',
    ])
    .where(anyOf('follower.conclusion_id', conclusionIds))
    .orderBy('follower.key')
    .execute();
}

/** What came of some conclusions, oldest first, each with what it is linked to. */
export function readOutcomes(db: Db, conclusionIds: readonly string[]) {
  return db
    .selectFrom('conclusion_outcome as outcome')
    .leftJoin('signature', 'signature.id', 'outcome.signature_id')
    .leftJoin('priority', 'priority.id', 'outcome.priority_id')
    .leftJoin('contract', (join) =>
      join.on((eb) =>
        eb(
          'contract.id',
          '=',
          eb.fn.coalesce('outcome.contract_id', 'signature.contract_id', 'priority.contract_id'),
        ),
      ),
    )
    .leftJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .leftJoin('mandate', 'mandate.id', 'contract.mandate_id')
    .select([
      'outcome.id',
      'outcome.conclusion_id as conclusionId',
      'outcome.key',
      'outcome.dated',
      'outcome.statement',
      'outcome.completes',
      'outcome.signature_id as signatureId',
      'signature.state as signatureState',
      'priority.key as priorityKey',
      'priority.position as priorityPosition',
      'contract.key as contractKey',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'mandate.key as mandate',
    ])
    .where(anyOf('outcome.conclusion_id', conclusionIds))
    .orderBy('outcome.dated')
    .orderBy('outcome.key')
    .execute();
}

export type OutcomeRow = Awaited<ReturnType<typeof readOutcomes>>[number];

/** The texts of one version of an event. */
export function readTexts(db: Db, event: { id: string; version: number }) {
  return db
    .selectFrom('event_text')
    .select(['kind', 'content'])
    .where('event_id', '=', event.id)
    .where('version', '=', event.version)
    .orderBy('kind')
    .execute();
}
