import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { anyOf } from '#server/database/any-of.ts';

function selectForum(db: Db) {
  return (
    db
      .selectFrom('forum')
      .innerJoin('event', 'event.id', 'forum.event_id')
      .innerJoin('municipality', 'municipality.id', 'event.municipality_id')
      .leftJoin('mandate', 'mandate.id', 'event.mandate_id')
      .leftJoin('contract', (join) =>
        join
          .onRef('contract.municipality_id', '=', 'event.municipality_id')
          .onRef('contract.mandate_id', '=', 'event.mandate_id'),
      )
      // Where the work on it is kept on this installation.
      .leftJoin('forum_plan', 'forum_plan.forum_id', 'forum.id')
      .select([
        'forum.id',
        'forum.key',
        'event.key as eventKey',
        'event.title',
        'event.starts',
        'event.starts_at as startsAt',
        'event.place',
        'municipality.id as municipalityId',
        'municipality.key as municipalityKey',
        'municipality.name as municipalityName',
        'mandate.key as mandate',
        'contract.key as contractKey',
        'forum.moderators',
        'forum.slot_seconds as slotSeconds',
        'forum.lot_method as lotMethod',
        'forum.lot_seed as lotSeed',
        'forum.lot_drawn_by as lotDrawnBy',
        'forum.lot_drawn_on as lotDrawnOn',
        'forum.lot_drawn_at as lotDrawnAt',
        'forum_plan.id as planId',
        'forum_plan.state',
      ])
  );
}

export function readForum(db: Db, key: string) {
  return selectForum(db).where('forum.key', '=', key).executeTakeFirst();
}

export function readForumsOf(db: Db, municipalityId: string, mandate?: string) {
  return selectForum(db)
    .where('event.municipality_id', '=', municipalityId)
    .$if(mandate !== undefined, (query) => query.where('mandate.key', '=', mandate ?? ''))
    .orderBy('event.starts', 'desc')
    .orderBy('forum.key')
    .execute();
}

export function readForums(db: Db, limit: number) {
  return selectForum(db).orderBy('event.starts', 'desc').orderBy('forum.key').limit(limit).execute();
}

/** By lot. */
export function readForumCandidates(db: Db, forumId: string) {
  return db
    .selectFrom('forum_candidate')
    .innerJoin('election_candidate as candidate', 'candidate.id', 'forum_candidate.candidate_id')
    .innerJoin('person', 'person.id', 'candidate.person_id')
    .select([
      'candidate.id',
      'candidate.key',
      'person.name',
      'candidate.party',
      'candidate.coalition',
      'candidate.withdrawn_on as withdrawnOn',
      'forum_candidate.position',
      'forum_candidate.attendance',
      'forum_candidate.spoken_seconds as spokenSeconds',
    ])
    .where('forum_candidate.forum_id', '=', forumId)
    .orderBy('forum_candidate.position')
    .execute();
}

/** Before the lots are drawn: by name, which is as neutral as can be until then. */
export function readCandidatesOf(db: Db, municipalityId: string, mandate: string) {
  return db
    .selectFrom('election_candidate as candidate')
    .innerJoin('person', 'person.id', 'candidate.person_id')
    .innerJoin('mandate', 'mandate.id', 'candidate.mandate_id')
    .select([
      'candidate.id',
      'candidate.key',
      'person.name',
      'candidate.party',
      'candidate.coalition',
      'candidate.withdrawn_on as withdrawnOn',
    ])
    .where('candidate.municipality_id', '=', municipalityId)
    .where('mandate.key', '=', mandate)
    .orderBy('person.name')
    .execute();
}

export function readForumPriorities(db: Db, forumId: string) {
  return db
    .selectFrom('forum_priority')
    .innerJoin('field', 'field.id', 'forum_priority.field_id')
    .leftJoin('priority', 'priority.id', 'forum_priority.priority_id')
    .select([
      'forum_priority.id',
      'forum_priority.position',
      'forum_priority.number',
      'forum_priority.heading',
      'forum_priority.statement',
      'field.name as fieldName',
      'priority.key as priorityKey',
    ])
    .where('forum_priority.forum_id', '=', forumId)
    .orderBy('forum_priority.position')
    .execute();
}

/** Every version, oldest first. */
export function readAnswers(db: Db, forumId: string) {
  return db
    .selectFrom('candidate_answer')
    .innerJoin('forum_priority', 'forum_priority.id', 'candidate_answer.forum_priority_id')
    .select([
      'candidate_answer.id',
      'candidate_answer.forum_priority_id as forumPriorityId',
      'candidate_answer.candidate_id as candidateId',
      'candidate_answer.version',
      'candidate_answer.answer',
      'candidate_answer.words',
      'candidate_answer.reason',
      'candidate_answer.given_on as givenOn',
    ])
    .where('forum_priority.forum_id', '=', forumId)
    .orderBy('candidate_answer.version')
    .execute();
}

export function readPublicQuestions(db: Db, forumId: string) {
  return db
    .selectFrom('forum_question')
    .leftJoin('field', 'field.id', 'forum_question.field_id')
    .leftJoin('forum_priority', 'forum_priority.id', 'forum_question.forum_priority_id')
    .leftJoin('asked_question', 'asked_question.question_id', 'forum_question.id')
    .select([
      'forum_question.id',
      'forum_question.position',
      'forum_question.question',
      'forum_question.asked',
      'field.name as fieldName',
      'forum_priority.position as priorityPosition',
      // Until the end they change with every hand; then the record has them.
      sql<number | null>`coalesce(forum_question.votes, asked_question.votes)`.as('votes'),
      sql<number>`coalesce(forum_question.supports, (
        SELECT count(*) FROM question_support
        WHERE municipality_id = asked_question.municipality_id AND question_id = asked_question.id))`.as(
        'supports',
      ),
    ])
    .where('forum_question.forum_id', '=', forumId)
    .orderBy('forum_question.position')
    .execute();
}

export function readQuestionAnswers(db: Db, forumId: string) {
  return db
    .selectFrom('question_answer')
    .innerJoin('forum_question', 'forum_question.id', 'question_answer.question_id')
    .select([
      'question_answer.id',
      'question_answer.question_id as questionId',
      'question_answer.candidate_id as candidateId',
      'question_answer.version',
      'question_answer.answer',
      'question_answer.reason',
    ])
    .where('forum_question.forum_id', '=', forumId)
    .orderBy('question_answer.version')
    .execute();
}

export interface PriorityRef {
  id: string;
  contractId: string;
}

/**
 * What candidates answered to a priority. Where the forum was before the contract was frozen, the priority is the one that has the
 * same words in the same municipality and mandate.
 */
export async function readAnswersTo(db: Db, { id, contractId }: PriorityRef) {
  const { rows } = await sql<{
    forumKey: string;
    candidateId: string;
    personId: string;
    name: string;
    party: string | null;
    position: number;
    version: number;
    answer: 'agrees' | 'reservation' | 'declines' | 'absent' | 'no-answer';
    words: { sq?: string; en?: string } | null;
    /** The words in which the priority was put, where the contract says it otherwise. */
    put: { sq?: string; en?: string } | null;
    givenOn: string;
    hasSigned: boolean;
  }>`
    SELECT forum.key AS "forumKey", candidate.id AS "candidateId", person.id AS "personId", person.name, candidate.party,
           seat.position, a.version, a.answer, a.words,
           CASE WHEN fp.statement <> priority.statement THEN fp.statement END AS put, a.given_on AS "givenOn",
           EXISTS (SELECT FROM signature WHERE contract_id = ${contractId} AND person_id = person.id AND state = 'signed') AS "hasSigned"
    FROM contract
    JOIN priority ON priority.id = ${id} AND priority.contract_id = contract.id
    JOIN event ON event.municipality_id = contract.municipality_id AND event.mandate_id = contract.mandate_id
    JOIN forum ON forum.event_id = event.id
    JOIN forum_priority fp ON fp.forum_id = forum.id
      AND (fp.priority_id = priority.id OR (fp.priority_id IS NULL AND fp.statement = priority.statement))
    JOIN candidate_answer a ON a.forum_priority_id = fp.id
    JOIN election_candidate candidate ON candidate.id = a.candidate_id
    JOIN person ON person.id = candidate.person_id
    LEFT JOIN forum_candidate seat ON seat.forum_id = forum.id AND seat.candidate_id = candidate.id
    WHERE contract.id = ${contractId}
      AND NOT EXISTS (SELECT FROM candidate_answer newer WHERE newer.forum_priority_id = a.forum_priority_id
                      AND newer.candidate_id = a.candidate_id AND newer.version > a.version)
    ORDER BY forum.key, seat.position`.execute(db);
  return rows;
}

export function readElected(db: Db, personIds: readonly string[], municipalityId: string) {
  return db
    .selectFrom('post')
    .select(['person_id as personId'])
    .where(anyOf('post.person_id', personIds))
    .where('post.municipality_id', '=', municipalityId)
    .where('post.office', '=', 'mayor')
    .execute();
}
