import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { PlainAnswer } from './plain-server.ts';

export interface MeasuredServer {
  port: number;
  /** Processor time that the server's process has taken so far, in microseconds; NaN where the system does not say. */
  cpuTime(): number;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');

/** A port of this machine that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts the program itself, as an operator would, on a database and a port. */
export async function startSite(options: {
  databaseUrl: string;
  dataDir: string;
  port: number;
}): Promise<MeasuredServer> {
  const { databaseUrl, dataDir, port } = options;
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'warn',
    },
  });
  const exited = once(child, 'exit');
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The site ended with ${child.exitCode}`);
    const ready = await fetchAnswer(port, '/health/ready').catch(() => undefined);
    if (ready?.status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    port,
    cpuTime: () => cpuTimeOf(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Starts the plain server with what the site answered. */
export async function startPlain(answers: readonly PlainAnswer[]): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, 'plain-server.ts'), { serialization: 'advanced' });
  const exited = once(child, 'exit');
  const told = once(child, 'message');
  child.send(answers);
  const [port] = await told;
  return {
    port: Number(port),
    cpuTime: () => cpuTimeOf(child.pid),
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}

// Linux counts in hundredths of a second.
const tick = 10_000;

function cpuTimeOf(pid: number | undefined): number {
  try {
    // After the name in brackets come state, five ids, flags, four faults, then user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return Number.NaN;
  }
}

/** The headers that belong to the content; the plain server repeats these and no others. */
const contentHeaders = [
  'content-type',
  'content-encoding',
  'content-length',
  'etag',
  'cache-control',
  'vary',
];

/** Takes an answer of the site, as a browser gets it, to be repeated. */
export async function recordAnswer(port: number, target: string): Promise<PlainAnswer> {
  const answer = await fetchAnswer(port, target);
  if (answer.status !== 200) throw new Error(`${target} answered ${answer.status}`);
  const headers = Object.fromEntries(
    contentHeaders.flatMap((name) => {
      const value = answer.headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
  return { target, headers, body: answer.body };
}

function fetchAnswer(port: number, path: string) {
  const headers = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html', cookie: 'pop_lang=sq' };
  return new Promise<{
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: Buffer;
  }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}
