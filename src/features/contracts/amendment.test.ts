import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendmentState, textInForce, type AmendmentAnswer } from './amendment.ts';

function signed(side: AmendmentAnswer['side'], answeredOn: string): AmendmentAnswer {
  return { side, answer: 'signed', answeredOn };
}

const byBoth = [signed('organisation', '2028-02-01'), signed('municipality', '2028-03-01')];

test('an amendment that one side has signed is pending and says whom it waits for', () => {
  const state = amendmentState(
    { holdsFrom: '2028-01-01', answers: [signed('organisation', '2028-02-01')] },
    '2029-01-01',
  );
  expect(state).toEqual({ kind: 'pending', awaits: ['municipality'] });
});

test('one that both signed holds from its day on, and never before the last signature', () => {
  const late = { holdsFrom: '2028-01-01', answers: byBoth };
  expect(amendmentState(late, '2028-03-01')).toEqual({ kind: 'in-force', from: '2028-03-01' });
  const early = { holdsFrom: '2028-06-01', answers: byBoth };
  expect(amendmentState(early, '2028-05-31')).toEqual({ kind: 'agreed', from: '2028-06-01' });
  expect(amendmentState(early, '2028-06-01')).toEqual({ kind: 'in-force', from: '2028-06-01' });
});

test('one that a side declined never holds', () => {
  const answers: AmendmentAnswer[] = [
    signed('organisation', '2028-02-01'),
    { side: 'municipality', answer: 'declined', answeredOn: '2028-02-02' },
  ];
  expect(amendmentState({ holdsFrom: '2028-01-01', answers }, '2030-01-01')).toEqual({
    kind: 'declined',
    by: 'municipality',
    on: '2028-02-02',
  });
});

test('the last amendment in force gives the text; pending ones give none', () => {
  const first = { number: 1, holdsFrom: '2028-01-01', answers: byBoth };
  const second = { number: 2, holdsFrom: '2028-02-01', answers: [signed('organisation', '2028-02-01')] };
  expect(textInForce([first, second], '2029-01-01')).toBe(first);
  expect(textInForce([second], '2029-01-01')).toBeUndefined();
});

test('nothing is in force without both signatures, whatever the days', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2028-02-${String(n).padStart(2, '0')}`);
  const answer = fc.record({
    side: fc.constantFrom('organisation' as const, 'municipality' as const),
    answer: fc.constantFrom('signed' as const, 'declined' as const),
    answeredOn: day,
  });
  const answers = fc.uniqueArray(answer, { maxLength: 2, selector: ({ side }) => side });
  fc.assert(
    fc.property(day, day, answers, (holdsFrom, today, given) => {
      const state = amendmentState({ holdsFrom, answers: given }, today);
      const signatures = given.filter((one) => one.answer === 'signed').length;
      if (state.kind === 'in-force') {
        expect(signatures).toBe(2);
        expect(state.from <= today && holdsFrom <= today).toBe(true);
      }
    }),
  );
});
