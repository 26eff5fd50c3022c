import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';

const children: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process that wants to work in a folder, and what it says, line by line. */
function start(folder: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'alone.fixture.mjs'), folder]);
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    child,
    next: async () => String((await lines.next()).value),
    finish: () => child.stdin.write('\n'),
  };
}

test('a second waits, says so, and goes on when the first has finished', async () => {
  const folder = randomUUID();
  const first = start(folder);
  expect(await first.next()).toBe('working');
  const second = start(folder);
  expect(await second.next()).toBe('waiting');
  first.finish();
  expect(await first.next()).toBe('done');
  expect(await second.next()).toBe('working');
});

test('a second goes on when the first was killed', async () => {
  const folder = randomUUID();
  const first = start(folder);
  expect(await first.next()).toBe('working');
  const second = start(folder);
  expect(await second.next()).toBe('waiting');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(await second.next()).toBe('working');
});

test('of several that wait, one after the other works', async () => {
  const folder = randomUUID();
  const first = start(folder);
  expect(await first.next()).toBe('working');
  const others = [start(folder), start(folder)];
  for (const other of others) expect(await other.next()).toBe('waiting');
  const working = others.map(async (other) => {
    expect(await other.next()).toBe('working');
    return other;
  });
  first.finish();
  const second = await Promise.race(working);
  const third = others.find((other) => other !== second);
  second.finish();
  expect(await second.next()).toBe('done');
  expect(await Promise.all(working)).toContain(third);
});

test('work in another folder is not waited for', async () => {
  const others = [start(randomUUID()), start(randomUUID())];
  for (const other of others) expect(await other.next()).toBe('working');
});
