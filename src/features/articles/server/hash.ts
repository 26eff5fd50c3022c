import { createHash } from 'node:crypto';

/** SHA-256 of a text: tells whether it is still the same. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
