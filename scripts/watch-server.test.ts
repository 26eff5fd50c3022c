import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isAlive } from '#server/lifecycle/process.ts';

async function startWatched() {
  const folder = await mkdtemp(join(tmpdir(), 'pop-watched-'));
  await writeFile(join(folder, 'data'), '');
  const fixture = join(import.meta.dirname, 'watch-server.fixture.mjs');
  const parent = spawn(process.execPath, [fixture, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = await once(parent.stdout, 'data');
  return { folder, parent, server: Number(said) };
}

const soon = { timeout: 20_000, interval: 50 };

test('a server whose parent was killed is stopped, and its folder removed', async () => {
  const { folder, parent, server } = await startWatched();
  expect(isAlive(server)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect([isAlive(server), existsSync(folder)]).toEqual([false, false]), soon);
});

test('who watches ends with the server, and does not keep its parent', async () => {
  const { folder, parent, server } = await startWatched();
  parent.stdin.end('stop');
  const [code] = await once(parent, 'exit');
  expect(code).toBe(0);
  expect(isAlive(server)).toBe(false);
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false), soon);
});
