export type SignatureState = 'invited' | 'pledged' | 'signed' | 'declined' | 'no-answer' | 'expected';
export type Signatory = 'candidate' | 'mayor' | 'council' | 'organisation' | 'unknown';

/** A dated fact about a contract's signature, as far as it bears on where the signing stands. */
export interface SignatureFact {
  state: SignatureState;
  signatory: Signatory;
  /** Day, month or year on which it happened; null where only `knownBy` is known. */
  occurredOn: string | null;
  expectedOn: string | null;
  /** It had happened, or was so, by this day. */
  knownBy: string | null;
}

export type SigningState = SignatureState | 'not-known';

export interface Signing<Fact extends SignatureFact = SignatureFact> {
  state: SigningState;
  /** The facts that make the state, oldest first: who signed, who declined. */
  facts: Fact[];
}

/** Of two states on one date, the one that goes further decides. */
const furthest: readonly SignatureState[] = [
  'signed',
  'declined',
  'pledged',
  'expected',
  'no-answer',
  'invited',
];

function dateOf(fact: SignatureFact): string {
  return fact.occurredOn ?? fact.knownBy ?? '';
}

/**
 * Where the signing of a contract stands on a day, from its dated facts. The town hall's side decides (candidate, mayor,
 * council, or a signatory not named): an organisation's own signature alone signs nothing. Once signed stays signed; else
 * the latest fact counts. No fact is `not-known`, never "not signed".
 * @param asOf facts dated after this day are not known yet
 */
export function signingOf<Fact extends SignatureFact>(facts: readonly Fact[], asOf: string): Signing<Fact> {
  const known = facts
    .filter((fact) => fact.signatory !== 'organisation' && dateOf(fact) <= asOf)
    .toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)));
  const signed = known.filter((fact) => fact.state === 'signed');
  if (signed.length > 0) return { state: 'signed', facts: signed };
  const last = known.at(-1);
  if (!last) return { state: 'not-known', facts: [] };
  const latest = known.filter((fact) => dateOf(fact) === dateOf(last));
  const state = furthest.find((candidate) => latest.some((fact) => fact.state === candidate)) ?? last.state;
  return { state, facts: latest.filter((fact) => fact.state === state) };
}

/** How many contracts stand where: "6 of 9 signed, 3 expected". */
export function countSignings(
  signings: readonly Signing[],
): Record<SigningState, number> & { total: number } {
  const counts = {
    signed: 0,
    declined: 0,
    pledged: 0,
    expected: 0,
    'no-answer': 0,
    invited: 0,
    'not-known': 0,
  };
  for (const { state } of signings) counts[state] += 1;
  return { ...counts, total: signings.length };
}
