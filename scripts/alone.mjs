// Lets one process at a time do what two would do on top of each other. Plain Node 20, no packages.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The name of a socket for a folder. On Linux and Windows it is no file: it is gone with its process, however that ends.
 * @param {string} folder
 */
function socketOf(folder) {
  const name = `pop-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

/**
 * Does the work once no other process is at such work in this folder.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @param {() => void} onWait told, once, where another is at it
 * @returns {Promise<T>}
 */
export async function alone(folder, work, onWait) {
  const socket = socketOf(folder);
  let hasTold = false;
  let letGo = await take(socket);
  while (!letGo) {
    if (!hasTold) onWait();
    hasTold = true;
    await untilGone(socket);
    letGo = await take(socket);
  }
  try {
    return await work();
  } finally {
    letGo();
  }
}

/**
 * @param {string} socket
 * @returns {Promise<(() => void) | undefined>} how to let it go; undefined where another process has it
 */
function take(socket) {
  /** @type {Set<import('node:net').Socket>} */
  const waiting = new Set();
  const server = createServer((other) => {
    waiting.add(other);
    other.on('error', () => undefined);
    other.once('close', () => waiting.delete(other));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(socket, () =>
      resolve(() => {
        server.close();
        for (const other of waiting) other.destroy();
      }),
    );
  });
}

/**
 * Waits for the end of the process that has the socket, or of its work.
 * @param {string} socket
 */
async function untilGone(socket) {
  const isStale = await new Promise((resolve) => {
    let isConnected = false;
    const held = connect(socket, () => (isConnected = true));
    held.on('error', () => undefined);
    held.once('close', () => resolve(!isConnected));
  });
  // Where it is a file, a process that was killed has left it behind.
  if (isStale && !/^[\0\\]/.test(socket)) rmSync(socket, { force: true });
  // Of several that waited, some find it taken anew.
  await wait(50);
}
