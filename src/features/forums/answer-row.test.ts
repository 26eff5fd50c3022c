import { expect, test } from 'vitest';
import { answerRowView } from './answer-row.ts';
import { markOf } from './answer.ts';

const agreed = { answer: 'agrees', words: '' } as const;
const reserved = { answer: 'reservation', words: 'Po, nëse ka para' } as const;
const typed = (answer: string, words: string, was: string) => ({
  fields: { 'answer-a': answer, 'words-a': words, 'was-a': was },
});

test('a form that is drawn for the first time shows what is written down, or that somebody is absent', () => {
  const first = { fields: {} };
  expect(answerRowView(first, 'a', { known: reserved, fallback: '' })).toEqual({
    ...reserved,
    was: markOf(reserved),
  });
  expect(answerRowView(first, 'a', { known: undefined, fallback: 'absent' })).toEqual({
    answer: 'absent',
    words: '',
    was: '',
  });
});

test('a row that was not touched shows what someone else wrote down meanwhile, answer and words alike', () => {
  const shown = { ...reserved, was: markOf(reserved) };
  expect(answerRowView(typed('', '', ''), 'a', { known: reserved, fallback: '' })).toEqual(shown);
  const asItWas = typed('agrees', '', markOf(agreed));
  expect(answerRowView(asItWas, 'a', { known: reserved, fallback: '' })).toEqual(shown);
});

test('a row that was touched keeps what was typed, and what it began from', () => {
  const state = typed('declines', 'Jo', markOf(agreed));
  expect(answerRowView(state, 'a', { known: reserved, fallback: '' })).toEqual({
    answer: 'declines',
    words: 'Jo',
    was: markOf(agreed),
  });
});

test('after both versions were shown, the next try begins from what the other wrote', () => {
  const state = { ...typed('declines', 'Jo', markOf(agreed)), theirs: { 'answer-a': 'reservation' } };
  expect(answerRowView(state, 'a', { known: reserved, fallback: '' })).toEqual({
    answer: 'declines',
    words: 'Jo',
    was: markOf(reserved),
  });
});
