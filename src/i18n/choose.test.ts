import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLanguage, languageOfHeader, languageOfPath } from './choose.ts';
import { languages } from './languages.ts';

test('the path names the language only as a whole segment', () => {
  expect(languageOfPath('/en/contracts')).toBe('en');
  expect(languageOfPath('/sq')).toBe('sq');
  expect(languageOfPath('/english')).toBeUndefined();
  expect(languageOfPath('/')).toBeUndefined();
});

test('the browser\u2019s heaviest language that we have wins', () => {
  expect(languageOfHeader('de, en;q=0.7, sq;q=0.8')).toBe('sq');
  expect(languageOfHeader('en-GB,en;q=0.9')).toBe('en');
  expect(languageOfHeader('sq;q=0, en;q=0.1')).toBe('en');
  expect(languageOfHeader('de, fr')).toBe('sq');
});

test('what was read last goes before the browser', () => {
  expect(chooseLanguage('en', 'sq')).toBe('en');
  expect(chooseLanguage('xx', 'en')).toBe('en');
});

test('any header gives a language of ours', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (header) => languages.includes(languageOfHeader(header))),
  );
});
