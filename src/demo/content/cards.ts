import { z } from 'zod';
import { field, list, localised, offset } from './cells.ts';
import { readJson, readTable } from './read-file.ts';

const position = z.coerce.number().int().positive();

const issue = z.object({
  position,
  field,
  issue_sq: z.string().min(1),
  issue_en: z.string().min(1),
});

const batch = z.object({
  session: z.string(),
  second_every: position,
  first: position,
  second: position,
  third: position,
});

const card = z.object({
  session: z.string(),
  number: position,
  unit: z.string(),
  sex: z.enum(['', 'women', 'men']),
  age_band: z.enum(['', 'under-18', '18-29', '30-44', '45-64', '65-plus']),
  /** In the order of the issues; '' where it was not answered. */
  scores: list,
});

const secondEntry = z.object({ session: z.string(), number: position, scores: list });

/** The network's individual card, the cards of the sessions that used it, and those that were entered twice. */
export function readCards() {
  return {
    issues: readTable('card-issues', issue),
    batches: readTable('card-batches', batch),
    cards: readTable('cards', card),
    secondEntries: readTable('second-entries', secondEntry),
  };
}

const words = localised;
const question = z.discriminatedUnion('kind', [
  z.object({
    id: z.string(),
    kind: z.literal('choice'),
    several: z.boolean(),
    words,
    options: z.array(localised.extend({ id: z.string() })).min(2),
  }),
  z.object({
    id: z.string(),
    kind: z.literal('scale'),
    least: z.int(),
    most: z.int(),
    words,
    labels: z.record(z.string(), localised),
  }),
  z.object({ id: z.string(), kind: z.literal('text'), words }),
]);

const questionnaire = z.object({
  session: z.string(),
  title: localised,
  purpose: localised,
  opens: offset,
  closes: offset,
  questions: z.array(question),
});

const answers = z.object({
  day: offset,
  channel: z.enum(['online', 'paper']),
  q1: z.string(),
  q2: list,
  q3: z.string(),
  q4: z.string(),
});

export function readQuestionnaire() {
  return {
    questionnaire: readJson('questionnaire', questionnaire),
    answers: readTable('questionnaire-answers', answers),
  };
}
