import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What is asked of a server: the targets in turn, over so many connections, for so long. */
export interface Load {
  port: number;
  targets: readonly string[];
  connections: number;
  seconds: number;
  /** Adds a number to each address, so that no two are the same page for the cache. */
  unique: boolean;
}

export interface LoadResult {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  requests: number;
  /** Answers other than 200. */
  refused: number;
  /** Share of a processor that making the load took: near 1, the client was measured and not the server. */
  clientCpu: number;
}

/** Puts a load on a server of this machine, from a process of its own. */
export function putLoad(load: Load): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, 'load-client.ts'), { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    let result: LoadResult | undefined;
    child.on('message', (message: LoadResult) => (result = message));
    child.once('error', reject);
    child.once('exit', () => (result ? resolve(result) : reject(new Error('the load client ended early'))));
    child.send(load);
  });
}
