// The programs that tests need and npm does not bring: a browser and a PostgreSQL server. Plain Node 20, no packages.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  const options = {
    stdio: /** @type {const} */ ('ignore'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update'], options);
  return spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], options).status === 0;
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
  console.error(
    'The tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
  );
  process.exit(1);
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
 * @returns {Promise<{ url: string, stop: () => void } | undefined>} undefined where there is none and CI does not insist
 */
export async function startPostgres() {
  const folder = serverFolder() ?? (isCi && aptInstall(['postgresql']) ? serverFolder() : undefined);
  if (!folder) {
    if (!isCi) return undefined;
    console.error('CI tests on a real PostgreSQL 15 or newer, and none could be installed.');
    process.exit(1);
  }
  const home = mkdtempSync(join(tmpdir(), 'pop-postgres-'));
  const password = Math.random().toString(36).slice(2);
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = isRoot ? accountOf('postgres') : undefined;
  if (owner) for (const path of [home, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const data = join(home, 'data');
  const options = { ...owner, cwd: '/', stdio: /** @type {const} */ ('ignore') };
  execFileSync(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'pop', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C'],
    options,
  );
  const port = await freePort();
  const server = spawn(
    join(folder, 'postgres'),
    [
      '-D',
      data,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-c',
      `unix_socket_directories=${home}`,
      '-c',
      'fsync=off',
    ],
    options,
  );
  for (
    let tries = 0;
    spawnSync(join(folder, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], options).status !== 0;
    tries += 1
  ) {
    if (tries === 100 || server.exitCode !== null) throw new Error('PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url: `postgres://pop:${password}@127.0.0.1:${port}/postgres`,
    stop: () => {
      server.kill('SIGINT');
      server.once('exit', () => rmSync(home, { recursive: true, force: true }));
    },
  };
}

/** @param {string} name */
function accountOf(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`));
  if (!line) throw new Error(`no account ${name}`);
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
