import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeKey, hindranceOf, isReadable, statementOf } from './publication.ts';
import { spokenLanguages } from './session.ts';

test.each([
  ['planned', 0, 'not-held'],
  ['planned', 3, 'not-held'],
  ['held', 1, 'unreviewed'],
  ['held', 0, undefined],
  ['published', 0, 'published'],
  ['cancelled', 0, 'cancelled'],
])('a session that is %s, with %i needs to review: %s', (state, open, expected) => {
  expect(hindranceOf(state, { open })).toBe(expected);
});

test('the first key that is free is taken', () => {
  expect(freeKey('fier-2027', [])).toBe('fier-2027');
  expect(freeKey('fier-2027', ['fier-2027', 'fier-2027-3'])).toBe('fier-2027-2');
});

test('each statement stands under the language in which it was said, and none is lost', () => {
  const words = fc.stringMatching(/^[a-z]{1,9}$/);
  fc.assert(
    fc.property(words, words, fc.constantFrom(...spokenLanguages), (statement, translation, language) => {
      const stored = statementOf({ statement, translation, language });
      const others = Object.values(stored.statement);
      expect([...others, stored.original]).toContain(statement);
      expect(others).toContain(translation);
      if (language === 'sq')
        expect(stored).toEqual({ statement: { sq: statement, en: translation }, original: null });
      if (language === 'en')
        expect(stored).toEqual({ statement: { sq: translation, en: statement }, original: null });
    }),
  );
});

test('what was not translated is there in one language; words of a third need a translation', () => {
  expect(statementOf({ statement: 'ujë', translation: '', language: 'sq' }).statement).toEqual({ sq: 'ujë' });
  expect(statementOf({ statement: 'water', translation: '', language: 'en' }).statement).toEqual({
    en: 'water',
  });
  expect(isReadable({ language: 'el', translation: '' })).toBe(false);
  expect(isReadable({ language: 'el', translation: 'ujë' })).toBe(true);
  expect(isReadable({ language: 'en', translation: '' })).toBe(true);
});
