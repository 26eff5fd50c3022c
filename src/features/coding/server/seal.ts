import { createHash, randomBytes } from 'node:crypto';
import { sealedText, type SealedCoding } from '../canonical.ts';

/** SHA-256 of a coding with its salt: with the salt closed, it tells nothing of which of six codes it holds. */
export function sealOf(salt: string, coding: SealedCoding): string {
  return createHash('sha256').update(sealedText(salt, coding)).digest('hex');
}

/** A new salt, and the seal of a coding under it. */
export function sealCoding(coding: SealedCoding): { salt: string; sha256: string } {
  const salt = randomBytes(32).toString('hex');
  return { salt, sha256: sealOf(salt, coding) };
}
