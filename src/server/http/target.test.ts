import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTarget } from './target.ts';

test('path and query are told apart, the query put in order', () => {
  expect(readTarget('/sq/search?q=rrug%C3%AB&kind=x')).toEqual({
    kind: 'target',
    path: '/sq/search',
    query: 'kind=x&q=rrug%C3%AB',
    key: '/sq/search?kind=x&q=rrug%C3%AB',
  });
});

test('line ends may stand in a query, not in a path', () => {
  expect(readTarget('/sq?text=a%0D%0Ab').kind).toBe('target');
  expect(readTarget('/sq/a%0Ab').kind).toBe('fault');
});

test.each(['sq', '*', '', '?a'])('%j is no address of a page', (raw) => {
  expect(readTarget(raw)).toEqual({ kind: 'fault', code: 'bad-request' });
});

test('an address that moved leads to one that has not, on this site', () => {
  const part = fc.constantFrom('/', '//', '.', '..', '%2e', '\\', 'sq', 'evil.example', ':', '@');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const target = readTarget(`/${parts.join('')}`);
      if (target.kind !== 'moved') return;
      expect(readTarget(target.to).kind).toBe('target');
      expect(new URL(target.to, 'http://site.example').origin).toBe('http://site.example');
    }),
    { numRuns: 2000 },
  );
});

test('whatever comes over the wire is a target, moved or a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (raw) => {
      expect(['target', 'moved', 'fault']).toContain(readTarget(raw).kind);
    }),
  );
});
