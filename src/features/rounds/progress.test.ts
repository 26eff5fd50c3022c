import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalsOf } from './progress.ts';
import { stages } from './stage.ts';

const count = fc.integer({ min: 0, max: 60 });
const row = fc.record({
  stage: fc.constantFrom(...stages),
  components: count,
  monitored: count,
  withCoders: count,
  evidence: fc.record({ none: count, one: count, more: count }),
  codes: count,
  replyDue: fc.constantFrom(null, '2028-11-01'),
  replies: count,
  publishedAt: fc.constant(null),
});

test('the network’s progress is that of its parts, in whatever order and however they are parted', () => {
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (some, others) => {
      const all = totalsOf([...some, ...others]);
      expect(totalsOf([...others, ...some])).toEqual(all);
      const [one, other] = [totalsOf(some), totalsOf(others)];
      expect(all.codes).toBe(one.codes + other.codes);
      expect(all.evidence.more).toBe(one.evidence.more + other.evidence.more);
      expect(all.answered).toBe(one.answered + other.answered);
      expect(all.byStage.reduce((sum, { municipalities }) => sum + municipalities, 0)).toBe(
        all.municipalities,
      );
    }),
  );
});

test('a network without a municipality is at no stage', () => {
  const { municipalities, byStage, components } = totalsOf([]);
  expect([municipalities, components]).toEqual([0, 0]);
  expect(byStage.every((one) => one.municipalities === 0)).toBe(true);
});
