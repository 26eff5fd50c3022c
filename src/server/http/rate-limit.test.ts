import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';

test('after a burst, requests come at the set pace', () => {
  const limiter = createRateLimiter({ burst: 3, perSecond: 2 });
  const taken = [0, 0, 0, 0].map((now) => limiter.take('a', now));
  expect(taken.map((allowance) => allowance.allowed)).toEqual([true, true, true, false]);
  expect(taken[3]).toEqual({ allowed: false, retryAfterSeconds: 1 });
  expect(limiter.take('a', 499).allowed).toBe(false);
  expect(limiter.take('a', 500).allowed).toBe(true);
  expect(limiter.take('a', 500).allowed).toBe(false);
});

test('a long rest gives a full burst, no more', () => {
  const limiter = createRateLimiter({ burst: 2, perSecond: 1 });
  limiter.take('a', 0);
  const taken = [1, 2, 3].map((n) => limiter.take('a', 3_600_000 + n).allowed);
  expect(taken).toEqual([true, true, false]);
});

test("one client's requests do not count against another's", () => {
  const limiter = createRateLimiter({ burst: 1, perSecond: 1 });
  expect(limiter.take('a', 0).allowed).toBe(true);
  expect(limiter.take('b', 0).allowed).toBe(true);
  expect(limiter.take('a', 0).allowed).toBe(false);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '192.0.2.1', true],
  ['192.0.2.1', '192.0.2.2', false],
])('%s and %s count as one client: %s (an IPv6 client has a whole network)', (a, b, one) => {
  const limiter = createRateLimiter({ burst: 1, perSecond: 1 });
  limiter.take(a, 0);
  expect(limiter.take(b, 0).allowed).toBe(!one);
});
