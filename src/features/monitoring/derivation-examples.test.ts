import { expect, test } from 'vitest';
import { exampleCodes } from './derivation-examples.ts';

test('no example names a code that the codebook does not have', () => {
  const known = ['none', 'complete'];
  const examples = exampleCodes(known);
  expect(examples).not.toHaveLength(0);
  expect(examples.flat().filter((code) => !known.includes(code))).toEqual([]);
});

test('a codebook of another scale has no examples', () => {
  expect(exampleCodes(['fully', 'partly', 'not'])).toEqual([]);
});
