import { z } from 'zod';
import { fieldOf, fieldsOf, type FieldFault, type Fields } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';

export const questionKinds = ['text', 'choice', 'several', 'number', 'yes-no'] as const;
export const mostQuestions = 20;
export const longestAnswer = 1000;

const localised = z.partialRecord(z.enum(['sq', 'en']), z.string());

/** A question of the organiser's own, as it is kept. */
const question = z.object({
  id: z.string().regex(/^q\d{1,9}$/),
  kind: z.enum(questionKinds),
  text: localised,
  required: z.boolean(),
  options: z.array(z.object({ id: z.string(), text: localised })),
});
export type Question = z.output<typeof question>;

export const questionList = z.array(question);

/** What somebody answered, by the question's id; what was left open is not there. */
export const answerMap = z.record(z.string(), z.array(z.string()));
export type Answers = z.output<typeof answerMap>;

/** What a filled-in form says: each question's control is named by its id. */
export function readAnswers(
  questions: readonly Question[],
  typed: Fields,
): { answers: Answers; faults: FieldFault[] } {
  const answers: Answers = {};
  const faults: FieldFault[] = [];
  for (const one of questions) {
    const read = readAnswer(one, typed);
    if (!Array.isArray(read)) faults.push({ field: one.id, ...read });
    else if (read.length > 0) answers[one.id] = read;
    else if (one.required) faults.push({ field: one.id, key: 'form.fault.missing' });
  }
  return { answers, faults };
}

function readAnswer(one: Question, typed: Fields): string[] | Omit<FieldFault, 'field'> {
  const given = fieldOf(typed, one.id).trim();
  switch (one.kind) {
    case 'text': {
      const text = sanitised(given);
      if (text.length > longestAnswer) return { key: 'form.fault.too-long', values: { most: longestAnswer } };
      return text === '' ? [] : [text];
    }
    case 'number':
      if (given === '') return [];
      return /^-?\d{1,9}$/.test(given) ? [String(Number(given))] : { key: 'form.fault.whole-number' };
    case 'yes-no':
      if (given === '') return [];
      return given === 'yes' || given === 'no' ? [given] : { key: 'form.fault.choice' };
    case 'choice':
    case 'several': {
      const chosen = [...new Set(fieldsOf(typed, one.id))].filter((value) => value !== '');
      const isKnown = chosen.every((value) => one.options.some(({ id }) => id === value));
      if (!isKnown || (one.kind === 'choice' && chosen.length > 1)) return { key: 'form.fault.choice' };
      return chosen;
    }
  }
}
