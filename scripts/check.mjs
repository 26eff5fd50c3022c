// npm run check: what one wants to know before a commit, side by side, as each check alone leaves a core idle. Plain
// Node 20, no packages.
import { spawn, spawnSync } from 'node:child_process';
import { checks, sync } from './checks.mjs';
import { projectPath, root } from './run.mjs';

const env = { ...process.env, PATH: projectPath() };
const tests = { title: 'tests', command: 'npm', args: ['run', '--silent', 'unit'] };
const running = new Set();

/** @param {{ title: string, command: string, args: string[] }} check */
function run({ title, command, args }) {
  const began = Date.now();
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(`\n── ${title}: ${code === 0 ? 'sound' : 'not sound'} (${seconds} s)\n${output.trim()}`);
      resolve(code === 0);
    });
  });
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
  });
}

const began = Date.now();
if (spawnSync(sync.command, sync.args, { cwd: root, env, stdio: 'inherit' }).status !== 0) process.exit(1);
const outcomes = await Promise.all([tests, ...checks].map(run));
const wrong = outcomes.filter((isSound) => !isSound).length;
const seconds = Math.round((Date.now() - began) / 1000);
console.log(`\n${outcomes.length - wrong} of ${outcomes.length} checks are sound (${seconds} s)`);
process.exitCode = wrong === 0 ? 0 : 1;
