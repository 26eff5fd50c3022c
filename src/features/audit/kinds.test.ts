import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isMessageKey } from '#i18n/translate.ts';
import { kindRules } from './kinds.ts';

/** The kinds of subjects that the program's code writes events about. */
async function kindsInCode(): Promise<Set<string>> {
  const kinds = new Set<string>();
  for await (const file of glob('src/{features,server}/**/*.ts', { exclude: ['**/*.test.ts'] })) {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => !/^\s*(\*|\/\/)/.test(line));
    for (const [, kind = ''] of lines.join('\n').matchAll(/subject: \{ kind: '([^']+)'/g)) kinds.add(kind);
  }
  return kinds;
}

test('of every kind that events tell of, it is said who may read them, and it has a name', async () => {
  const kinds = await kindsInCode();
  expect(kinds.size).toBeGreaterThan(8);
  expect([...kinds].filter((kind) => !Object.hasOwn(kindRules, kind))).toEqual([]);
  expect(Object.keys(kindRules).filter((kind) => !isMessageKey(`audit.kind.${kind}`))).toEqual([]);
});
