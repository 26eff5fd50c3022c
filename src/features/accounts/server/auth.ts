import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { App } from '#server/app.ts';
import { sessionSeconds } from './session-cookie.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { secretOf } from '#server/secret.ts';

function createAuth(app: App) {
  const { config, db, log } = app;
  return betterAuth({
    baseURL: config.publicUrl,
    secret: secretOf(config),
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => log.error({ from: 'better-auth' }, message) },
    // Attempts are counted by attempts.ts, for every way in.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sign_in',
      expiresIn: sessionSeconds,
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account_id',
        providerId: 'provider',
        accountId: 'subject',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'sign_in_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      database: { generateId: () => randomUUID(), validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
  });
}

const made = new WeakMap<App['db'], ReturnType<typeof createAuth>>();

/** better-auth on the app's database: one for each. */
export function authOf(app: App): ReturnType<typeof createAuth> {
  const known = made.get(app.db) ?? createAuth(app);
  made.set(app.db, known);
  return known;
}
