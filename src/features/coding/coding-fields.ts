import type { Fields } from '#forms/form.ts';
import type { Search } from './search-log.ts';

/** A coding as its form's fields. */
export function fieldsOfCoding(coding: {
  code: string | null;
  language: string;
  rationale: string;
  evidence: readonly string[];
  searches: readonly Search[];
}): Fields {
  return {
    given: coding.code ?? '',
    language: coding.language,
    rationale: coding.rationale,
    evidence: coding.evidence,
    looked_in: coding.searches.map(({ lookedIn }) => lookedIn),
    asked: coding.searches.map(({ asked }) => asked),
    searched_on: coding.searches.map(({ searchedOn }) => searchedOn),
  };
}
