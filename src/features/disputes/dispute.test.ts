import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesStatus, disputeOn, isLate, outcomes } from './dispute.ts';

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('on its due day a decision is not late; a day after it is', () => {
  const dueOn = '2028-12-22';
  expect(isLate({ dueOn, decidedOn: null }, '2028-12-22')).toBe(false);
  expect(isLate({ dueOn, decidedOn: null }, '2028-12-23')).toBe(true);
});

test('once it is decided, no later day makes it late', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (dueOn, decidedOn, today) => {
      expect(isLate({ dueOn, decidedOn }, today)).toBe(decidedOn > dueOn);
    }),
  );
});

test('a status changes where a dispute was upheld, at least in part', () => {
  expect(outcomes.filter(changesStatus)).toEqual(['upheld', 'partly-upheld']);
});

test('as of a day, a dispute is told from its receipt on, and what was decided from its decision on', () => {
  const dispute = {
    receivedOn: '2028-12-01',
    dueOn: '2028-12-22',
    decidedOn: '2028-12-28',
    outcome: 'upheld' as const,
    reason: { sq: 'Po' },
  };
  expect(disputeOn(dispute, '2028-11-30')).toBeUndefined();
  expect(disputeOn(dispute, '2028-12-20')).toMatchObject({ outcome: null, decidedOn: null, isLate: false });
  expect(disputeOn(dispute, '2028-12-27')).toMatchObject({ outcome: null, isLate: true });
  expect(disputeOn(dispute, '2028-12-28')).toMatchObject({ ...dispute, isLate: true });
});
