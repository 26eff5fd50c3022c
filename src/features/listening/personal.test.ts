import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadsToPerson, looksLikeName } from './personal.ts';

describe('what leads to a person is found', () => {
  test.each([
    'merrni në 069 123 4567',
    '0691234567',
    '+355 69 12 34 567',
    'tel:+355691234567.',
    '(042) 123-456 ose 042/123456',
    'arta.hoxha@example.org',
    'shkruani te a@b.al ju lutem',
  ])('%s', (text) => {
    expect(leadsToPerson(text)).toBe(true);
  });

  test('a mobile number, however it is set apart and wherever it stands', () => {
    const digits = fc.tuple(fc.constantFrom('7', '8', '9'), fc.stringMatching(/^\d{7}$/));
    const between = fc.constantFrom('', ' ', '-', '/', '.');
    fc.assert(
      fc.property(digits, between, fc.constantFrom('', 'tel ', '('), ([net, rest], gap, before) => {
        const number = [`06${net}`, rest.slice(0, 3), rest.slice(3)].join(gap);
        return leadsToPerson(`${before}${number}`) && leadsToPerson(`Ujë ${number} këtu`);
      }),
    );
  });
});

describe('what people say of places, years and money does not', () => {
  test.each([
    'Rruga nuk është rregulluar në 2019-2023',
    '10 000 000 lekë për kanalin',
    '0,5 km rrugë; 0.75 ha',
    '1 200 banorë, 45 fëmijë, klasa 1-9',
    'nga 08:00 deri në 16:00',
    'Kontrata nr. 12345678',
  ])('%s', (text) => {
    expect(leadsToPerson(text)).toBe(false);
  });
});

test.each([
  ['Arta Hoxha', true],
  ['Çlirim Gjoka', true],
  ['Ana-Maria Leka', true],
  ['fermer', false],
  ['Fermer', false],
  ['nënë me tre fëmijë', false],
  ['Nxënëse e klasës 9', false],
])('%s is written as a name: %s', (text, expected) => {
  expect(looksLikeName(text)).toBe(expected);
});
