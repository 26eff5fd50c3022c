import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** Memory (KiB), passes and lanes that OWASP names for argon2id. */
const strength = { memory: 19_456, passes: 2, parallelism: 1 };

function hashWith(
  password: string,
  salt: Buffer,
  { memory, passes, parallelism } = strength,
): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: 32 });
}

/** A password as it is stored: argon2id in PHC form, with what it was made with. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { memory, passes, parallelism } = strength;
  const hash = await hashWith(password, salt);
  const encoded = [salt, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encoded.join('$')}`;
}

const stored = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', expected = ''] = stored.exec(hash) ?? [];
  if (memory === undefined) return false;
  const known = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const found = await hashWith(password, Buffer.from(salt, 'base64'), known);
  const wanted = Buffer.from(expected, 'base64');
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}
