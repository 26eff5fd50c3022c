import { z } from 'zod';
import { offset, optionalNumber, yes } from './cells.ts';
import { readJson, readTable } from './read-file.ts';

const forum = z.object({
  day: offset,
  starts_at: z.string(),
  slot_seconds: z.int().positive(),
  place: z.string(),
  moderators: z.string(),
  drawn_by: z.string(),
});

const mayoral = z.object({
  id: z.string(),
  name: z.string().min(1),
  party: z.string(),
  coalition: z.string(),
  lot: z.coerce.number().int().positive(),
});

const answer = z.object({
  candidate: z.string(),
  priority: z.string(),
  answer: z.enum(['agrees', 'reservation', 'declines', 'absent', 'no-answer']),
  words_sq: z.string(),
});

const question = z.object({
  id: z.string(),
  asked: z.enum(['before', 'during']),
  votes: z.coerce.number().int().nonnegative(),
  question_sq: z.string().min(1),
  answered_by: z.string(),
  answer_sq: z.string(),
});

/** A turn on the clock, for as long as it took. */
const slot = z.object({
  position: z.coerce.number().int().positive(),
  candidate: z.string(),
  seconds: z.coerce.number().int().positive(),
});

const signature = z.object({
  id: z.string(),
  signatory: z.enum(['candidate', 'mayor', 'council', 'organisation']),
  /** A candidate for mayor. */
  who: z.string(),
  state: z.enum(['invited', 'pledged', 'signed', 'declined', 'no-answer', 'expected']),
  day: offset,
  expected_day: optionalNumber,
  party: z.string(),
  witness: z.string(),
  reason_sq: z.string(),
  at_forum: yes,
});

/** The public forum, who stood for mayor in it, and who signed afterwards. */
export function readForum() {
  return {
    forum: readJson('forum', forum),
    candidates: readTable('mayor-candidates', mayoral),
    answers: readTable('answers', answer),
    questions: readTable('questions', question),
    slots: readTable('slots', slot),
    signatures: readTable('signatures', signature),
  };
}
