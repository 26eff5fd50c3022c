import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningProgram {
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}

/**
 * Starts the built program as an operator would, on an empty folder, and waits until it is ready.
 * @param options.host how visitors call it; browsers give passkeys to names alone, not to numbers
 * @throws with the program's output where it ends or is not ready within four minutes: other work may keep the machine busy
 */
export async function startProgram(options: { demo: boolean; host?: string }): Promise<RunningProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pop-e2e-'));
  // PostgreSQL, which a root's run lends another account, gets through: the folder holds all there is to remove after.
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const url = `http://${options.host ?? '127.0.0.1'}:${port}`;
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DEMO: options.demo ? '1' : '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  for (let waited = 0; !(await isReady(url)); waited += 200) {
    if (child.exitCode !== null || waited > 240_000) {
      await stop();
      throw new Error(`The program is not ready:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url, dataDir, stop };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
