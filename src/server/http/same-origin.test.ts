import { expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const site = 'https://pop.example.org';

function post(headers: Record<string, string>, method = 'POST'): Request {
  return new Request(`${site}/sq`, { method, headers });
}

test.each([
  ['a browser says that it comes from our page', { 'sec-fetch-site': 'same-origin' }, true],
  ['a browser says that the person typed it', { 'sec-fetch-site': 'none' }, true],
  ['a browser says that it comes from elsewhere', { 'sec-fetch-site': 'cross-site' }, false],
  ['a sister site is elsewhere', { 'sec-fetch-site': 'same-site' }, false],
  ['an older browser names our address', { origin: site }, true],
  ['an older browser names another', { origin: 'https://evil.example' }, false],
  ['a page that hides where it comes from', { origin: 'null' }, false],
  ['who says nothing is no browser', {}, false],
  ['what the browser says comes first', { 'sec-fetch-site': 'cross-site', origin: site }, false],
])('%s: %s', (_, headers, allowed) => {
  expect(isSameOrigin(post(headers), site)).toBe(allowed);
});

test('reading is free to come from anywhere', () => {
  expect(isSameOrigin(post({ 'sec-fetch-site': 'cross-site' }, 'GET'), site)).toBe(true);
});
