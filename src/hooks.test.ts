import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { transport } from './hooks.ts';

test('no page is drawn again in the browser, which would need the data that is not sent', async () => {
  const drawnAgain: string[] = [];
  for await (const file of glob('src/routes/**/+{page,layout}*.ts')) {
    if (/\bcsr\s*=\s*true/.test(await readFile(file, 'utf8'))) drawnAgain.push(file);
  }
  expect(drawnAgain).toEqual([]);
});

test('what a load returns is not written out; values inside of it are not concerned', () => {
  const encode = transport['unsent']?.encode;
  expect(encode?.({ type: 'data', data: { rows: [1, 2] }, uses: undefined })).toBe('unsent');
  for (const value of [{ type: 'data' }, { uses: [] }, [1], null, 'data', new Date(0)]) {
    expect(encode?.(value)).toBe(false);
  }
});
