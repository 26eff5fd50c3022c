import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Config } from '#server/config.ts';
import { secretOf } from '#server/secret.ts';

type Sealing = Pick<Config, 'authSecret' | 'dataDir'>;

/** What is sealed: what was sealed as one thing is not read as another. */
type Sealed = 'authenticator' | 'provider';

function keyOf(config: Sealing, what: Sealed): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretOf(config), '', what, 32));
}

/** Bytes that only this installation can read again (AES-256-GCM under the installation's secret). */
export function seal(config: Sealing, what: Sealed, bytes: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(config, what), nonce);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws where it was sealed under another secret, or changed */
export function unseal(config: Sealing, what: Sealed, text: string): Buffer {
  const whole = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(config, what), whole.subarray(0, 12));
  decipher.setAuthTag(whole.subarray(12, 28));
  return Buffer.concat([decipher.update(whole.subarray(28)), decipher.final()]);
}
