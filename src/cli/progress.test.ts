import { expect, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import type { Progress } from '#server/datapackage/progress.ts';
import { showProgress } from './progress.ts';

const steps: readonly Progress[] = [
  { stage: 'read', resource: 'needs', done: 4500, total: 4500 },
  { stage: 'compare', resource: 'needs', done: 4500, total: 4500 },
  { stage: 'write', resource: 'needs', done: 2000, total: 4500 },
  { stage: 'write', resource: 'needs', done: 4500, total: 4500 },
  { stage: 'write', resource: 'posts', done: 0, total: 0 },
];

function shown(isTTY: boolean): string {
  let text = '';
  const tell = showProgress({ isTTY, write: (more) => (text += more) }, translator('en'));
  for (const step of steps) tell(step);
  return text;
}

test('a file or pipe gets a line for each table written', () => {
  expect(shown(false)).toBe('needs: 4,500 of 4,500\n');
});

test('a terminal gets one line that renews itself and is empty at the end', () => {
  const clear = '\r\u001B[2K';
  expect(shown(true)).toBe(`${clear}${clear}${clear}needs: 2,000 of 4,500${clear}`);
});
