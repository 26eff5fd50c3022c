import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptAs, oldHost, oldPath, pathOfTarget, readOldAddress, targetOf } from './old-address.ts';

test.each([
  ['/6111-2/', '/6111-2'],
  ['/k%C3%ABshilli-i-%c3%a7%C3%8Bshtjeve', '/këshilli-i-çështjeve'],
  ['/Ke%CC%88shilli', '/këshilli'],
  ['/100%', '/100%'],
  ['//a//b/', '/a/b'],
])('%s is kept as %s', (path, kept) => {
  expect(oldPath(path)).toBe(kept);
});

test('a path kept once is kept the same again', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }).filter((path) => !path.includes('%')),
      (path) => {
        expect(oldPath(oldPath(`/${path}`))).toBe(oldPath(`/${path}`));
      },
    ),
  );
});

test('an address is looked for with the number of its post before its path alone; the front page alone never', () => {
  expect(keptAs('/', 'p=123&utm_source=x')).toEqual(['/?p=123']);
  expect(keptAs('/lajme/', 'p=123')).toEqual(['/lajme?p=123', '/lajme']);
  expect(keptAs('/lajme/', 'fbclid=1')).toEqual(['/lajme']);
});

test('an address is read with or without its site, and the front page of a site is none', () => {
  expect(readOldAddress('https://www.PopNetwork.al/6111-2/')).toEqual({
    host: 'popnetwork.al',
    path: '/6111-2',
  });
  expect(readOldAddress('http://popalbania.info/?p=12')).toEqual({ host: 'popalbania.info', path: '/?p=12' });
  expect(readOldAddress('/lajme/')).toEqual({ host: '', path: '/lajme' });
  expect(readOldAddress('https://popnetwork.al/')).toBeUndefined();
  expect(readOldAddress('javascript:alert(1)')).toBeUndefined();
  expect(oldHost('WWW.example.org:8080')).toBe('example.org');
});

test('an old address leads to something of the record, and to nothing else', () => {
  const site = 'https://pop.example';
  expect(targetOf('/sq/news/rruga', site)).toEqual({ kind: 'article', key: 'rruga' });
  expect(targetOf('https://pop.example/en/publications#raporti', site)).toEqual({
    kind: 'publication',
    key: 'raporti',
  });
  for (const bad of [
    'https://evil.example/sq/news/a',
    '//evil.example',
    '/sq/news/../admin',
    '/sq/work',
    '/sq/news/A B',
  ]) {
    expect(targetOf(bad, site)).toBeUndefined();
  }
});

test('where it leads is always a path of this site', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (address) => {
      const target = targetOf(address, 'https://pop.example');
      if (target) expect(pathOfTarget(target)).toMatch(/^\/[a-z]+[/#][a-z0-9]/);
    }),
  );
});
