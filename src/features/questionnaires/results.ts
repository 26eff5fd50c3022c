import { apportion, percentOf } from '#features/monitoring/largest-remainder.ts';
import { scaleSteps, type Answers, type Question } from './question.ts';

/** Fewer answers than this are not published: each would be someone's. */
export const fewestPublished = 5;

export interface Counted {
  /** An option's id, or a value of the scale. */
  value: string;
  count: number;
  /** Share of those who answered the question, as shown. */
  percent: number;
}

/** What came of one question. Where several could be chosen, shares sum to more than 100. */
export interface QuestionResult {
  question: string;
  /** How many answered it. */
  n: number;
  counted: Counted[];
}

/** Counts and shares of every choice and scale; no decimals under 50 answers, and shares of one choice sum to 100. */
export function countAnswers(questions: readonly Question[], given: readonly Answers[]): QuestionResult[] {
  return questions.flatMap((question) => {
    const values = valuesOf(question);
    if (values === undefined) return [];
    const chosen = given.flatMap((answers) => {
      const answer = answers[question.id];
      if (answer === undefined) return [];
      return [typeof answer === 'number' ? [String(answer)] : answer];
    });
    const n = chosen.length;
    const decimals = n < 50 ? 0 : 1;
    const counts = values.map((value) => chosen.filter((one) => one.includes(value)).length);
    const isMany = question.kind === 'choice' && question.choose === 'many';
    const percents = isMany
      ? counts.map((count) => (n === 0 ? 0 : percentOf(count, n, decimals)))
      : apportion(counts, decimals);
    const counted = values.map((value, index) => ({
      value,
      count: counts[index] ?? 0,
      percent: percents[index] ?? 0,
    }));
    return [{ question: question.id, n, counted }];
  });
}

function valuesOf(question: Question): string[] | undefined {
  switch (question.kind) {
    case 'choice':
      return question.options.map(({ id }) => id);
    case 'scale':
      return scaleSteps(question).map(({ value }) => String(value));
    case 'text':
      return undefined;
  }
}
