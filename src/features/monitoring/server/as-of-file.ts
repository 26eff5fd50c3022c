import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { describeProblem, problemResponse } from '#server/http/problem.ts';
import { asOfParameter, type AsOfFault } from '../as-of.ts';

/** Refuses a file as of what is no past day: a file of now under the address of another day would be taken for it. */
export function refuseDay(fault: AsOfFault, language: Language, requestId: string): Response {
  const expected = translator(language)(`as-of.fault.${fault}`);
  return problemResponse(
    describeProblem('bad-request', requestId, { faults: [{ parameter: asOfParameter, expected }] }),
  );
}
