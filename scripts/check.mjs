// npm run check: what one wants to know before a commit. Plain Node 20, no packages.
import { spawnSync } from 'node:child_process';
import { checks, sync } from './checks.mjs';
import { projectPath, root } from './run.mjs';
import { runSideBySide } from './side-by-side.mjs';

const env = { ...process.env, PATH: projectPath() };
const tests = { title: 'tests', command: 'npm', args: ['run', '--silent', 'unit'] };

const began = Date.now();
if (spawnSync(sync.command, sync.args, { cwd: root, env, stdio: 'inherit' }).status !== 0) process.exit(1);
const outcomes = await runSideBySide([tests, ...checks]);
const wrong = outcomes.filter((isSound) => !isSound).length;
const seconds = Math.round((Date.now() - began) / 1000);
console.log(`\n${outcomes.length - wrong} of ${outcomes.length} checks are sound (${seconds} s)`);
process.exitCode = wrong === 0 ? 0 : 1;
