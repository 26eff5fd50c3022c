import { createHmac, randomBytes } from 'node:crypto';
import type { Config } from '#server/config.ts';
import { secretOf } from '#server/secret.ts';
import { base32 } from './totp.ts';

/** Codes to be printed and kept, each for one sign-in without the telephone: ABCDE-FGHIJ. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = base32(randomBytes(7)).slice(0, 10);
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

/** What is stored of one: without the installation's secret nobody can try them all. */
export function hashOfRecoveryCode(config: Pick<Config, 'authSecret' | 'dataDir'>, code: string): Buffer {
  const letters = code.toUpperCase().replaceAll(/[^A-Z2-7]/g, '');
  return createHmac('sha256', secretOf(config)).update(`recovery ${letters}`).digest();
}
