import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';

test('from a shell, the exit code is the process’s own', async () => {
  const code = await new Promise((resolve) => {
    const child = execFile(process.execPath, ['bin/pop.mjs', 'improt']);
    child.once('close', resolve);
  });
  expect(code).toBe(2);
});
