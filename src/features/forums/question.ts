export interface Counted {
  /** Of those in the hall; null: not put to the vote. */
  votes: number | null;
  /** Online. */
  supports: number | null;
}

/** The order in which questions are put: by the votes of the hall, then by support online, then as they were asked. */
export function byVotes<Question extends Counted>(questions: readonly Question[]): Question[] {
  return questions.toSorted(
    (a, b) => (b.votes ?? -1) - (a.votes ?? -1) || (b.supports ?? 0) - (a.supports ?? 0),
  );
}
