import type { SignatureState } from './signing.ts';

/** A step of one signatory towards a signature. */
export interface SigningStep {
  state: SignatureState;
  /** Day, month or year on which it happened; null where it is not known. */
  occurredOn: string | null;
  knownBy: string | null;
}

/** What can follow what, for one signatory. Nothing undoes a signature. */
const following: Record<SignatureState, readonly SignatureState[]> = {
  invited: ['invited', 'pledged', 'expected', 'no-answer', 'declined', 'signed'],
  pledged: ['expected', 'no-answer', 'declined', 'signed'],
  expected: ['pledged', 'expected', 'no-answer', 'declined', 'signed'],
  'no-answer': ['invited', 'pledged', 'expected', 'declined', 'signed'],
  declined: ['invited', 'pledged', 'expected', 'signed'],
  signed: [],
};

/** Of steps on one date, which is taken to be the earlier. */
const order: readonly SignatureState[] = [
  'invited',
  'no-answer',
  'declined',
  'pledged',
  'expected',
  'signed',
];

function dateOf({ occurredOn, knownBy }: SigningStep): string {
  return occurredOn ?? knownBy ?? '';
}

/**
 * Before, after, or (0) not to be told apart: of dates known to the year or month no more is compared than both say. An
 * undated step stands before all others.
 */
function compareSteps(a: SigningStep, b: SigningStep): number {
  const [one, other] = [dateOf(a), dateOf(b)];
  const known = Math.min(one.length, other.length);
  if (one === '' || other === '') return Number(one !== '') - Number(other !== '');
  const [left, right] = [one.slice(0, known), other.slice(0, known)];
  if (left !== right) return left < right ? -1 : 1;
  return order.indexOf(a.state) - order.indexOf(b.state);
}

export type OrderFault =
  /** Something is said to follow a signature. */
  | { kind: 'after-signed' }
  /** The one state cannot follow the other. */
  | { kind: 'does-not-follow'; state: SignatureState; before: SignatureState };

/**
 * Whether the steps of one signatory, whatever the order in which they were written down, can have happened so.
 * @returns the first fault; undefined where there is none
 */
export function orderFault(steps: readonly SigningStep[]): OrderFault | undefined {
  const inOrder = sorted(steps);
  for (const [index, step] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (!before || following[before.state].includes(step.state)) continue;
    if (before.state === 'signed') return { kind: 'after-signed' };
    return { kind: 'does-not-follow', state: step.state, before: before.state };
  }
  return undefined;
}

/** By exact day first, so that the comparison of dates known in part has one order to begin from. */
function sorted(steps: readonly SigningStep[]): SigningStep[] {
  return steps
    .toSorted((a, b) => (dateOf(a) + a.state < dateOf(b) + b.state ? -1 : 1))
    .toSorted(compareSteps);
}
