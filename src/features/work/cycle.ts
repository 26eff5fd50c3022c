/** The steps of the first half of the cycle (product.md), in their order. */
export const cycleSteps = ['listen', 'compile', 'contract', 'confront', 'sign'] as const;

export type CycleStep = (typeof cycleSteps)[number];

/** What one municipality has done towards one mandate. */
export interface CycleFacts {
  sessions: number;
  /** Sessions held whose needs the public can read. */
  sessionsPublished: number;
  /** Sessions that are to come, or were to be and have no account yet. */
  sessionsPlanned: number;
  needs: number;
  /** Needs in a candidate priority, or set aside with a reason. */
  needsPlaced: number;
  candidates: number;
  contract: 'none' | 'draft' | 'submitted' | 'approved' | 'frozen';
  /** Day of the first public forum. */
  forumOn: string | null;
  /** Whether the mayor, or a candidate for it, has signed. */
  signed: boolean;
}

/** Until when each step is to be done (a day, included). */
export type CyclePlan = Readonly<Record<CycleStep, string>>;

export interface StepState {
  step: CycleStep;
  state: 'done' | 'under-way' | 'ahead';
  until: string | null;
  /** Not done though its day has passed. */
  late: boolean;
}

/**
 * Where a municipality stands, step by step. A step is done by what is there, not by its date; without a plan nothing is
 * late.
 * @param today a day, YYYY-MM-DD
 */
export function standOf(facts: CycleFacts, plan: CyclePlan | undefined, today: string): StepState[] {
  return cycleSteps.map((step) => {
    const state = stateOf(step, facts, today);
    const until = plan?.[step] ?? null;
    return { step, state, until, late: state !== 'done' && until !== null && until < today };
  });
}

function stateOf(step: CycleStep, facts: CycleFacts, today: string): StepState['state'] {
  const { sessions, sessionsPublished, sessionsPlanned, needs, needsPlaced, candidates } = facts;
  switch (step) {
    case 'listen':
      if (sessionsPublished > 0 && sessionsPublished === sessions && sessionsPlanned === 0) return 'done';
      return sessions > 0 ? 'under-way' : 'ahead';
    case 'compile':
      if (needs > 0 && candidates > 0 && needsPlaced === needs) return 'done';
      return needsPlaced > 0 || candidates > 0 ? 'under-way' : 'ahead';
    case 'contract':
      if (facts.contract === 'approved' || facts.contract === 'frozen') return 'done';
      return facts.contract === 'none' ? 'ahead' : 'under-way';
    case 'confront':
      if (facts.forumOn === null) return 'ahead';
      return facts.forumOn <= today ? 'done' : 'under-way';
    case 'sign':
      if (facts.signed) return 'done';
      return facts.contract === 'approved' || facts.contract === 'frozen' ? 'under-way' : 'ahead';
  }
}

/** The step to work on next: the first that is not done; undefined where all are. */
export function nextStep(steps: readonly StepState[]): StepState | undefined {
  return steps.find(({ state }) => state !== 'done');
}
