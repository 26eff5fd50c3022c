import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdDataFolder } from '#server/lifecycle/lock.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-boot-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function startProgram(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  const [code] = await once(child, 'close');
  return { code: Number(code), ...output };
}

test('a second start on the same folder says who uses it, and changes nothing', async () => {
  const lock = holdDataFolder(folder);
  lock.announce('http://localhost:3000');
  const before = await readdir(folder);
  expect(await startProgram({})).toEqual({
    code: 1,
    stdout: '',
    stderr: `The data folder ${folder} is in use by process ${process.pid}, which serves on http://localhost:3000: nothing was changed.\n`,
  });
  expect(await readdir(folder)).toEqual(before);
  lock.release();
});

test.each([
  [{ PORT: 'front door' }, /^These settings cannot be used:\n {2}PORT="front door": .*\n$/],
  [
    { DATABASE_URL: 'postgres://pop:secret@127.0.0.1:1/pop' },
    /^The database at 127\.0\.0\.1:1\/pop cannot be used: nothing listens there\.\n$/,
  ],
  [
    { SIGNATURE_ROOTS: '/nowhere/roots' },
    /^SIGNATURE_ROOTS: the folder \/nowhere\/roots cannot be read\. Put it right, or leave SIGNATURE_ROOTS out\.\n$/,
  ],
])('with %j it says why it cannot start, in a sentence, and lets the folder go', async (env, sentence) => {
  const { code, stderr } = await startProgram(env);
  expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)]);
  holdDataFolder(folder).release();
});
