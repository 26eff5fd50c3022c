import { answers, type Answer } from './answer.ts';

/** In a place where fewer answered, each could be known by what they said. */
export const leastOfUnit = 10;
/** Of fewer answers nothing can be said but what they are. */
export const leastToSay = 30;

export type AnswerCounts = Readonly<Record<Answer, number>>;

/** So many gave this answer who live there; `unit` is null where they did not say. */
export interface CountedAnswer {
  unit: string | null;
  answer: Answer;
  n: number;
}

export interface ViewCounts {
  n: number;
  counts: AnswerCounts;
  /** The administrative units in which enough answered, by name. */
  units: { unit: string; n: number; counts: AnswerCounts }[];
  /** Answers from units that are not shown, and from people who did not say where they live. */
  elsewhere: number;
}

function countsOf(rows: readonly CountedAnswer[]): AnswerCounts {
  const of = (answer: Answer) => sum(rows.filter((row) => row.answer === answer));
  return { yes: of('yes'), partly: of('partly'), no: of('no'), 'do-not-know': of('do-not-know') };
}

function sum(rows: readonly CountedAnswer[]): number {
  return rows.reduce((total, { n }) => total + n, 0);
}

/** What residents answered, together and by the place where they live, as far as it may be told. */
export function countViews(rows: readonly CountedAnswer[]): ViewCounts {
  const n = sum(rows);
  const units = [...Map.groupBy(rows, ({ unit }) => unit)].flatMap(([unit, own]) =>
    unit !== null && sum(own) >= leastOfUnit ? [{ unit, n: sum(own), counts: countsOf(own) }] : [],
  );
  return { n, counts: countsOf(rows), units, elsewhere: n - units.reduce((total, one) => total + one.n, 0) };
}

/** How far a number of answers goes: none, too few to say anything by, or enough to read. */
export function weightOf(n: number): 'none' | 'few' | 'some' {
  if (n === 0) return 'none';
  return n < leastToSay ? 'few' : 'some';
}

/** The counts in the order of the answers, for tables. */
export function inOrder(counts: AnswerCounts): { answer: Answer; n: number }[] {
  return answers.map((answer) => ({ answer, n: counts[answer] }));
}
