import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { isSameCandidate, readPicture, storedPicture, type CandidateState } from './picture.ts';
import { isSamePlace, type Place } from './place.ts';
import { localisedWording } from './wording.ts';

const wording = { language: fc.constantFrom(...languages), other: fc.string() };
const candidates = fc.record<CandidateState>({
  title: fc.string({ minLength: 1 }),
  ...wording,
  fieldId: fc.option(fc.uuid()),
  retired: fc.boolean(),
  mergedInto: fc.option(fc.uuid()),
});
const asides = fc.record({
  at: fc.constant('aside' as const),
  reason: fc.string({ minLength: 1 }),
  ...wording,
});

test('a picture is read as it was stored, with the language of titles and reasons and their other wording', () => {
  fc.assert(
    fc.property(candidates, asides, (candidate, aside) => {
      const picture = {
        needs: new Map<string, Place>([['need', aside]]),
        candidates: new Map([['candidate', candidate]]),
      };
      expect(readPicture(JSON.parse(JSON.stringify(storedPicture(picture))))).toEqual(picture);
    }),
  );
});

test('a step that was stored without languages was in Albanian', () => {
  const { needs, candidates: found } = readPicture({
    needs: [{ place: { at: 'aside', reason: 'Jo e bashkisë' }, ids: ['need'] }],
    candidates: { candidate: { title: 'Rrugë', fieldId: null, retired: false, mergedInto: null } },
  });
  expect(needs.get('need')).toEqual({ at: 'aside', reason: 'Jo e bashkisë', language: 'sq', other: '' });
  expect(found.get('candidate')).toMatchObject({ title: 'Rrugë', language: 'sq', other: '' });
});

test('another language or another wording in the other one is a change', () => {
  const candidate = {
    title: 'Uji',
    language: 'sq',
    other: '',
    fieldId: null,
    retired: false,
    mergedInto: null,
  } as const;
  expect(isSameCandidate(candidate, { ...candidate })).toBe(true);
  expect(isSameCandidate(candidate, { ...candidate, language: 'en' })).toBe(false);
  expect(isSameCandidate(candidate, { ...candidate, other: 'Water' })).toBe(false);
  const place = { at: 'aside', reason: 'Jo', language: 'sq', other: '' } as const;
  expect(isSamePlace(place, { ...place })).toBe(true);
  expect(isSamePlace(place, { ...place, language: 'en' })).toBe(false);
  expect(isSamePlace(place, { ...place, other: 'No' })).toBe(false);
});

test('the record keeps each wording under its own language, and none that nobody gave', () => {
  expect(localisedWording('Uji', { language: 'sq', other: 'Water' })).toEqual({ sq: 'Uji', en: 'Water' });
  expect(localisedWording('Water', { language: 'en', other: 'Uji' })).toEqual({ sq: 'Uji', en: 'Water' });
  expect(localisedWording('Uji', { language: 'sq', other: '' })).toEqual({ sq: 'Uji' });
  expect(localisedWording('Water', { language: 'en', other: '' })).toEqual({ en: 'Water' });
});
