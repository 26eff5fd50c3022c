import type { Calendar } from '#features/calendar/calendar.ts';
import type { Day } from '#features/calendar/day.ts';
import { addWorkingDays, workingDaysBetween } from '#features/calendar/working-days.ts';
import type { InformationLaw } from './information-law.ts';

/** How a request ended. 'silent': its deadline passed and nothing came. */
export const endings = ['answered', 'partly', 'refused', 'silent'] as const;
export type Ending = (typeof endings)[number];

/** How whoever asks wants to have it. */
export const formats = ['e-mail', 'paper', 'inspection'] as const;

export interface RequestDates {
  askedOn: Day | null;
  dueOn: Day | null;
  answeredOn: Day | null;
  outcome: Ending | 'open';
}

export type RequestState = 'not-sent' | 'waiting' | 'late' | Ending;

/** How far a request is on a day. It is late from the day after its deadline. */
export function stateOf({ askedOn, dueOn, outcome }: RequestDates, today: Day): RequestState {
  if (outcome !== 'open') return outcome;
  if (askedOn === null || dueOn === null) return 'not-sent';
  return dueOn < today ? 'late' : 'waiting';
}

/** The last day for the answer. The day on which the request is handed in does not count. */
export function dueAfter(calendar: Calendar, { answer }: InformationLaw, askedOn: Day): Day {
  return addWorkingDays(calendar, askedOn, answer.days);
}

/** The last day where the authority takes longer, by at most what the law lets it. */
export function dueExtended(
  calendar: Calendar,
  { extension }: InformationLaw,
  dueOn: Day,
  days: number,
): Day {
  return addWorkingDays(calendar, dueOn, Math.min(days, extension.days));
}

/**
 * How many working days an answer came after its deadline, or is late by now; 0 where it was in time, is not due, or it was
 * written down that none came.
 */
export function daysLate(
  calendar: Calendar,
  { dueOn, answeredOn, outcome }: RequestDates,
  today: Day,
): number {
  const until = answeredOn ?? (outcome === 'open' ? today : null);
  return dueOn === null || until === null ? 0 : workingDaysBetween(calendar, dueOn, until);
}

/**
 * The last day on which one can complain: about a refusal, whole or in part, from the day of the answer; about silence, from
 * the deadline. undefined where there is nothing to complain about.
 */
export function complaintUntil(
  calendar: Calendar,
  { complaint }: InformationLaw,
  dates: RequestDates,
  today: Day,
): Day | undefined {
  const state = stateOf(dates, today);
  const from =
    state === 'refused' || state === 'partly'
      ? dates.answeredOn
      : state === 'late' || state === 'silent'
        ? dates.dueOn
        : null;
  return from === null ? undefined : addWorkingDays(calendar, from, complaint.days);
}
