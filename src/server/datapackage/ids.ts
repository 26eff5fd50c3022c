import { createHash } from 'node:crypto';

/** Namespace of every id of the record; never to be changed. */
const namespace = Buffer.from('5b8f0c6e6a4d4f1c9d0e2f7c3a1b9e44', 'hex');

/** The id of a row: UUID version 5 (RFC 9562) of its table and key, so that it is the same on every installation. */
export function idOf(table: string, key: string): string {
  const hash = createHash('sha1').update(namespace).update(`${table}:${key}`).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
