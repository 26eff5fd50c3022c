// What `npm start` and `npm test` need before the project's own code can run. Plain Node 20, no packages.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { machinePath, node, projectPath, root, runStep } from './run.mjs';

/**
 * Installs the packages where what is installed is not what the lock file names.
 * @param {{ forDevelopment?: boolean }} [options]
 */
export async function install({ forDevelopment = false } = {}) {
  if (isInstalled(forDevelopment)) return;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  await runStep('Installing the packages: a minute or two, this once', 'npm', args, machinePath());
  if (existsSync(node)) return;
  console.error('npm has not run the install script of the package "node". Run: npm rebuild node');
  process.exit(1);
}

/**
 * npm writes down what it has installed as the last thing that it does.
 * @param {boolean} forDevelopment
 */
function isInstalled(forDevelopment) {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!installed || !existsSync(node)) return false;
  return Object.entries(wanted ?? {}).every(([path, { version, optional, dev, devOptional, peer }]) => {
    const own = installed[path];
    if (path === '' || own) return path === '' || own?.version === version;
    // Packages for other platforms may be left out, and to serve, those for development.
    return optional || devOptional || peer || (dev && !forDevelopment);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: true, dev?: true, devOptional?: true, peer?: true }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Said by who waits for another start, or test run, that prepares the same folder (alone.mjs). */
export function tellWaiting() {
  console.log('Another npm start or npm test is preparing this folder: waiting until it has finished');
}

const stamp = join(root, 'build/sources.sha256');

/** Whether the pages are built from the files as they are now. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();
}

/** Builds the pages where a file that goes into them has changed since. */
export async function build() {
  if (isBuilt()) return;
  // A build that is interrupted is not taken for whole.
  rmSync(stamp, { force: true });
  const sources = hashOfSources();
  await runStep('Building the pages', 'vite', ['build', '--logLevel', 'warn'], projectPath());
  writeFileSync(stamp, sources);
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const part of ['src', 'static', 'messages', 'package-lock.json', 'vite.config.ts']) {
    for (const path of filesIn(join(root, part))) {
      hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {Generator<string>}
 */
function* filesIn(path) {
  if (!statSync(path).isDirectory()) {
    if (!path.endsWith('.test.ts')) yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}
