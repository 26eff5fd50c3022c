import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offerEnds, settle, type Entry } from './places.ts';

type Step =
  | { kind: 'register' }
  | { kind: 'cancel' | 'confirm'; which: number }
  | { kind: 'capacity'; capacity: number | null }
  | { kind: 'wait'; hours: number };

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Step>({ kind: 'register' }) },
    fc.record({ kind: fc.constantFrom('cancel' as const, 'confirm' as const), which: fc.nat(30) }),
    fc.record({ kind: fc.constant('capacity' as const), capacity: fc.option(fc.nat(6)) }),
    fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  ),
  { maxLength: 40 },
);

const hour = 3_600_000;
const holds = ({ state }: Entry) => state === 'place' || state === 'offered';

/** Runs a history and looks at the queue before and after each step. */
function run(
  history: readonly Step[],
  confirmHours: number | null,
  look: (before: readonly Entry[], after: readonly Entry[], capacity: number | null, step: Step) => void,
) {
  let queue: Entry[] = [];
  let capacity: number | null = 3;
  let now = 0;
  for (const step of history) {
    const before = queue;
    if (step.kind === 'register') {
      const number = queue.length + 1;
      queue = [...queue, { id: String(number), number, state: 'waiting', offeredUntil: null }];
    } else if (step.kind === 'capacity') capacity = step.capacity;
    else if (step.kind === 'wait') now += step.hours * hour;
    else {
      const state = step.kind === 'cancel' ? ('cancelled' as const) : ('place' as const);
      const from = step.kind === 'cancel' ? ['place', 'offered', 'waiting'] : ['offered'];
      queue = queue.map((entry, index) =>
        index === step.which && from.includes(entry.state) ? { ...entry, state, offeredUntil: null } : entry,
      );
    }
    queue = settle(queue, capacity, now, offerEnds(now, confirmHours, 1e15));
    look(before, queue, capacity, step);
  }
}

const confirmations = fc.option(fc.integer({ min: 1, max: 48 }));

test('nobody gets a place beyond the capacity, and a lowered capacity takes none away', () => {
  fc.assert(
    fc.property(steps, confirmations, (history, confirm) =>
      run(history, confirm, (before, after, capacity) => {
        const held = after.filter(holds).length;
        const most = Math.max(capacity ?? Infinity, before.filter(holds).length);
        expect(held).toBeLessThanOrEqual(most);
      }),
    ),
  );
});

test('nobody waits while a place is free', () => {
  fc.assert(
    fc.property(steps, confirmations, (history, confirm) =>
      run(history, confirm, (_, after, capacity) => {
        const held = after.filter(holds).length;
        const isFree = capacity === null || held < capacity;
        expect(isFree && after.some(({ state }) => state === 'waiting')).toBe(false);
      }),
    ),
  );
});

test('nobody jumps: who is given a place came before everyone who still waits', () => {
  fc.assert(
    fc.property(steps, confirmations, (history, confirm) =>
      run(history, confirm, (before, after) => {
        const given = after.filter(
          (entry, index) => holds(entry) && !(before[index] && holds(before[index])),
        );
        const waiting = after.filter(({ state }) => state === 'waiting').map(({ number }) => number);
        const last = Math.max(0, ...given.map(({ number }) => number));
        expect(waiting.every((number) => number > last)).toBe(true);
      }),
    ),
  );
});

test('who has a place keeps it until they cancel, and an offer lasts until its end', () => {
  fc.assert(
    fc.property(steps, confirmations, (history, confirm) =>
      run(history, confirm, (before, after, _, step) => {
        for (const [index, entry] of before.entries()) {
          if (entry.state !== 'place') continue;
          const isCancelled = step.kind === 'cancel' && step.which === index;
          expect(after[index]?.state).toBe(isCancelled ? 'cancelled' : 'place');
        }
      }),
    ),
  );
});

test('an offer never lasts past the beginning, and less than an hour before it the place is given at once', () => {
  expect(offerEnds(0, 24, 10 * hour)).toBe(10 * hour);
  expect(offerEnds(0, 2, 10 * hour)).toBe(2 * hour);
  expect(offerEnds(0, 24, hour / 2)).toBeNull();
  expect(offerEnds(0, null, 10 * hour)).toBeNull();
});
