import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdDataFolder, takeLock, type Lock } from './lock.ts';

const fixture = join(import.meta.dirname, 'hold-lock.fixture.ts');
const children: ChildProcess[] = [];
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-lock-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  await rm(folder, { recursive: true });
});

function take(): Lock {
  const lock = takeLock(folder);
  if ('heldBy' in lock) throw new Error('the folder is held already');
  return lock;
}

async function holdElsewhere() {
  const child = spawn(process.execPath, [fixture, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [answer] = await once(child.stdout, 'data');
  return { child, answer: String(answer).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a folder in use is refused, naming the process and the address that it serves', () => {
  const lock = take();
  lock.announce('http://localhost:3000');
  expect(takeLock(folder)).toEqual({ heldBy: { pid: process.pid, address: 'http://localhost:3000' } });
  expect(() => holdDataFolder(folder)).toThrow(
    `The data folder ${folder} is in use by process ${process.pid}, which serves on http://localhost:3000: nothing was changed.`,
  );
  lock.release();
});

test('a folder that was let go can be taken again, and says no more who had it', async () => {
  take().release();
  expect(await readdir(folder)).toEqual(['data.lock']);
  take().release();
});

test('the lock of a killed process ends with it', async () => {
  const { child, answer } = await holdElsewhere();
  expect(answer).toBe('held');
  expect(takeLock(folder)).toEqual({ heldBy: { pid: child.pid } });
  await kill(child);
  take().release();
});

test('of several that start at the same moment, one gets the folder', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(holdElsewhere));
  expect(answers.map(({ answer }) => answer).toSorted()).toEqual(['held', 'refused', 'refused', 'refused']);
});

test('a folder that cannot be made is told in a sentence', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(() => takeLock(file)).toThrow(/^The data folder .*file cannot be used by this account: EEXIST/);
  expect(() => takeLock('/proc/x/y')).toThrow(/^The data folder .* cannot be used by this account: ENOENT/);
});
