import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, six digits, half a minute.

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const secondsOfStep = 30;
const digits = 6;

/** Bytes as text that can be typed off a screen (RFC 4648, base32). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => letters.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

export function newKey(): Buffer {
  return randomBytes(20);
}

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / secondsOfStep);
}

/** The code of a key in one half minute. */
export function codeAt(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The half minute that a code is of: this one, the one before or the one after, since clocks differ. One that was taken
 * before, or an older one, is none.
 */
export function stepOfCode(key: Uint8Array, code: string, now: Date, lastStep: number): number | undefined {
  const current = stepAt(now);
  return [current - 1, current, current + 1].find(
    (step) => step > lastStep && isSame(codeAt(key, step), code),
  );
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What an authenticator app reads from the picture. */
export function keyAddress(key: Uint8Array, account: string, issuer: string): string {
  const parameters = new URLSearchParams({ secret: base32(key), issuer });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${parameters}`;
}
