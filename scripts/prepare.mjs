// What `npm start` and `npm test` need before the project's own code can run. Plain Node 20, no packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, 'node_modules/.pop');

/** The Node that the project brings, whatever the machine has. */
export const node = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * Runs a command in the project's folder with the project's Node first on the path; ends this process where it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options]
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
      ...options.env,
    },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** @param {string} name */
function readStamp(name) {
  try {
    return readFileSync(join(stamps, name), 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function writeStamp(name, text) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), text);
}

/** Installs the packages where they are missing or the lock file has changed since. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node) && readStamp('installed') === lock) return;
  console.log('Installing packages (once; a minute or two)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeStamp('installed', lock);
}

/**
 * @param {string} path
 * @returns {Generator<string>}
 */
function* filesIn(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/** Builds the pages where a file that goes into them has changed since. */
export function build() {
  const hash = createHash('sha256');
  for (const part of ['src', 'static', 'messages', 'package-lock.json', 'vite.config.ts']) {
    for (const path of filesIn(join(root, part))) {
      hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  const sources = hash.digest('hex');
  if (existsSync(join(root, 'build/handler.js')) && readStamp('built') === sources) return;
  console.log('Building the pages');
  run('npx', ['svelte-kit', 'sync']);
  run('npx', ['vite', 'build', '--logLevel', 'warn']);
  writeStamp('built', sources);
}
