import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Config } from '#server/config.ts';
import { secretOf } from './secret.ts';

type Sealing = Pick<Config, 'authSecret' | 'dataDir'>;

function keyOf(config: Sealing): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretOf(config), '', 'authenticator', 32));
}

/** Bytes that only this installation can read again (AES-256-GCM under the installation's secret). */
export function seal(config: Sealing, bytes: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(config), nonce);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws where it was sealed under another secret, or changed */
export function unseal(config: Sealing, text: string): Buffer {
  const whole = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(config), whole.subarray(0, 12));
  decipher.setAuthTag(whole.subarray(12, 28));
  return Buffer.concat([decipher.update(whole.subarray(28)), decipher.final()]);
}
