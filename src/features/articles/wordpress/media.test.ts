import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditIn, pathsOf, uploadPathOf } from './media.ts';

test('a picture is looked for as it was sent, then as it is shown', () => {
  expect(pathsOf('https://x.al/wp-content/uploads/2021/05/sheshi-1024x768.jpg?v=2')).toEqual([
    '2021/05/sheshi.jpg',
    '2021/05/sheshi-1024x768.jpg',
  ]);
  expect(pathsOf('https://x.al/wp-content/uploads/sites/3/2021/deti-scaled.JPG')).toEqual([
    '2021/deti.JPG',
    '2021/deti-scaled.JPG',
  ]);
  expect(pathsOf('https://x.al/theme/logo.png')).toEqual([]);
});

test('no address leads out of the uploads', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2E.',
    '\\',
    '%5c',
    '/',
    '%2f',
    'a',
    '%00',
    '%',
    'uploads',
    '.jpg',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const path = uploadPathOf(`https://x.al/uploads/${parts.join('')}`);
      expect(path?.split('/').some((one) => one === '..' || one === '.' || one === '') ?? false).toBe(false);
      expect(path ?? '').not.toMatch(/[\\\0]/);
    }),
  );
});

test.each([
  ['Sheshi. Foto: Besa Hoxha', 'Besa Hoxha'],
  ['Photo by: Arta Dervishi. The square', 'Arta Dervishi'],
  ['© GADC', 'GADC'],
  ['Fotoja e sheshit', undefined],
  ['', undefined],
])('who took a picture is read from %j', (caption, credit) => {
  expect(creditIn(caption)).toBe(credit);
});
