import { expect, test } from 'vitest';
import { missingOf } from './draft.ts';

const text = { sq: 'Teksti' };
const told = {
  title: text,
  summary: text,
  problem: text,
  done: { en: 'Text' },
  result: text,
  body: {},
  fieldId: 'a',
  correctsId: null,
  reason: {},
};

test('an experience is whole in one language, with its field', () => {
  expect(missingOf(told)).toEqual([]);
  expect(missingOf({ ...told, result: { sq: '' }, fieldId: null })).toEqual(['result', 'field']);
});

test('a correction says why; what was told in one text may stay so', () => {
  const correction = { ...told, correctsId: 'b', problem: {}, done: {}, result: {} };
  expect(missingOf(correction)).toEqual(['problem', 'done', 'result', 'reason']);
  expect(missingOf({ ...correction, body: text, reason: text })).toEqual([]);
});
