/** Why someone may not work on an assessment, and when. */
export interface Conflict {
  accountId: string;
  municipalityId: string;
  /** null: in the whole municipality. */
  priorityId: string | null;
  since: string;
  /** null: without an end. Both days are included. */
  until: string | null;
}

/** The days that some work will take. */
export interface Period {
  from: string;
  until: string;
}

/** Whether a conflict of interest bears on work for a priority (null: for the whole municipality) at any time of a period. */
export function isBarred(
  conflicts: readonly Conflict[],
  accountId: string,
  place: { municipalityId: string; priorityId: string | null },
  period: Period,
): boolean {
  return conflicts.some(
    (conflict) =>
      conflict.accountId === accountId &&
      conflict.municipalityId === place.municipalityId &&
      (conflict.priorityId === null ||
        place.priorityId === null ||
        conflict.priorityId === place.priorityId) &&
      conflict.since <= period.until &&
      (conflict.until === null || conflict.until >= period.from),
  );
}

/** From today until the round is to be public, or today where it is late. */
export function periodOfWork(today: string, publishOn: string): Period {
  return { from: today, until: publishOn < today ? today : publishOn };
}
