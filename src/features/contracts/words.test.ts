import { expect, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { signingOf, type SignatureFact } from './signing.ts';
import { gapWords, signingWords } from './words.ts';

const formats = formatsFor('en');
const nothing = { occurredOn: null, expectedOn: null, knownBy: null } as const;

function words(fact: SignatureFact, asOf: string): string {
  return signingWords(signingOf([fact], asOf), translator('en'), formats);
}

test('a signature is told by the date that is known of it, or as without one', () => {
  const signed = { ...nothing, state: 'signed', signatory: 'unknown' } as const;
  expect(words({ ...signed, occurredOn: '2019-10-17' }, '2026-11-23')).toBe('Signed, 17 October 2019');
  expect(words({ ...signed, knownBy: '2020-12-22' }, '2026-11-23')).toBe(
    'Signed, by 22 December 2020; the exact date is not known',
  );
  expect(words(signed, '2026-11-23')).toBe('Signed, date not known');
});

test('what was expected by a day that has passed is not told as expected still', () => {
  const expected = {
    ...nothing,
    state: 'expected',
    signatory: 'unknown',
    knownBy: '2020-12-22',
    expectedOn: '2021',
  } as const;
  expect(words(expected, '2021-03-01')).toBe('Expected, 2021 (as of 22 December 2020)');
  expect(words(expected, '2026-11-23')).toBe(
    'Was expected, 2021 (as of 22 December 2020); whether it was signed then is not known',
  );
});

test('a contract read in part says of how many, and "at least" only where it may hold more', () => {
  const size = { text: 'partial', inRecord: 2, priorityCount: 6 } as const;
  const t = translator('en');
  expect(gapWords({ ...size, priorityCountIs: 'exact' }, t)).toBe('2 priorities in the record, of 6');
  expect(gapWords({ ...size, priorityCountIs: 'at-least' }, t)).toBe(
    '2 priorities in the record, of at least 6',
  );
});
