import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

function addressFile(dataDir: string): string {
  return join(dataDir, 'database-address');
}

/** Address of the embedded database of a data folder, while it runs. */
export async function readAddress(dataDir: string): Promise<string | undefined> {
  return readFile(addressFile(dataDir), 'utf8').catch(() => undefined);
}

/** Tells commands where the database is. The address holds the password, so it is for this account alone. */
export async function writeAddress(dataDir: string, url: string): Promise<void> {
  await writeSecret(addressFile(dataDir), url);
}

/** Before a start and after a stop: an old address could by now be that of another program. */
export async function removeAddress(dataDir: string): Promise<void> {
  await rm(addressFile(dataDir), { force: true });
}

/** The database's password, made once; readable by this account alone. */
export async function readPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'database-password');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known !== '') return known;
  const made = randomBytes(24).toString('base64url');
  await writeSecret(path, made);
  return made;
}

/** Whole or not at all, and on disk before anything rests on it. */
async function writeSecret(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { force: true });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
