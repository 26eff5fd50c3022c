import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderFault, type SigningStep } from './signing-order.ts';
import type { SignatureState } from './signing.ts';

const states = ['invited', 'pledged', 'signed', 'declined', 'no-answer', 'expected'] as const;

function on(occurredOn: string, state: SignatureState): SigningStep {
  return { state, occurredOn, knownBy: null };
}

const step = fc
  .record({ state: fc.constantFrom(...states), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ state, day }) => on(`2027-05-${String(day).padStart(2, '0')}`, state));
const steps = fc.array(step, { maxLength: 6 });

test('invited, pledged, expected, signed: each can follow the one before', () => {
  const path = [
    on('2027-03-01', 'invited'),
    on('2027-03-20', 'pledged'),
    on('2027-04-01', 'expected'),
    on('2027-05-02', 'signed'),
  ];
  expect(orderFault(path)).toBeUndefined();
  expect(orderFault(path.toReversed())).toBeUndefined();
});

test('who declined can be invited again and sign', () => {
  const path = [on('2027-03-01', 'declined'), on('2027-03-02', 'invited'), on('2027-03-03', 'signed')];
  expect(orderFault(path)).toBeUndefined();
});

describe('cannot have happened', () => {
  test.each<[string, SigningStep[]]>([
    ['declined after signed', [on('2027-05-02', 'signed'), on('2027-05-03', 'declined')]],
    ['signed twice', [on('2027-05-02', 'signed'), on('2027-05-03', 'signed')]],
    ['invited after a pledge', [on('2027-05-02', 'pledged'), on('2027-05-03', 'invited')]],
    ['no answer after declining', [on('2027-05-02', 'declined'), on('2027-05-03', 'no-answer')]],
  ])('%s', (_, path) => {
    expect(orderFault(path)).toBeDefined();
  });
});

test('an earlier step may be written down later', () => {
  expect(orderFault([on('2027-05-02', 'signed'), on('2027-03-01', 'invited')])).toBeUndefined();
});

test('of dates known to the month, an invitation of that month can stand before its signature', () => {
  expect(orderFault([on('2027-05-02', 'signed'), on('2027-05', 'invited')])).toBeUndefined();
});

test('the order of writing down does not matter', () => {
  fc.assert(
    fc.property(steps, (given) => {
      expect(orderFault(given.toReversed())).toEqual(orderFault(given));
    }),
  );
});

test('whatever is dated after a signature is refused', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(...states), (given, state) => {
      const path = [...given, on('2027-06-01', 'signed'), on('2027-06-02', state)];
      expect(orderFault(path)).toBeDefined();
    }),
  );
});

test('what was accepted was accepted at each step of its way', () => {
  fc.assert(
    fc.property(steps, (given) => {
      fc.pre(orderFault(given) === undefined);
      const byDate = given.toSorted((a, b) => ((a.occurredOn ?? '') < (b.occurredOn ?? '') ? -1 : 1));
      const days = new Set(byDate.map(({ occurredOn }) => occurredOn));
      fc.pre(days.size === given.length);
      for (const [index] of byDate.entries()) expect(orderFault(byDate.slice(0, index))).toBeUndefined();
    }),
  );
});
