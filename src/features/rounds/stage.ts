/**
 * How far a municipality's assessment in a round is. Evidence is gathered; components are coded; where two coders did not
 * agree somebody else decides; all codes are settled; the draft is with the town hall for its reply; the reply is read;
 * somebody has prepared the publication; it is public.
 */
export const stages = [
  'evidence',
  'coding',
  'adjudication',
  'settled',
  'reply',
  'reading',
  'prepared',
  'published',
] as const;

export type Stage = (typeof stages)[number];

const following: Readonly<Record<Stage, readonly Stage[]>> = {
  evidence: ['coding'],
  // Back: while nobody has handed in a code.
  coding: ['evidence', 'adjudication', 'settled'],
  adjudication: ['settled'],
  settled: ['reply'],
  reply: ['reading'],
  reading: ['prepared'],
  // Back: taken back before it was published.
  prepared: ['reading', 'published'],
  // What is public is never an assessment at work again: corrections and disputes follow in the record.
  published: [],
};

/** Whether an assessment may go from one stage to another. */
export function mayMove(from: Stage, to: Stage): boolean {
  return following[from].includes(to);
}

/** Whether a stage comes before another. */
export function isBefore(stage: Stage, other: Stage): boolean {
  return stages.indexOf(stage) < stages.indexOf(other);
}

/** Whether evidence may still be added, changed and taken back: until all codes are settled. */
export function takesEvidence(stage: Stage): boolean {
  return isBefore(stage, 'settled');
}
