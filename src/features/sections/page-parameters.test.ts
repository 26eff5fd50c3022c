import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parametersOf } from './page-parameters.ts';

/** An address that a route of this file answers. */
function pathOf(file: string): string {
  const segments = file.split('/').slice(2, -1);
  return `/${segments.map((part) => (part === '[lang=lang]' ? 'sq' : part.replaceAll(/\[[^\]]+\]/g, 'x'))).join('/')}`;
}

test('every route that looks at its address’s parameters is known for it', async () => {
  const forgotten: string[] = [];
  let read = 0;
  for await (const file of glob('src/routes/**/*.{ts,svelte}')) {
    if (!(await readFile(file, 'utf8')).includes('searchParams')) continue;
    read += 1;
    if (parametersOf(pathOf(file))?.size === 0) forgotten.push(file);
  }
  expect(forgotten).toEqual([]);
  expect(read).toBeGreaterThan(30);
});

test.each([
  ['/sq', ['as-of']],
  ['/en/municipalities/fier', ['as-of']],
  ['/en/members', []],
  ['/sq/municipalities/fier/compare/spread.csv', ['round', 'as-of']],
  ['/files/abc', []],
  ['/en/publications', ['after', 'municipality']],
  ['/sq/municipalities/fier/needs', ['after']],
  ['/sq/search', ['q', 'kind', 'municipality', 'year', 'after']],
])('%s looks at these parameters and no others: %j', (path, names) => {
  expect([...(parametersOf(path) ?? ['all'])]).toEqual(names);
});

test.each([
  '/api/v1/needs.csv',
  '/sq/sign-in',
  '/sign-in/callback',
  '/en/work/audit',
  '/sq/account/security',
])('the address of %s is read as it is', (path) => {
  expect(parametersOf(path)).toBeUndefined();
});

test('a name that begins like a page of one’s own is not taken for it', () => {
  expect(parametersOf('/sq/workshops')?.size).toBe(0);
});
