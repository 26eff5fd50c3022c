// The programs that tests need and npm does not bring: a browser, a reader of PDFs and a PostgreSQL server. Plain Node 20, no packages.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from './scratch-folder.mjs';

const isRoot = process.getuid?.() === 0;
const isCi = process.env.CI === 'true';

/** @param {string} name */
function inPath(name) {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/**
 * Installs Debian packages where this machine lets us.
 * @param {string[]} names
 */
function aptInstall(names) {
  if (!isRoot || !inPath('apt-get')) return false;
  console.log(`Installing ${names.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A list of packages that cannot be brought up to date may still do.
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const { status, stderr, error } = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: 'pipe' });
    if (status === 0) continue;
    console.error(`apt-get ${args[0]} failed:\n${(error?.message ?? stderr).trim()}`);
    if (args[0] === 'install') return false;
  }
  return true;
}

function browserPath() {
  return [
    process.env.CHROMIUM,
    inPath('chromium'),
    inPath('chromium-browser'),
    inPath('google-chrome'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path));
}

/** The path of a Chromium, installed if need be. @returns {string} */
export function findBrowser() {
  const found = browserPath() ?? (aptInstall(['chromium']) ? browserPath() : undefined);
  if (found) return found;
  throw new Error(
    'The tests need Chromium. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM to its path.',
  );
}

/** Sees to it that the tests can read the PDFs that are made, with another program than made them. */
export function needPdfReader() {
  if (inPath('pdftotext') || (aptInstall(['poppler-utils']) && inPath('pdftotext'))) return;
  throw new Error(
    'The tests read PDFs with poppler. Install it (Debian: sudo apt-get install poppler-utils; macOS: brew install poppler).',
  );
}

function serverFolder() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((v) => v >= 15)
        .sort((a, b) => a - b)
    : [];
  const [oldest] = versions;
  if (oldest !== undefined && existsSync(join(debian, String(oldest), 'bin/postgres')))
    return join(debian, String(oldest), 'bin');
  const config = inPath('pg_config');
  const folder = config ? execFileSync(config, ['--bindir'], { encoding: 'utf8' }).trim() : undefined;
  return folder && existsSync(join(folder, 'postgres')) ? folder : undefined;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * Starts a PostgreSQL server of the machine's own, the oldest that is new enough.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | undefined>} undefined where there is none and CI does not insist
 */
export async function startPostgres() {
  const folder = serverFolder() ?? (isCi && aptInstall(['postgresql']) ? serverFolder() : undefined);
  if (!folder) {
    if (!isCi) return undefined;
    throw new Error('CI tests on a real PostgreSQL 15 or newer, and none could be installed.');
  }
  const home = mkdtempSync(join(scratchFolder(), 'pop-postgres-'));
  try {
    return await startIn(home, folder);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** @param {string} home @param {string} folder of the server's programs */
async function startIn(home, folder) {
  const password = Math.random().toString(36).slice(2);
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = isRoot ? (accountOf('postgres') ?? accountOf('nobody')) : undefined;
  if (owner) for (const path of [home, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const data = join(home, 'data');
  const options = { ...owner, cwd: '/' };
  const made = spawnSync(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'pop', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not make a database: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const settings = [`unix_socket_directories=${home}`, 'fsync=off', 'full_page_writes=off', 'autovacuum=off'];
  const log = join(home, 'log');
  const output = openSync(log, 'a');
  const server = spawn(
    join(folder, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    { ...options, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  watchServer(server, home);
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
    server.once('error', resolve);
  });
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const asked = ['-h', '127.0.0.1', '-p', String(port)];
  for (let tries = 1; spawnSync(join(folder, 'pg_isready'), asked, options).status !== 0; tries += 1) {
    if (tries === 300 || server.exitCode !== null || server.pid === undefined) {
      const said = readFileSync(log, 'utf8');
      await stop();
      throw new Error(`PostgreSQL did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url: `postgres://pop:${password}@127.0.0.1:${port}/postgres`, stop };
}

/**
 * Has a server stopped, and its folder removed, should this process end without doing so.
 * @param {import('node:child_process').ChildProcess} server
 * @param {string} home
 */
export function watchServer(server, home) {
  if (server.pid === undefined) return;
  const program = join(dirname(fileURLToPath(import.meta.url)), 'watch-server.mjs');
  // In a group of its own: what is sent to the tests' is not sent to it.
  const watcher = spawn(process.execPath, [program, String(process.pid), String(server.pid), home], {
    detached: true,
    stdio: 'ignore',
  });
  watcher.unref();
}

/** @param {string} name */
function accountOf(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
