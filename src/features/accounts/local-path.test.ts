import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
  ['/en/work', '/en/work'],
  ['/en/work?page=2', '/en/work?page=2'],
  ['/en/../sq', '/sq'],
])('%s is a path of this site', (asked, path) => {
  expect(localPath(asked)).toBe(path);
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/./\\elsewhere.example',
  '/en/..//elsewhere.example',
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '',
])('%j is none', (asked) => {
  expect(localPath(asked)).toBeUndefined();
});

test('whatever is asked for, a browser that follows it stays on the site', () => {
  const sign = fc.constantFrom('/', '\\', '.', '%2f', '\t', '\n', ' ', ':', '@', 'a', 'https:', 'é', '?');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
      const path = localPath(signs.join(''));
      if (path === undefined) return;
      expect(new URL(path, 'https://pop.example').origin).toBe('https://pop.example');
      expect(path).toMatch(/^\/(?![/\\])/);
    }),
    { numRuns: 2000 },
  );
});
