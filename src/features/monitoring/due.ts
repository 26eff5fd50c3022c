/** How near a component is to its statement, as published last: by the codebook's own derivation of that one code. */
export type Reached = 'complete' | 'partial' | 'less' | 'unknown' | 'not-assessable';

export type DueState = 'overdue' | 'at-risk';

/** From mid-term on a component is at risk where its date is this near and nothing that residents can use is there. */
export const monthsAtRisk = 12;

/** The last day of a date known to the year, month or day. */
export function lastDayOf(partial: string): string {
  const [year = 0, month, day] = partial.split('-').map(Number);
  if (month === undefined) return `${partial}-12-31`;
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : partial;
}

/** The first day of a date known to the year, month or day. */
function firstDayOf(partial: string): string {
  const [year, month = '01', day = '01'] = partial.split('-');
  return `${year}-${month}-${day}`;
}

/** The day in the middle of a mandate. */
export function midTermOf({ starts, ends }: { starts: string; ends: string }): string {
  const [from, until] = [Date.parse(firstDayOf(starts)), Date.parse(lastDayOf(ends))];
  return new Date((from + until) / 2).toISOString().slice(0, 10);
}

function monthsLater(day: string, months: number): string {
  const at = new Date(day);
  const later = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const lastInMonth = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), lastInMonth));
  return later.toISOString().slice(0, 10);
}

/**
 * Whether a component is late, or about to be. Overdue: its date has passed, and it is not shown to be complete. At risk: it
 * is mid-term or later, its date is near, and a formal act at most is there. Of what has no date of its own, the mandate's
 * end is the date. Of what was never coded nothing is said.
 */
export function dueStateOf(
  { due, reached }: { due: string | null; reached: Reached | null },
  mandate: { starts: string; ends: string },
  today: string,
): DueState | null {
  if (reached === null || reached === 'complete' || reached === 'not-assessable') return null;
  const last = lastDayOf(due ?? mandate.ends);
  if (last < today) return 'overdue';
  const isNear = last <= monthsLater(today, monthsAtRisk) && today >= midTermOf(mandate);
  return isNear && reached === 'less' ? 'at-risk' : null;
}
