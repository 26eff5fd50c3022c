// Runs one program after another, saying how long each takes. Plain Node 20, no packages.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const programs = join(root, 'node_modules/.bin');
const isWindows = process.platform === 'win32';

/** The Node that the project brings, whatever the machine has. */
export const node = join(programs, isWindows ? 'node.cmd' : 'node');

/** The search path without the project's programs, which an installation is about to replace. */
export function machinePath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => folder !== programs).join(delimiter);
}

/** The search path with the project's Node and programs first. */
export function projectPath() {
  return [programs, machinePath()].join(delimiter);
}

/**
 * Starts a program in the project's folder and passes on what asks this process to end.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @param {'inherit' | 'ignore'} output what becomes of what it prints; its faults are always shown
 * @returns {Promise<number>} its exit code
 */
export function runToEnd(command, args, env, output = 'inherit') {
  const stdio = /** @type {const} */ (['inherit', output, 'inherit']);
  const child = spawn(command, args, { cwd: root, stdio: [...stdio], shell: isWindows, env });
  // The terminal sends Ctrl-C to every process itself; SIGTERM comes to this one alone.
  const ignore = () => undefined;
  const passOn = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGHUP', ignore);
  process.on('SIGTERM', passOn);
  const watch = watchParent(passOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGHUP', ignore);
      process.off('SIGTERM', passOn);
      clearInterval(watch);
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1));
    });
  });
}

/**
 * Calls back once npm has ended. It passes SIGTERM to the shell that it has put between itself and this process, and the
 * shell ends without passing it on.
 * @param {() => void} tell
 */
function watchParent(tell) {
  const parent = process.ppid;
  const isRunByNpm = process.env.npm_lifecycle_event !== undefined;
  return setInterval(() => {
    if (isRunByNpm && process.ppid !== parent) tell();
  }, 500);
}

/**
 * Runs a step of the preparation; ends this process where it fails.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {string} path the search path
 */
export async function runStep(title, command, args, path) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log(title);
  const ticker = setInterval(() => console.log(`  … ${seconds()} s`), 10_000);
  const code = await runToEnd(command, args, { ...process.env, PATH: path }, 'ignore');
  clearInterval(ticker);
  if (code !== 0) process.exit(code);
  console.log(`  done in ${seconds()} s`);
}
