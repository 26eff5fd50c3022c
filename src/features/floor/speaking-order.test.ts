import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendances, orderOfSpeakers, speakingOrders, timeSpoken, type Turn } from './speaking-order.ts';

const side = fc.constantFrom(...attendances);
const waiting = fc
  .array(fc.record({ speaker: fc.integer({ min: 0, max: 8 }), attendance: side, minute: fc.nat(30) }), {
    maxLength: 15,
  })
  .map((given) =>
    given.map(({ speaker, attendance, minute }, index): Turn => ({
      id: `t${String(index).padStart(2, '0')}`,
      speaker: `s${speaker}`,
      attendance,
      askedAt: new Date(Date.UTC(2027, 4, 12, 10, minute)),
    })),
  );
const had = fc.array(
  fc.record({ speaker: fc.integer({ min: 0, max: 8 }).map((n) => `s${n}`), attendance: side }),
  { maxLength: 12 },
);

function spokenBy(turns: readonly { speaker: string }[], speaker: string): number {
  return turns.filter((turn) => turn.speaker === speaker).length;
}

describe('whoever waits for the floor', () => {
  test('is called exactly once, whatever the order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...speakingOrders), waiting, had, (order, all, before) => {
        const ids = orderOfSpeakers(order, all, before).map(({ id }) => id);
        expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      }),
    );
  });

  test('never waits behind someone who has spoken more often, unless the order is that of arrival', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('fair' as const, 'alternating' as const),
        waiting,
        had,
        (order, all, before) => {
          const counts = orderOfSpeakers(order, all, before).map(({ speaker }) => spokenBy(before, speaker));
          expect(counts).toEqual(counts.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test('keeps their place among equals of the same side', () => {
    fc.assert(
      fc.property(fc.constantFrom(...speakingOrders), waiting, had, (order, all, before) => {
        const called = orderOfSpeakers(order, all, before);
        for (const [index, one] of called.entries()) {
          for (const later of called.slice(index + 1)) {
            const areEqual =
              order === 'arrival' ||
              (one.attendance === later.attendance &&
                spokenBy(before, one.speaker) === spokenBy(before, later.speaker));
            if (areEqual) expect(one.askedAt.getTime()).toBeLessThanOrEqual(later.askedAt.getTime());
          }
        }
      }),
    );
  });

  test('follows someone of the other side as long as one of equal standing is left there', () => {
    fc.assert(
      fc.property(waiting, had, (all, before) => {
        const called = orderOfSpeakers('alternating', all, before);
        for (const [index, one] of called.entries()) {
          const last = called[index - 1] ?? before.at(-1);
          if (last?.attendance !== one.attendance) continue;
          const equals = called
            .slice(index)
            .filter(({ speaker }) => spokenBy(before, speaker) === spokenBy(before, one.speaker));
          expect(equals.every(({ attendance }) => attendance === one.attendance)).toBe(true);
        }
      }),
    );
  });
});

test('time is summed by name, and runs on for who speaks now', () => {
  const at = (minute: number) => new Date(Date.UTC(2027, 4, 12, 10, minute));
  const turns = [
    { name: 'Ana', calledAt: at(0), endedAt: at(2) },
    { name: 'Besa', calledAt: at(2), endedAt: at(7) },
    { name: 'Ana', calledAt: at(7), endedAt: null },
    { name: 'Zef', calledAt: null, endedAt: null },
  ];
  expect(timeSpoken(turns, at(8))).toEqual([
    { name: 'Besa', seconds: 300 },
    { name: 'Ana', seconds: 180 },
  ]);
});
