import { checkBySql as check } from '#server/datapackage/check-by-sql.ts';
import type { PackageCheck } from '#server/datapackage/checks.ts';

/** What must hold between the rows of forums that an import brings. */
export const forumChecks: readonly PackageCheck[] = [
  check({
    rule: 'candidate-of-municipality',
    resource: 'forum-candidates',
    column: 'candidate',
    reads: ['forum-candidates', 'forums', 'events', 'election-candidates'],
    sql: `SELECT seat.key, candidate.key AS value FROM forum_candidate seat
      JOIN forum ON forum.id = seat.forum_id JOIN event ON event.id = forum.event_id
      JOIN election_candidate candidate ON candidate.id = seat.candidate_id
      WHERE event.municipality_id IS DISTINCT FROM candidate.municipality_id`,
  }),
  check({
    rule: 'candidate-of-municipality',
    resource: 'candidate-answers',
    column: 'candidate',
    reads: ['candidate-answers', 'forum-priorities', 'forums', 'events', 'election-candidates'],
    sql: `SELECT answer.key, candidate.key AS value FROM candidate_answer answer
      JOIN forum_priority priority ON priority.id = answer.forum_priority_id
      JOIN forum ON forum.id = priority.forum_id JOIN event ON event.id = forum.event_id
      JOIN election_candidate candidate ON candidate.id = answer.candidate_id
      WHERE event.municipality_id IS DISTINCT FROM candidate.municipality_id`,
  }),
  check({
    rule: 'forum-event',
    resource: 'forums',
    column: 'event',
    reads: ['forums', 'events'],
    sql: `SELECT forum.key, event.key AS value FROM forum JOIN event ON event.id = forum.event_id WHERE event.kind <> 'forum'`,
  }),
  check({
    rule: 'priority-of-forum',
    resource: 'forum-questions',
    column: 'forum_priority',
    reads: ['forum-questions', 'forum-priorities'],
    sql: `SELECT question.key, priority.key AS value FROM forum_question question
      JOIN forum_priority priority ON priority.id = question.forum_priority_id
      WHERE priority.forum_id <> question.forum_id`,
  }),
];
