import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseError } from '../database-error.ts';

/** Account that PostgreSQL runs as. It refuses to run as root, so a root process lends it another. */
export interface Owner {
  uid: number;
  gid: number;
}

/**
 * Undefined where this process is no root: PostgreSQL then runs as the same account. A cluster that is already there
 * keeps its account.
 */
export async function chooseOwner(data: string): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const made = await stat(data).catch(() => undefined);
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid };
  const { name, ...owner } = await findAccount();
  if (!made) return owner;
  throw new DatabaseError(
    `The database in ${data} belongs to root, as after a copy that gave every file to whoever made it, and PostgreSQL refuses root. Run: chown -R ${name}: '${data}' Then start again.`,
  );
}

async function findAccount(): Promise<Owner & { name: string }> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  // initdb asks for the account's name, so a bare number will not do.
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([known]) => known === name);
    if (account) return { name, uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new DatabaseError(
    'PostgreSQL refuses to run as root, and this machine has no account postgres or nobody: start POP as another user.',
  );
}

/** Whether an account may read a path, and go through every folder above it. */
export async function isReachable(path: string, owner: Owner): Promise<boolean> {
  if (!(await allows(path, owner, 0o5))) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(await allows(folder, owner, 0o1))) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function allows(path: string, owner: Owner, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const granted = uid === owner.uid ? mode >> 6 : gid === owner.gid ? mode >> 3 : mode;
  return (granted & bits) === bits;
}
