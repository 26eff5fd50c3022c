// Checks run at the same time, as each alone leaves a core idle; what each says is shown once it has ended. Plain Node 20, no packages.
import { spawn } from 'node:child_process';
import { projectPath, root } from './run.mjs';

/**
 * @param {ReadonlyArray<{ title: string, command: string, args: string[] }>} checks
 * @returns {Promise<boolean[]>} whether each is sound, in their order
 */
export async function runSideBySide(checks) {
  const running = new Set();
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of running) child.kill(signal);
  };
  const env = { ...process.env, PATH: projectPath() };

  /** @param {{ title: string, command: string, args: string[] }} check */
  const run = ({ title, command, args }) => {
    const began = Date.now();
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += String(chunk)));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        running.delete(child);
        const seconds = Math.round((Date.now() - began) / 1000);
        console.log(`\n── ${title}: ${code === 0 ? 'sound' : 'not sound'} (${seconds} s)\n${output.trim()}`);
        resolve(code === 0);
      });
    });
  };

  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await Promise.all(checks.map(run));
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
