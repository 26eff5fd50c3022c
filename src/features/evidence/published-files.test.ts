import { expect, test } from 'vitest';
import { filesOfEvidence } from './published-files.ts';

const [a, b, c] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];
const first = { sha256: a, copySha256: b, alt: { sq: 'Rruga' } };

test('a row without a file has none', () => {
  expect(filesOfEvidence({ sha256: null, copySha256: null, alt: null, details: null })).toEqual([]);
});

test('the first file stands before those that the details tell of, in their order', () => {
  const more = [
    { sha256: b, copy: c, alt: { en: 'The street' } },
    { sha256: c, copy: null, alt: {} },
  ];
  expect(filesOfEvidence({ ...first, details: { place: 'Fier', more } })).toEqual([
    first,
    { sha256: b, copySha256: c, alt: { en: 'The street' } },
    { sha256: c, copySha256: null, alt: {} },
  ]);
});

test.each([[{ more: 'no list' }], [{ more: [{ sha256: '../etc' }, 7, null] }], [[]], ['words']])(
  'what no installation has written is no file: %j',
  (details) => {
    expect(filesOfEvidence({ ...first, details })).toEqual([first]);
  },
);

test('what stands where a copy should, and is none, is not offered', () => {
  const more = [{ sha256: b, copy: 'javascript:1', alt: 7 }];
  expect(filesOfEvidence({ ...first, details: { more } })[1]).toEqual({
    sha256: b,
    copySha256: null,
    alt: {},
  });
});
