import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { brokenRule, importsOf } from './import-rules.ts';

const server = 'src/features/search/server';

test('every import of the project keeps the rules of ARCHITECTURE.md', async () => {
  const broken: string[] = [];
  let read = 0;
  for await (const file of glob('src/**/*.{ts,svelte}')) {
    for (const one of importsOf(file, await readFile(file, 'utf8'))) {
      read += 1;
      const rule = brokenRule(one);
      if (rule) broken.push(`${one.from} imports ${one.to}: ${rule}`);
    }
  }
  expect(broken).toEqual([]);
  expect(read).toBeGreaterThan(1000);
});

test.each([
  ['src/routes/robots.txt/+server.ts', `${server}/word-store.ts`],
  ['src/cli/commands/import.ts', `${server}/document-store.ts`],
  ['src/features/places/server/service.ts', `${server}/word-store.ts`],
  ['src/ui/tables/DataTable.svelte', 'src/features/search/fold.ts'],
  ['src/ui/tables/DataTable.svelte', 'src/server/errors.ts'],
  ['src/i18n/format.ts', 'src/features/search/fold.ts'],
  ['src/server/cache/page-cache.ts', `${server}/service.ts`],
  ['src/features/search/SearchForm.svelte', `${server}/find.ts`],
  ['src/features/search/search.ts', 'src/server/errors.ts'],
  ['src/features/search/search.ts', 'src/testing/database.ts'],
  ['src/features/search/search.ts', 'src/routes/robots.txt/+server.ts'],
])('%s may not import %s', (from, to) => {
  expect(brokenRule({ from, to, isType: false })).toBeDefined();
});

test.each([
  ['src/features/places/server/overview.ts', 'src/features/search/fold.ts', false],
  ['src/features/places/server/overview.ts', 'src/features/monitoring/server/rounds.ts', false],
  [`${server}/service.ts`, `${server}/word-store.ts`, false],
  ['src/features/search/SearchForm.svelte', `${server}/find.ts`, true],
  ['src/server/api.ts', 'src/features/opendata/server/stream.ts', false],
  ['src/server/files/take-in.ts', 'src/server/files/file-store.ts', false],
  [`${server}/search.test.ts`, 'src/testing/database.ts', false],
])('%s may import %s', (from, to, isType) => {
  expect(brokenRule({ from, to, isType })).toBeUndefined();
});

test('imports of every form are read', () => {
  const text = `
import { a } from '#ui/a.ts';
import type { B } from './b.ts';
import {
  c,
  d,
} from '../c.ts';
import './styles.css';
export * from './e.ts';
const f = await import('#server/f.ts');
import pg from 'pg';
`;
  const found = importsOf('src/features/x/y.ts', text).map(
    ({ to, isType }) => `${to}${isType ? ' type' : ''}`,
  );
  expect(found.sort()).toEqual(
    [
      'src/ui/a.ts',
      'src/features/x/b.ts type',
      'src/features/c.ts',
      'src/features/x/styles.css',
      'src/features/x/e.ts',
      'src/server/f.ts',
    ].sort(),
  );
});
