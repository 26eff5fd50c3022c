import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asShown, fewestShown, meanOf, readChoices, readOptions, type Poll } from './poll.ts';

const poll: Poll = {
  id: 'p',
  position: 1,
  question: { sq: 'Po?' },
  kind: 'one',
  shows: 'live',
  voters: 'anyone',
  electorate: null,
  state: 'open',
  options: [1, 2, 3].map((position) => ({ position, label: { sq: String(position) } })),
  answers: fewestShown,
  counts: [4, 6, 0],
};

describe('the counts of a poll', () => {
  test('are shown from ten answers up', () => {
    expect(asShown(poll).counts).toEqual([4, 6, 0]);
    expect(asShown({ ...poll, answers: fewestShown - 1 }).counts).toBeUndefined();
    expect(asShown({ ...poll, state: 'closed', answers: 9 }).counts).toBeUndefined();
  });

  test('of one that shows them at its end are shown once it is closed', () => {
    const late: Poll = { ...poll, shows: 'closed' };
    expect(asShown(late).counts).toBeUndefined();
    expect(asShown({ ...late, state: 'closed' }).counts).toEqual([4, 6, 0]);
  });
});

describe('an answer', () => {
  test('names options of the poll, one where one is asked for', () => {
    expect(readChoices(poll, [2])).toEqual([2]);
    expect(readChoices(poll, [2, 2])).toEqual([2]);
    for (const wrong of [[], [4], [1, 2], [1.5]]) expect(readChoices(poll, wrong)).toBeUndefined();
    expect(readChoices({ ...poll, kind: 'several' }, [3, 1])).toEqual([1, 3]);
  });

  test('is only ever made of options that are there', () => {
    fc.assert(
      fc.property(fc.constantFrom('one', 'several', 'scale'), fc.array(fc.integer()), (kind, given) => {
        for (const chosen of readChoices({ ...poll, kind }, given) ?? []) expect([1, 2, 3]).toContain(chosen);
      }),
    );
  });
});

describe('options', () => {
  test('stand one a line, in both languages or in Albanian alone', () => {
    expect(readOptions('one', 'Po\n\n Jo ', 'Yes\nNo')).toEqual([
      { sq: 'Po', en: 'Yes' },
      { sq: 'Jo', en: 'No' },
    ]);
    expect(readOptions('several', 'Po\nJo', '')).toEqual([{ sq: 'Po' }, { sq: 'Jo' }]);
    expect(readOptions('one', 'Po', '')).toBe('optionsSq');
    expect(readOptions('one', Array.from({ length: 11 }, String).join('\n'), '')).toBe('optionsSq');
    expect(readOptions('one', 'Po\nJo', 'Yes')).toBe('optionsEn');
  });

  test('of a scale are its steps, with words at its ends', () => {
    expect(readOptions('scale', '', '')).toHaveLength(5);
    expect(readOptions('scale', 'aspak\nshumë', 'not at all\nvery')).toMatchObject([
      { sq: '1 – aspak', en: '1 – not at all' },
      { sq: '2', en: '2' },
      {},
      {},
      { sq: '5 – shumë', en: '5 – very' },
    ]);
    expect(readOptions('scale', 'aspak', '')).toBe('optionsSq');
  });
});

test('the mean of a scale counts each step by its answers', () => {
  expect(meanOf([1, 0, 0, 0, 3])).toBe(4);
  expect(meanOf([0, 0])).toBeUndefined();
});
