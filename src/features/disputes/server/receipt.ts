import { randomBytes } from 'node:crypto';

// Without letters that are taken for digits when a receipt is written down.
const letters = '23456789abcdefghjkmnpqrstuvwxyz';
const length = 20;

/** A number by which a dispute is followed: whoever has it sees how far the dispute is, so nobody can guess it. */
export function newReceipt(): string {
  // Bytes from 248 on would make the first letters likelier than others.
  const fair = [...randomBytes(length * 4)].filter((byte) => byte < 248);
  const drawn = fair.slice(0, length).map((byte) => letters[byte % letters.length] ?? '');
  return drawn.join('').replace(/(.{5})(?=.)/g, '$1-');
}
