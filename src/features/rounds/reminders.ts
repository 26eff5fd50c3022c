import { deadlines, isDone, type Deadline, type Deadlines } from './deadlines.ts';
import type { Stage } from './stage.ts';

const milliseconds = 24 * 60 * 60 * 1000;

/** Days from one day to another; negative where it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / milliseconds);
}

/** How long what should have been sent on a day is still worth sending: a machine may have stood still. */
const patience = 7;

/**
 * The reminder that is due so many days before a deadline.
 * @param schedule days before a deadline on which people are reminded; negative: after it
 * @returns the day of the schedule that was reached last; undefined before the first, and long after the last
 */
export function reminderDue(days: number, schedule: readonly number[]): number | undefined {
  const reached = schedule.filter((one) => days <= one);
  const last = reached.length > 0 ? Math.min(...reached) : undefined;
  return last !== undefined && days > last - patience ? last : undefined;
}

export interface Reminder {
  deadline: Deadline;
  dueOn: string;
  daysBefore: number;
}

/** The reminders that an assessment gives rise to on a day. */
export function remindersOf(
  stage: Stage,
  days: Deadlines,
  today: string,
  schedule: readonly number[],
): Reminder[] {
  return deadlines.flatMap((deadline) => {
    if (isDone(deadline, stage)) return [];
    const daysBefore = reminderDue(daysUntil(days[deadline], today), schedule);
    return daysBefore === undefined ? [] : [{ deadline, dueOn: days[deadline], daysBefore }];
  });
}

/** Whose a deadline is while an assessment is at a stage. */
export function remindedFor(deadline: Deadline, stage: Stage): 'monitors' | 'coders' | 'editors' {
  if (deadline === 'evidence') return 'monitors';
  if (deadline === 'coding' && stage === 'coding') return 'coders';
  // Someone has to open the coding, decide between coders, send the draft, read the reply, publish.
  return 'editors';
}
