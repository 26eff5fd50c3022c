import type { Search } from './search-log.ts';

/** A coding as it is sealed: everything that the coder said, and of what. */
export interface SealedCoding {
  task: string;
  seat: number;
  coder: string;
  code: string;
  language: string;
  rationale: string;
  evidence: readonly string[];
  searches: readonly Search[];
}

/**
 * The one way to write a coding down: JSON without spaces, names in alphabetical order, evidence in alphabetical order, searches
 * as they were written. The same coding always gives the same bytes.
 */
export function canonicalCoding(coding: SealedCoding): string {
  return JSON.stringify({
    code: coding.code,
    coder: coding.coder,
    evidence: coding.evidence.toSorted(),
    language: coding.language,
    rationale: coding.rationale,
    searches: coding.searches.map(({ asked, lookedIn, searchedOn }) => ({ asked, lookedIn, searchedOn })),
    seat: coding.seat,
    task: coding.task,
  });
}

/** What is hashed: the salt on a line of its own, then the coding on another. */
export function sealedText(salt: string, coding: SealedCoding): string {
  return `${salt}\n${canonicalCoding(coding)}\n`;
}
