import type { Insertable, Updateable } from 'kysely';
import type { Stage } from '#features/rounds/stage.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** The request for a reply to an assessment, with where and in which round it is. */
export interface ReplyRequest {
  id: string;
  assessmentId: string;
  municipalityId: string;
  municipalityKey: string;
  municipalityName: string;
  contractId: string;
  organisationId: string;
  codebookId: string;
  roundStarts: string;
  roundEnds: string;
  stage: Stage;
  recipientName: string;
  recipientEmail: string;
  requestedOn: string;
  dueOn: string;
  repliedOn: string | null;
  submittedAt: Date | null;
  answeredBy: string;
  capacity: string;
  language: 'sq' | 'en';
  way: 'link' | 'account' | 'paper' | 'e-mail' | null;
  enteredBy: string | null;
  readAt: Date | null;
  readNote: string;
  version: number;
}

function selectRequest(db: Db) {
  return db
    .selectFrom('reply_request as request')
    .innerJoin('assessment', 'assessment.id', 'request.assessment_id')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .innerJoin('municipality', 'municipality.id', 'request.municipality_id')
    .select([
      'request.id',
      'request.assessment_id as assessmentId',
      'request.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'assessment.contract_id as contractId',
      'assessment.organisation_id as organisationId',
      'plan.codebook_id as codebookId',
      'plan.starts as roundStarts',
      'plan.ends as roundEnds',
      'assessment.stage',
      'request.recipient_name as recipientName',
      'request.recipient_email as recipientEmail',
      'request.requested_on as requestedOn',
      'request.due_on as dueOn',
      'request.replied_on as repliedOn',
      'request.submitted_at as submittedAt',
      'request.answered_by as answeredBy',
      'request.capacity',
      'request.language',
      'request.way',
      'request.entered_by as enteredBy',
      'request.read_at as readAt',
      'request.read_note as readNote',
      'request.version',
    ]);
}

export function readRequest(db: Db, assessmentId: string): Promise<ReplyRequest | undefined> {
  return selectRequest(db).where('request.assessment_id', '=', assessmentId).executeTakeFirst();
}

/** The same, held until the transaction ends: a reply is written, handed in and read by one at a time. */
export async function holdRequest(tx: Tx, id: string): Promise<ReplyRequest> {
  await tx.selectFrom('reply_request').select('id').where('id', '=', id).forUpdate().execute();
  return selectRequest(tx).where('request.id', '=', id).executeTakeFirstOrThrow();
}

export async function insertRequest(tx: Tx, row: Insertable<DB['reply_request']>): Promise<void> {
  await tx.insertInto('reply_request').values(row).execute();
}

export async function changeRequest(tx: Tx, id: string, set: Updateable<DB['reply_request']>): Promise<void> {
  await tx
    .updateTable('reply_request')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
