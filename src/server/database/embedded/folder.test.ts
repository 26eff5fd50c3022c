import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { binariesIn, mendLinks } from './binaries.ts';
import { clusterFolder, reachableBinaries } from './folder.ts';
import { chooseOwner, isReachable } from './owner.ts';

const stranger = { uid: 65_534, gid: 65_534 };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-folder-'));
  await chmod(folder, 0o755);
});

afterEach(() => rm(folder, { recursive: true }));

async function makeBinaries(native: string) {
  const binaries = binariesIn(native);
  for (const part of ['bin', 'lib', 'share/postgresql']) await mkdir(join(native, part), { recursive: true });
  for (const program of [binaries.initdb, binaries.postgres]) await writeFile(program, '', { mode: 0o700 });
  await writeFile(join(native, 'lib/libpq.so.5.18'), '', { mode: 0o600 });
  await symlink('libpq.so.5.18', join(native, 'lib/libpq.so.5'));
  return binaries;
}

test('a path is reachable for an account only through folders that let it in', async () => {
  const closed = join(folder, 'home');
  await mkdir(join(closed, 'data'), { recursive: true });
  expect(await isReachable(join(closed, 'data'), stranger)).toBe(true);
  await chmod(closed, 0o700);
  expect(await isReachable(join(closed, 'data'), stranger)).toBe(false);
  const { uid, gid } = await stat(closed);
  expect(await isReachable(join(closed, 'data'), { uid, gid })).toBe(true);
});

test('binaries that the account cannot reach are copied to where it can, once, readable by all', async () => {
  const installed = await makeBinaries(join(folder, 'closed/native'));
  await chmod(join(folder, 'closed'), 0o700);
  const target = join(folder, 'postgres');
  await mkdir(join(target, 'binaries-outdated'), { recursive: true });

  const copied = await reachableBinaries(installed, target, stranger);
  expect(await isReachable(copied.postgres, stranger)).toBe(true);
  expect((await stat(join(copied.native, 'lib/libpq.so.5'))).mode & 0o777).toBe(0o644);
  expect((await lstat(join(copied.native, 'lib/libpq.so.5'))).isSymbolicLink()).toBe(true);
  expect(await readdir(target)).toHaveLength(1);

  const { mtimeMs } = await stat(copied.native);
  expect(await reachableBinaries(installed, target, stranger)).toEqual(copied);
  expect((await stat(copied.native)).mtimeMs).toBe(mtimeMs);
});

test('binaries that the account reaches, or that need no other account, stay where they are', async () => {
  const installed = await makeBinaries(join(folder, 'native'));
  expect(await reachableBinaries(installed, folder, undefined)).toBe(installed);
  for (const program of [installed.initdb, installed.postgres]) await chmod(program, 0o755);
  expect(await reachableBinaries(installed, folder, stranger)).toBe(installed);
});

test('the cluster is kept in the data folder; a link to where it is instead is followed, never replaced', async () => {
  const inside = join(folder, 'postgres');
  expect(await clusterFolder(folder, stranger, () => undefined)).toBe(inside);
  await rm(inside, { recursive: true });
  const outside = join(folder, 'disk');
  await symlink(outside, inside);
  await expect(clusterFolder(folder, undefined, () => undefined)).rejects.toThrow(
    `The database of ${folder} is in ${outside}, which is not there.`,
  );
  await mkdir(outside);
  expect(await clusterFolder(folder, undefined, () => undefined)).toBe(outside);
});

test('links that the install script did not make are made', async () => {
  const native = join(folder, 'native');
  await mkdir(join(native, 'lib'), { recursive: true });
  await writeFile(join(native, 'lib/libpq.so.5.18'), 'library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  await mendLinks(native);
  await mendLinks(native);
  expect(await readFile(join(native, 'lib/libpq.so.5'), 'utf8')).toBe('library');
});

test.runIf(process.getuid?.() === 0)(
  'a copied cluster that belongs to root is told, with what to run',
  async () => {
    const data = join(folder, 'data');
    expect(await chooseOwner(data)).not.toMatchObject({ uid: 0 });
    await mkdir(data);
    await expect(chooseOwner(data)).rejects.toThrow(`Run: chown -R `);
    await chown(data, stranger.uid, stranger.gid);
    expect(await chooseOwner(data)).toEqual(stranger);
  },
);
