/** When a questionnaire can be answered. Days are those of the network's country. */
export interface Openness {
  state: 'draft' | 'open' | 'closed';
  opensOn: string | null;
  closesOn: string | null;
}

export type Stage = 'draft' | 'ahead' | 'open' | 'closed';

/** Where a questionnaire stands on a day: opened for a later day, open, or over because its last day has passed. */
export function stageOn({ state, opensOn, closesOn }: Openness, today: string): Stage {
  if (state !== 'open') return state;
  if (opensOn !== null && today < opensOn) return 'ahead';
  return closesOn !== null && today > closesOn ? 'closed' : 'open';
}
