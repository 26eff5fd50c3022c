import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

/** Everything an operator can set, read once at start. Every variable is described in docs/operations.md. */
export interface Config {
  /** Folder of everything that must survive: database, files, lock. */
  dataDir: string;
  /** A PostgreSQL >= 15 to use instead of the embedded one. */
  databaseUrl: string | undefined;
  /** Named prepared statements are 2.7 times faster; a pgbouncer before 1.21 cannot pass them on. */
  preparedStatements: boolean;
  /** Milliseconds after which the server gives a page's statement up; undefined where it may take as long as it needs. */
  statementTimeout: number | undefined;
  /** What this process does: answer requests, work on jobs, or both. */
  roles: { web: boolean; worker: boolean };
  host: string;
  port: number;
  /** Address that visitors use, without a trailing slash: absolute links, cookies and the same-origin check rest on it. */
  publicUrl: string;
  /** Serve the invented network instead of the real record. */
  demo: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /**
   * With a token, GET /metrics answers to `Authorization: Bearer <token>`; without one, to direct connections from this
   * machine, and to nobody where PUBLIC_URL is not a loopback address (a proxy connects from this machine too).
   */
  metricsToken: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Rendered pages kept in memory, in bytes. */
  pageCacheBytes: number;
}

/** A fault in the operator's settings, told in a sentence that names the variable. */
export class ConfigError extends Error {}

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const settings = z.object({
  DATA_DIR: z.string().trim().min(1).default('var'),
  DATABASE_URL: optional.refine(
    (value) => value === undefined || /^postgres(ql)?:\/\//.test(value),
    'must begin with postgres:// or postgresql://',
  ),
  PREPARED_STATEMENTS: flag.prefault('1'),
  STATEMENT_TIMEOUT: z.coerce.number().int().min(0).max(3600).default(15),
  ROLES: z
    .string()
    .default('web,worker')
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'worker'])).min(1)),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: optional.refine(
    (value) => value === undefined || /^https?:\/\/[^/\s]+\/?$/.test(value),
    'must be an origin such as https://pop.example.org, without a path',
  ),
  DEMO: flag,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: optional,
  SMTP_URL: optional.refine(
    (value) => value === undefined || /^smtps?:\/\//.test(value),
    'must begin with smtp:// or smtps://',
  ),
  MAIL_FROM: z.string().trim().min(3).default('POP <pop@localhost>'),
  PAGE_CACHE_MB: z.coerce.number().int().min(1).max(65536).default(128),
});

const schema = settings.refine(({ ROLES, DATABASE_URL }) => DATABASE_URL !== undefined || ROLES.length > 1, {
  path: ['ROLES'],
  message: 'processes that share the work need a DATABASE_URL: the embedded database serves one alone',
});

/**
 * Reads the settings from the environment.
 * @throws ConfigError naming every variable at fault and what was expected.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return `${name}=${JSON.stringify(env[name] ?? '')}: ${issue.message}`;
    });
    throw new ConfigError(`These settings cannot be used:\n  ${faults.join('\n  ')}`);
  }
  const value = parsed.data;
  return {
    dataDir: isAbsolute(value.DATA_DIR) ? value.DATA_DIR : resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    preparedStatements: value.PREPARED_STATEMENTS,
    statementTimeout: value.STATEMENT_TIMEOUT === 0 ? undefined : value.STATEMENT_TIMEOUT * 1000,
    roles: { web: value.ROLES.includes('web'), worker: value.ROLES.includes('worker') },
    host: value.HOST,
    port: value.PORT,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    demo: value.DEMO,
    logLevel: value.LOG_LEVEL,
    metricsToken: value.METRICS_TOKEN,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    pageCacheBytes: value.PAGE_CACHE_MB * 1024 * 1024,
  };
}
