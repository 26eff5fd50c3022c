import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comingDeadline, deadlines, isDone, lateOn, nextDeadline, stepsOf } from './deadlines.ts';
import { stages } from './stage.ts';

const days = { evidence: '2028-09-15', coding: '2028-10-01', reply: '2028-11-01', publication: '2028-11-15' };

test('a day is not late yet on its own evening', () => {
  expect(lateOn('evidence', days, '2028-09-15')).toBeUndefined();
  expect(lateOn('evidence', days, '2028-09-16')).toBe('evidence');
});

test('the coming day of a round is the first that has not passed, today included', () => {
  expect(comingDeadline(days, '2028-01-01')).toBe('evidence');
  expect(comingDeadline(days, '2028-09-15')).toBe('evidence');
  expect(comingDeadline(days, '2028-09-16')).toBe('coding');
  expect(comingDeadline(days, '2028-11-15')).toBe('publication');
  expect(comingDeadline(days, '2028-11-16')).toBeUndefined();
});

test('what is done is not late, and what is public never', () => {
  expect(lateOn('coding', days, '2028-09-16')).toBeUndefined();
  expect(lateOn('adjudication', days, '2028-10-02')).toBe('coding');
  expect(lateOn('settled', days, '2028-10-02')).toBeUndefined();
  expect(lateOn('reply', days, '2028-11-02')).toBe('reply');
  expect(lateOn('prepared', days, '2028-11-16')).toBe('publication');
  expect(lateOn('published', days, '2029-01-01')).toBeUndefined();
});

test('going on never makes anything late, and each stage leaves at least what the next one leaves', () => {
  const stage = fc.constantFrom(...stages);
  fc.assert(
    fc.property(stage, stage, fc.constantFrom(...Object.values(days), '2029-01-01'), (one, other, today) => {
      const [earlier, later] = stages.indexOf(one) <= stages.indexOf(other) ? [one, other] : [other, one];
      for (const deadline of deadlines) {
        if (isDone(deadline, earlier)) expect(isDone(deadline, later)).toBe(true);
      }
      if (lateOn(earlier, days, today) === undefined) expect(lateOn(later, days, today)).toBeUndefined();
    }),
  );
});

test('what comes next is the first that is not done', () => {
  expect(nextDeadline('coding', days)).toEqual({ deadline: 'coding', day: '2028-10-01' });
  expect(nextDeadline('published', days)).toBeUndefined();
});

test('steps are done in their order, one is under way until all is public, and late is what should be done', () => {
  const today = fc.constantFrom('2028-01-01', ...Object.values(days), '2029-01-01');
  fc.assert(
    fc.property(fc.constantFrom(...stages), today, (stage, day) => {
      const steps = stepsOf(stage, days, day);
      expect(steps.map(({ deadline }) => deadline)).toEqual(deadlines);
      const order = ['done', 'under-way', 'ahead'];
      const states = steps.map(({ state }) => order.indexOf(state));
      expect(states).toEqual(states.toSorted((one, other) => one - other));
      const underWay = steps.filter(({ state }) => state === 'under-way');
      expect(underWay).toHaveLength(stage === 'published' ? 0 : 1);
      const late = steps.filter((step) => step.late).map(({ deadline }) => deadline);
      expect(late[0]).toBe(lateOn(stage, days, day));
      for (const step of steps) expect(step.late && step.state === 'done').toBe(false);
    }),
  );
});
