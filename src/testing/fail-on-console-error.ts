import { afterEach, beforeEach, expect, vi } from 'vitest';

// What a program prints as an error is a fault that nobody looked at: it fails the test that printed it.
const printed = vi.spyOn(console, 'error');

beforeEach(() => {
  printed.mockClear();
});

afterEach(() => {
  expect(printed.mock.calls).toEqual([]);
});
