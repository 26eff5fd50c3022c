export const sides = ['organisation', 'municipality'] as const;
export type Side = (typeof sides)[number];

export interface AmendmentAnswer {
  side: Side;
  answer: 'signed' | 'declined';
  answeredOn: string;
}

/** Where an amendment of a frozen contract stands on a day. The old text holds until it is in force. */
export type AmendmentState =
  /** Waits for those sides. */
  | { kind: 'pending'; awaits: readonly Side[] }
  | { kind: 'declined'; by: Side; on: string }
  /** Signed by both, from a day to come. */
  | { kind: 'agreed'; from: string }
  | { kind: 'in-force'; from: string };

/**
 * @param amendment with the day from which it is to hold, and what each side has answered
 * @returns in force only once both sides have signed, and not before the day that it names
 */
export function amendmentState(
  { holdsFrom, answers }: { holdsFrom: string; answers: readonly AmendmentAnswer[] },
  today: string,
): AmendmentState {
  const declined = answers.find(({ answer }) => answer === 'declined');
  if (declined) return { kind: 'declined', by: declined.side, on: declined.answeredOn };
  const awaits = sides.filter((side) => !answers.some((answer) => answer.side === side));
  if (awaits.length > 0) return { kind: 'pending', awaits };
  const from = [holdsFrom, ...answers.map(({ answeredOn }) => answeredOn)].toSorted().at(-1) ?? holdsFrom;
  return from <= today ? { kind: 'in-force', from } : { kind: 'agreed', from };
}

/** The amendment whose text holds on a day: the last of those in force; undefined where the first text does. */
export function textInForce<
  One extends { number: number; holdsFrom: string; answers: readonly AmendmentAnswer[] },
>(amendments: readonly One[], today: string): One | undefined {
  return amendments
    .filter((amendment) => amendmentState(amendment, today).kind === 'in-force')
    .toSorted((a, b) => a.number - b.number)
    .at(-1);
}
