import type { Localised } from '#i18n/languages.ts';
import type { MessageKey } from '#i18n/translate.ts';

/** Why someone disputes a published status. */
export const grounds = ['factual-error', 'new-evidence', 'wording', 'not-our-competence'] as const;
export type Ground = (typeof grounds)[number];

/** What was decided; 'withdrawn': who disputed took it back. */
export const outcomes = ['upheld', 'partly-upheld', 'rejected', 'withdrawn'] as const;
export type Outcome = (typeof outcomes)[number];

/** How far a dispute is, from its receipt on. */
export const states = ['received', 'open', 'not-admitted', 'decided'] as const;
export type DisputeState = (typeof states)[number];

const groundKeys: Record<Ground, MessageKey> = {
  'factual-error': 'disputes.ground.factual-error',
  'new-evidence': 'disputes.ground.new-evidence',
  wording: 'disputes.ground.wording',
  'not-our-competence': 'disputes.ground.not-our-competence',
};

export function groundKey(ground: Ground): MessageKey {
  return groundKeys[ground];
}

const outcomeKeys: Record<Outcome, MessageKey> = {
  upheld: 'disputes.outcome.upheld',
  'partly-upheld': 'disputes.outcome.partly-upheld',
  rejected: 'disputes.outcome.rejected',
  withdrawn: 'disputes.outcome.withdrawn',
};

export function outcomeKey(outcome: Outcome): MessageKey {
  return outcomeKeys[outcome];
}

/** Whether what was decided asks for another version of the status. */
export function changesStatus(outcome: Outcome): boolean {
  return outcome === 'upheld' || outcome === 'partly-upheld';
}

/** Whether a decision came, or is still to come, after the day on which it was due. */
export function isLate(
  { dueOn, decidedOn }: { dueOn: string; decidedOn: string | null },
  today: string,
): boolean {
  return (decidedOn ?? today) > dueOn;
}

interface Dated {
  receivedOn: string;
  dueOn: string;
  decidedOn: string | null;
  outcome: Outcome | null;
  reason: Localised | null;
}

/** A dispute as it stood on a day; undefined where it had not come yet. What was decided later is not told. */
export function disputeOn<Row extends Dated>(row: Row, day: string): (Row & { isLate: boolean }) | undefined {
  if (row.receivedOn > day) return undefined;
  const isDecided = row.decidedOn !== null && row.decidedOn <= day;
  const known = isDecided ? row : { ...row, decidedOn: null, outcome: null, reason: null };
  return { ...known, isLate: isLate(known, day) };
}
