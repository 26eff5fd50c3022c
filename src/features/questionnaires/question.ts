import { z } from 'zod';

const localised = z.partialRecord(z.enum(['sq', 'en']), z.string());
const common = { id: z.string().regex(/^q\d{1,3}$/), text: localised, required: z.boolean() };

const question = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('choice'),
    choose: z.enum(['one', 'many']),
    options: z.array(z.object({ id: z.string(), text: localised })),
  }),
  z.object({
    ...common,
    kind: z.literal('scale'),
    least: z.number(),
    most: z.number(),
    leastLabel: localised,
    mostLabel: localised,
  }),
  z.object({ ...common, kind: z.literal('text') }),
]);

/** The questions of a questionnaire as they are kept, in their order. */
export const questionList = z.array(question);

export type Question = z.output<typeof question>;
export type ChoiceQuestion = Extract<Question, { kind: 'choice' }>;
export type ScaleQuestion = Extract<Question, { kind: 'scale' }>;

/** What one person answered to choices and scales, by the question's id. What was not answered is not there. */
export const answerMap = z.record(z.string(), z.union([z.array(z.string()), z.number()]));

export type Answers = z.output<typeof answerMap>;

/** Each value of a scale, with its word where it has one. */
export function scaleSteps({ least, most, leastLabel, mostLabel }: ScaleQuestion) {
  return Array.from({ length: most - least + 1 }, (_, index) => {
    const value = least + index;
    return { value, word: value === least ? leastLabel : value === most ? mostLabel : {} };
  });
}

export const mostQuestions = 40;

/** An id that no question of the list has or had: the next number after the highest. */
export function nextQuestionId(questions: readonly Pick<Question, 'id'>[]): string {
  const highest = Math.max(0, ...questions.map(({ id }) => Number(id.slice(1))));
  return `q${highest + 1}`;
}

/** The questions with one moved up (-1) or down (1); as they are where it cannot go farther. */
export function moveQuestion(questions: readonly Question[], id: string, by: -1 | 1): Question[] {
  const from = questions.findIndex((one) => one.id === id);
  const to = from + by;
  const moved = questions[from];
  if (moved === undefined || to < 0 || to >= questions.length) return [...questions];
  return questions.toSpliced(from, 1).toSpliced(to, 0, moved);
}
