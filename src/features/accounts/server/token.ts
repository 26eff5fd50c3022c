import { createHash, randomBytes } from 'node:crypto';

/** Nobody guesses it: 256 bits, as letters that may stand in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: who reads the database cannot use it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
