import type { Localised } from '#i18n/languages.ts';

/** Days between which nothing is published: before an election. */
export interface Freeze {
  /** null: everywhere. */
  municipalityId: string | null;
  /** Both days are included. */
  since: string;
  until: string;
  reason: Localised;
}

/** Why nothing may be published in a municipality on a day: of several freezes the one that lasts longest; undefined where it may. */
export function freezeOn<One extends Freeze>(
  freezes: readonly One[],
  municipalityId: string,
  day: string,
): One | undefined {
  return freezes
    .filter((freeze) => freeze.municipalityId === null || freeze.municipalityId === municipalityId)
    .filter(({ since, until }) => since <= day && day <= until)
    .toSorted((a, b) => b.until.localeCompare(a.until))[0];
}

/** Whether nothing may be published in a municipality on a day. */
export function isFrozen(freezes: readonly Freeze[], municipalityId: string, day: string): boolean {
  return freezeOn(freezes, municipalityId, day) !== undefined;
}
