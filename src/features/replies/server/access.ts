import type { Actor } from '#features/accounts/actor.ts';
import { getAssessment } from '#features/rounds/server/assessments.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { handlesReplies } from '../policy.ts';
import { readRequest, type ReplyRequest } from './request-store.ts';

/** The acting account's id. @throws forbidden for nobody */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'replies');
  return actor.id;
}

/** The assessment whose reply someone handles. @throws not-found where it is not theirs to know */
export async function assessmentToHandle(db: Db, actor: Actor, id: string) {
  const assessment = await getAssessment(db, id);
  if (!handlesReplies(actor, assessment.municipalityId)) throw notFound(`assessment ${id}`);
  return assessment;
}

/** The request for a reply that someone handles. @throws not-found where there is none, or it is not theirs to know */
export async function requestToHandle(db: Db, actor: Actor, assessmentId: string): Promise<ReplyRequest> {
  const request = await readRequest(db, assessmentId);
  if (!request || !handlesReplies(actor, request.municipalityId)) {
    throw notFound(`reply of assessment ${assessmentId}`);
  }
  return request;
}
