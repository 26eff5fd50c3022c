export type SignatureState = 'invited' | 'pledged' | 'signed' | 'declined' | 'no-answer' | 'expected';
export type Signatory = 'candidate' | 'mayor' | 'council' | 'organisation' | 'unknown';

/** A dated fact about a contract's signature, as far as it bears on where the signing stands. */
export interface SignatureFact {
  state: SignatureState;
  signatory: Signatory;
  /** Day, month or year on which it happened; null where only `knownBy` is known, or of a signature neither. */
  occurredOn: string | null;
  expectedOn: string | null;
  /** It had happened, or was so, by this day. */
  knownBy: string | null;
}

/** What makes a fact count no more. */
export interface FactStanding {
  signatory: Signatory;
  personId: string | null;
  correctedOn: string | null;
  /** Who was elected; null before the election, or where that is not recorded. */
  winnerId: string | null;
}

/**
 * The facts that say where the signing stands: not those that were corrected and, once it is recorded who was elected, not what
 * other candidates did. Of a candidate who is not named it is not known that they lost.
 */
export function countingFacts<Fact extends FactStanding>(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ signatory, personId, correctedOn, winnerId }) => {
    if (correctedOn !== null) return false;
    return signatory !== 'candidate' || winnerId === null || personId === null || personId === winnerId;
  });
}

export type SigningState = SignatureState | 'not-known';

export interface Signing<Fact extends SignatureFact = SignatureFact> {
  state: SigningState;
  /** The facts that make the state, oldest first: who signed, who declined. */
  facts: Fact[];
  /** Signatures of organisations, oldest first: shown, but they sign nothing for the town hall. */
  organisations: Fact[];
  /** It was expected by a day that has passed: whether it was signed then is not known. */
  lapsed: boolean;
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

/** The last day of a date known to the year, month or day; only to be compared, so that every month may have 31. */
function lastDayOf(date: string): string {
  return date + '-12-31'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** That a contract was signed may be known without any date: it counts, and whatever has one stands before it. */
function isUndated({ occurredOn, knownBy }: SignatureFact): boolean {
  return occurredOn === null && knownBy === null;
}

/** The day from which a fact is certain: "in July" is from its last day on, "by 22 December" from that day on. */
function certainFrom(fact: SignatureFact): string {
  return lastDayOf(fact.occurredOn ?? fact.knownBy ?? '9999');
}

/**
 * Where the signing of a contract stands on a day, from its dated facts. The town hall's side decides (candidate, mayor,
 * council, or a signatory not named): an organisation's own signature alone signs nothing. Once signed stays signed; else
 * the latest fact counts. No fact is `not-known`, never "not signed".
 * @param asOf facts that are not certain by this day are not known yet
 */
export function signingOf<Fact extends SignatureFact>(facts: readonly Fact[], asOf: string): Signing<Fact> {
  const certain = facts
    .filter((fact) => isUndated(fact) || certainFrom(fact) <= asOf)
    .toSorted((a, b) => compareDays(certainFrom(a), certainFrom(b)));
  const organisations = certain.filter(
    (fact) => fact.signatory === 'organisation' && fact.state === 'signed',
  );
  const known = certain.filter((fact) => fact.signatory !== 'organisation');
  const signed = known.filter((fact) => fact.state === 'signed');
  if (signed.length > 0) return { state: 'signed', facts: signed, organisations, lapsed: false };
  const last = known.at(-1);
  if (!last) return { state: 'not-known', facts: [], organisations, lapsed: false };
  const latest = known.filter((fact) => certainFrom(fact) === certainFrom(last));
  const state = furthest.find((candidate) => latest.some((fact) => fact.state === candidate)) ?? last.state;
  const deciding = latest.filter((fact) => fact.state === state);
  const lapsed = state === 'expected' && deciding.every(({ expectedOn }) => hasPassed(expectedOn, asOf));
  return { state, facts: deciding, organisations, lapsed };
}

function hasPassed(date: string | null, asOf: string): boolean {
  return date !== null && lastDayOf(date) < asOf;
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** When a contract was signed: on a date as exactly as it is known, or no later than a day; undefined where it wasn't. */
export function signedWhen({ state, facts }: Signing): { is: 'on' | 'by'; date: string } | undefined {
  const first = state === 'signed' ? facts[0] : undefined;
  if (first?.occurredOn) return { is: 'on', date: first.occurredOn };
  return first?.knownBy ? { is: 'by', date: first.knownBy } : undefined;
}

/**
 * How many contracts stand where: "6 of 9 signed, 3 expected"; `lapsed` are those of the expected whose day has passed.
 * @param signings each of one contract, or of as many as it says
 */
export function countSignings(
  signings: readonly (Pick<Signing, 'state' | 'lapsed'> & { contracts?: number })[],
): Record<SigningState, number> & { lapsed: number; total: number } {
  const counts = {
    signed: 0,
    declined: 0,
    pledged: 0,
    expected: 0,
    'no-answer': 0,
    invited: 0,
    'not-known': 0,
  };
  let lapsed = 0;
  let total = 0;
  for (const { state, lapsed: hasLapsed, contracts = 1 } of signings) {
    counts[state] += contracts;
    if (hasLapsed) lapsed += contracts;
    total += contracts;
  }
  return { ...counts, lapsed, total };
}
