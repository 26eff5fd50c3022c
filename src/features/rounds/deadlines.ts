import { isBefore, type Stage } from './stage.ts';

/** The four days of a round, in their order; each is included. */
export const deadlines = ['evidence', 'coding', 'reply', 'publication'] as const;

export type Deadline = (typeof deadlines)[number];
export type Deadlines = Readonly<Record<Deadline, string>>;

/** The stage with which what a deadline is about is done. */
const doneWith: Readonly<Record<Deadline, Stage>> = {
  evidence: 'coding',
  coding: 'settled',
  reply: 'reading',
  publication: 'published',
};

/** Whether what a deadline is about is done, once an assessment has come to a stage. */
export function isDone(deadline: Deadline, stage: Stage): boolean {
  return !isBefore(stage, doneWith[deadline]);
}

/** What is to be done next, and by when; undefined where all is public. */
export function nextDeadline(stage: Stage, days: Deadlines): { deadline: Deadline; day: string } | undefined {
  const deadline = deadlines.find((one) => !isDone(one, stage));
  return deadline && { deadline, day: days[deadline] };
}

/** What should be done by now and is not: the first of the deadlines that have passed; undefined where nothing is late. */
export function lateOn(stage: Stage, days: Deadlines, today: string): Deadline | undefined {
  const next = nextDeadline(stage, days);
  return next && next.day < today ? next.deadline : undefined;
}

export interface RoundStep {
  deadline: Deadline;
  state: 'done' | 'under-way' | 'ahead';
  day: string;
  /** Not done though its day has passed. */
  late: boolean;
}

/** Where an assessment stands, deadline by deadline: one is done by its stage, not by its day, and one after the other. */
export function stepsOf(stage: Stage, days: Deadlines, today: string): RoundStep[] {
  const next = nextDeadline(stage, days)?.deadline;
  return deadlines.map((deadline) => {
    const isOver = isDone(deadline, stage);
    const state = isOver ? 'done' : deadline === next ? 'under-way' : 'ahead';
    return { deadline, state, day: days[deadline], late: !isOver && days[deadline] < today };
  });
}

/** Which of a round's days comes next, as anyone can tell from the calendar; undefined where all have passed. */
export function comingDeadline(days: Deadlines, today: string): Deadline | undefined {
  return deadlines.find((one) => days[one] >= today);
}
