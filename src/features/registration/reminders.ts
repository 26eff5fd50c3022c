const day = 24 * 60 * 60 * 1000;

export interface Due {
  kind: 'week' | 'day';
  /** Since when it is due: who registered after that has just been written to. */
  from: number;
}

/** The reminder that is due at an instant: the last one whose time has come, so that none comes late beside the next. */
export function remindersDue(starts: number, now: number): Due | undefined {
  if (now >= starts) return undefined;
  if (now >= starts - day) return { kind: 'day', from: starts - day };
  if (now >= starts - 7 * day) return { kind: 'week', from: starts - 7 * day };
  return undefined;
}
