/** What is known of the day on which a version of a status became public. */
export interface PublishedVersion {
  version: number;
  /** Of the status itself; known to the year, the month or the day. */
  publishedOn: string | null;
  /** Of its round, and when that ended: for versions of which nothing more is known. */
  roundPublishedOn: string | null;
  roundEnds: string;
}

/** Since when a version is public, as far as is known. */
export function publicSince({ publishedOn, roundPublishedOn, roundEnds }: PublishedVersion): string {
  return publishedOn ?? roundPublishedOn ?? roundEnds;
}

/** The versions that were public by the end of a day. Days known to the year or month alone count from its beginning. */
export function versionsAsOf<One extends PublishedVersion>(versions: readonly One[], day: string): One[] {
  return versions.filter((one) => publicSince(one) <= day);
}

/**
 * The day that an address asks for: one that is over. Today, a day to come and what is no day are shown as of now: null.
 * @param asked as typed
 */
export function asOfDay(asked: string | undefined, today: string): string | null {
  if (asked === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(asked)) return null;
  const at = new Date(`${asked}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(asked);
  return isDay && asked < today ? asked : null;
}

/** The last day with a publication up to a day: between two of them nothing changed. '0000': there was none yet. */
export function lastPublication(days: readonly string[], day: string): string {
  return (
    days
      .filter((one) => one <= day)
      .toSorted()
      .at(-1) ?? '0000'
  );
}
