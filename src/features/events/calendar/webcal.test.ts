import { expect, test } from 'vitest';
import { webcalOf } from './webcal.ts';

test('the address to follow a calendar is the public one', () => {
  expect(webcalOf('https://pop.example', '/sq/events.ics')).toBe('webcal://pop.example/sq/events.ics');
  expect(webcalOf('http://127.0.0.1:4101', '/sq/events.ics')).toBe('webcal://127.0.0.1:4101/sq/events.ics');
});
