import type { Stage } from '#features/rounds/stage.ts';

/** What came of publishing one assessment. */
export const publicationOutcomes = [
  'published',
  'published-before',
  'not-prepared',
  'not-theirs',
  'same-person',
  'frozen',
  'incomplete',
] as const;

export type PublicationOutcome = (typeof publicationOutcomes)[number];

interface Asked {
  stage: Stage;
  /** Whether the one who publishes may do so in this municipality. */
  mayPublish: boolean;
  /** Whether they are another person than the one who prepared it. */
  isAnother: boolean;
  /** Whether it was taken back and prepared anew since this was asked for: what was let become public was another text. */
  isPreparedSince: boolean;
  /** Whether nothing may be published there on this day. */
  isFrozen: boolean;
  /** Whether a code, a status or a rationale is missing. */
  isIncomplete: boolean;
}

/** What comes of publishing an assessment now: all that was checked when it was asked for is checked again. */
export function outcomeOf({
  stage,
  mayPublish,
  isAnother,
  isPreparedSince,
  isFrozen,
  isIncomplete,
}: Asked): PublicationOutcome {
  if (!mayPublish) return 'not-theirs';
  if (stage === 'published') return 'published-before';
  if (stage !== 'prepared' || isPreparedSince) return 'not-prepared';
  if (!isAnother) return 'same-person';
  if (isFrozen) return 'frozen';
  return isIncomplete ? 'incomplete' : 'published';
}
