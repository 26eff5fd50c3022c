import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

const file = 'auth-secret';

const known = new Map<string, string>();

/**
 * The installation's secret: it signs cookies and seals the keys of authenticators. AUTH_SECRET, else made once and kept in
 * the data folder.
 */
export function secretOf({ authSecret, dataDir }: Pick<Config, 'authSecret' | 'dataDir'>): string {
  if (authSecret !== undefined) return authSecret;
  const path = join(dataDir, file);
  const secret = known.get(path) ?? readOrMake(path, dataDir);
  known.set(path, secret);
  return secret;
}

function readOrMake(path: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  try {
    // 'wx': of two who make it at once, one writes and both read.
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
