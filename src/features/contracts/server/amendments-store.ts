import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';

function selectAmendments(db: Db) {
  return db
    .selectFrom('amendment')
    .innerJoin('priority', 'priority.id', 'amendment.priority_id')
    .innerJoin('organisation', 'organisation.id', 'amendment.organisation_id')
    .select([
      'amendment.id',
      'amendment.key',
      'amendment.number',
      'amendment.statement',
      'amendment.reason',
      'amendment.proposed_on as proposedOn',
      'amendment.holds_from as holdsFrom',
      'amendment.priority_id as priorityId',
      'priority.key as priorityKey',
      'priority.number as priorityNumber',
      'organisation.name as organisationName',
    ])
    .orderBy('priority.position')
    .orderBy('amendment.number');
}

type AmendmentRow = Awaited<ReturnType<ReturnType<typeof selectAmendments>['execute']>>[number];

/** Amendments with what each side has answered. One more query where there are any, none where there are none. */
async function withAnswers(db: Db, rows: readonly AmendmentRow[]) {
  if (rows.length === 0) return [];
  const answers = await db
    .selectFrom('amendment_answer as answer')
    .leftJoin('person', 'person.id', 'answer.person_id')
    .select([
      'answer.id',
      'answer.amendment_id as amendmentId',
      'answer.side',
      'answer.answer',
      'answer.answered_on as answeredOn',
      'answer.capacity',
      'answer.reason',
      'person.name as personName',
      'answer.scan_sha256 as scanSha256',
      'answer.scan_copy_sha256 as scanCopySha256',
    ])
    .where(
      anyOf(
        'answer.amendment_id',
        rows.map(({ id }) => id),
      ),
    )
    .orderBy('answer.answered_on')
    .execute();
  const byAmendment = Map.groupBy(answers, ({ amendmentId }) => amendmentId);
  return rows.map((row) => ({ ...row, answers: byAmendment.get(row.id) ?? [] }));
}

/** The amendments of a contract's priorities, in the order of the contract. */
export async function readAmendments(db: Db, contractId: string) {
  return withAnswers(db, await selectAmendments(db).where('priority.contract_id', '=', contractId).execute());
}

export async function readAmendmentsOfPriority(db: Db, priorityId: string) {
  return withAnswers(
    db,
    await selectAmendments(db).where('amendment.priority_id', '=', priorityId).execute(),
  );
}

export type Amendment = Awaited<ReturnType<typeof readAmendments>>[number];
