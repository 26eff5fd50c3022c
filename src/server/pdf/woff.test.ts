import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { openTypeOf } from './woff.ts';

const { resolve } = createRequire(import.meta.url);
const woff = readFileSync(resolve('@fontsource/besley/files/besley-latin-600-normal.woff'));

test('a WOFF file gives the OpenType file that is as long as it says', () => {
  expect(openTypeOf(woff)).toHaveLength(woff.readUInt32BE(16));
});

test('the font has the letters of Albanian and not those of Greek', () => {
  const covered = coverageOf(openTypeOf(woff));
  expect(['ë', 'ç', 'Ë', 'Ç'].every((letter) => covered.has(letter.codePointAt(0) ?? 0))).toBe(true);
  expect(covered.has(0x03b1)).toBe(false);
});

test('a font given another family no longer has the first', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const renamed = openTypeOf(woff, { family: 'Besley', alias: 'Besle2' });
  expect(renamed.includes(utf16('Besley'))).toBe(false);
  expect(renamed.includes(utf16('Besle2'))).toBe(true);
  expect(() => openTypeOf(woff, { family: 'Besley', alias: 'Bes' })).toThrow('as long as');
});

test('a file of another kind is refused', () => {
  expect(() => openTypeOf(Buffer.from('not a font at all'))).toThrow('not a WOFF file');
});
