// Stops a PostgreSQL server whose parent has ended without doing so (kill -9, a closed terminal), and removes its folder.
// Called with the parent's process number, the server's, and the folder. Plain Node 20, no packages.
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const [parent = 0, server = 0] = process.argv.slice(2, 4).map(Number);
const folder = process.argv[4] ?? '';

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

// Whoever stops the tests does not mean this process, which tidies up after them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

// Without its parent, a process gets another; a number that was given anew is not taken for it.
while (process.ppid === parent && isAlive(server)) await wait(200);
if (isAlive(server)) {
  process.kill(server, 'SIGINT');
  while (isAlive(server)) await wait(50);
}
rmSync(folder, { recursive: true, force: true });
