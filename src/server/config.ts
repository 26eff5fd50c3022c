import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { ScannerAddress } from './files/clamd.ts';
import type { BucketSettings } from './files/s3-store.ts';

/** The network's own place to sign in (OpenID Connect). */
export interface Provider {
  /** Its address; with its subject, who someone is there. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it: on the button. */
  name: string;
  /** Whether it asks everybody for a second factor, so that none of ours is asked for. */
  asksSecondFactor: boolean;
}

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
  /** Signs cookies and seals keys; undefined: one is made and kept in the data folder. */
  authSecret: string | undefined;
  /** Where people may sign in besides here. */
  provider: Provider | undefined;
  /** Where files are, instead of in the data folder. */
  bucket: BucketSettings | undefined;
  /** Where files that people send are looked at for malware. */
  scanner: ScannerAddress | undefined;
  /** Whether copies of the pages are kept that evidence leads to: asked for from this machine. */
  capturesLinks: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Folder of the certificates that signatures of PDFs may lead to; without one, their chains are not checked. */
  signatureRoots: string | undefined;
  /** File of the days on which the country works: legal deadlines are counted in them. */
  calendar: string;
  /** Days before a deadline of a round on which people are reminded of it; negative: after it. */
  reminderDays: readonly number[];
  /** File of the law on the right to information: its deadlines, and whom to complain to. */
  informationLaw: string;
  /** Working days that a town hall has for its reply. */
  replyDays: number;
  /** Working days after which a dispute of a published status is to be decided. */
  disputeDays: number;
  /** Rendered pages kept in memory, in bytes. */
  pageCacheBytes: number;
}

// A command called in another folder means the same installation.
const projectFolder = join(import.meta.dirname, '../..');

/** A fault in the operator's settings, told in a sentence that names the variable. */
export class ConfigError extends Error {}

const flag = z
  .enum(['0', '1', 'true', 'false'], 'must be 1 or 0')
  .default('0')
  .transform((value) => value === '1' || value === 'true');

function wholeNumber(least: number, most: number) {
  const expected = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);
}

function address(schemes: RegExp, expected: string) {
  return z.string().refine((value) => schemes.test(value) && isReadableUrl(value), expected);
}

/** Whether it can be parsed, and what is written with % in it decoded. */
function isReadableUrl(value: string): boolean {
  try {
    const { username, password, pathname } = new URL(value);
    [username, password, pathname].forEach(decodeURIComponent);
    return true;
  } catch {
    return false;
  }
}

function isOrigin(value: string): boolean {
  if (!/^https?:\/\/[^\s?#@]+$/i.test(value) || !URL.canParse(value)) return false;
  return new URL(value).pathname === '/';
}

function isIssuer(value: string): boolean {
  return (
    /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])[^\s?#@]+$/.test(value) &&
    isReadableUrl(value)
  );
}

/** An address without a password, a query or a trailing slash, to which a bucket's name is added. */
function isEndpoint(value: string): boolean {
  return /^https?:\/\/[^\s?#@]+[^\s?#@/]$/i.test(value) && isReadableUrl(value);
}

const escaping = 'a letter such as # @ / or % in its password is written %23 %40 %2F %25';
const mailAddress = String.raw`[^\s<>@,;"]+@[^\s<>@,;"]+`;

const settings = z.object({
  DATA_DIR: z.string().default('var'),
  DATABASE_URL: address(
    /^postgres(ql)?:\/\/.*\/[^/?]/,
    `must be an address such as postgres://user:password@host:5432/database; ${escaping}`,
  ).optional(),
  PREPARED_STATEMENTS: flag.prefault('1'),
  STATEMENT_TIMEOUT: wholeNumber(0, 3600).prefault('15'),
  ROLES: z
    .string()
    .default('web,worker')
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'worker'], 'must be web, worker, or web,worker'))),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).prefault('3000'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://pop.example.org, without a path')
    .transform((value) => new URL(value).origin)
    .optional(),
  DEMO: flag,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  METRICS_TOKEN: z.string().optional(),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 letters that nobody can guess').optional(),
  OIDC_ISSUER: z
    .string()
    .max(100, 'must be an address of at most 100 letters')
    .refine(
      isIssuer,
      'must be an address such as https://id.example.org (http on this machine alone), without ? or #',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must be a name of at most 60 letters').optional(),
  OIDC_SECOND_FACTOR: flag,
  FILES_S3_ENDPOINT: z
    .string()
    .refine(isEndpoint, 'must be an address such as https://s3.example.org, without the bucket')
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'must be the name of a bucket: small letters, digits, - and .',
    )
    .optional(),
  FILES_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be a region such as eu-central-1')
    .default('us-east-1'),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  CAPTURE_LINKS: flag.prefault('1'),
  CLAMD_SOCKET: z.string().optional(),
  CLAMD_HOST: z.string().max(255).optional(),
  CLAMD_PORT: wholeNumber(1, 65535).prefault('3310'),
  SMTP_URL: address(
    /^smtps?:\/\/[^/]/,
    `must be an address such as smtp://user:password@host:587; ${escaping}`,
  ).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      new RegExp(`^(${mailAddress}|[^<>\r\n]*<${mailAddress}>)$`),
      'must be an address such as POP <pop@example.org>',
    )
    .default('POP <pop@localhost>'),
  SIGNATURE_ROOTS: z.string().optional(),
  CALENDAR: z.string().default('data/calendars/al.json'),
  DEADLINE_REMINDERS: z
    .string()
    .default('7,1,-1,-7')
    .refine(
      (value) => /^\s*-?\d{1,3}(\s*,\s*-?\d{1,3}){0,9}\s*$/.test(value),
      'must be days such as 7,1,-1,-7 (before a deadline; with a minus after it)',
    )
    .transform((value) => value.split(',').map(Number)),
  INFORMATION_LAW: z.string().default('data/information-laws/al.json'),
  REPLY_DAYS: wholeNumber(1, 90).prefault('15'),
  DISPUTE_DAYS: wholeNumber(1, 250).prefault('15'),
  PAGE_CACHE_MB: wholeNumber(1, 65536).prefault('128'),
});

const ofProvider = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;

const ofBucket = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_ACCESS_KEY_ID',
  'FILES_S3_SECRET_ACCESS_KEY',
] as const;

const schema = settings
  .refine(({ ROLES, DATABASE_URL }) => DATABASE_URL !== undefined || new Set(ROLES).size > 1, {
    path: ['ROLES'],
    message: 'processes that share the work need a DATABASE_URL: the embedded database serves one alone',
  })
  .superRefine((value, context) => {
    for (const [names, isAsked] of [
      [ofProvider, value.OIDC_SECOND_FACTOR],
      [ofBucket, false],
    ] as const) {
      const missing = names.filter((name) => value[name] === undefined);
      if (missing.length === names.length && !isAsked) continue;
      const message = `is missing: ${names.join(', ')} are set together`;
      for (const name of missing) context.addIssue({ code: 'custom', path: [name], message });
    }
  });

/** What they hold is shown to nobody, not even to say what is wrong with it: it would stay in logs. */
const secrets: readonly string[] = [
  'AUTH_SECRET',
  'DATABASE_URL',
  'FILES_S3_ACCESS_KEY_ID',
  'FILES_S3_ENDPOINT',
  'FILES_S3_SECRET_ACCESS_KEY',
  'METRICS_TOKEN',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
];

/**
 * Reads the settings from the environment. One that is empty is as if left out.
 * @throws ConfigError naming every variable at fault and what was expected.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(env)) {
    if (value.trim() !== '') given[name] = value.trim();
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const shown = secrets.includes(name) ? '' : `=${JSON.stringify(given[name] ?? '')}`;
      return `${name}${shown}: ${issue.message}`;
    });
    throw new ConfigError(`These settings cannot be used:\n  ${faults.join('\n  ')}`);
  }
  const value = parsed.data;
  return {
    dataDir: resolve(projectFolder, value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    preparedStatements: value.PREPARED_STATEMENTS,
    statementTimeout: value.STATEMENT_TIMEOUT === 0 ? undefined : value.STATEMENT_TIMEOUT * 1000,
    roles: { web: value.ROLES.includes('web'), worker: value.ROLES.includes('worker') },
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL ?? `http://localhost:${value.PORT}`,
    demo: value.DEMO,
    logLevel: value.LOG_LEVEL,
    metricsToken: value.METRICS_TOKEN,
    authSecret: value.AUTH_SECRET,
    provider: providerOf(value),
    bucket: bucketOf(value),
    scanner: scannerOf(value),
    capturesLinks: value.CAPTURE_LINKS,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    signatureRoots:
      value.SIGNATURE_ROOTS === undefined ? undefined : resolve(projectFolder, value.SIGNATURE_ROOTS),
    calendar: resolve(projectFolder, value.CALENDAR),
    reminderDays: value.DEADLINE_REMINDERS,
    informationLaw: resolve(projectFolder, value.INFORMATION_LAW),
    replyDays: value.REPLY_DAYS,
    disputeDays: value.DISPUTE_DAYS,
    pageCacheBytes: value.PAGE_CACHE_MB * 1024 * 1024,
  };
}

function providerOf(value: z.output<typeof settings>): Provider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = value;
  const { OIDC_NAME: name, OIDC_SECOND_FACTOR: asksSecondFactor } = value;
  if (issuer === undefined || clientId === undefined) return undefined;
  if (clientSecret === undefined || name === undefined) return undefined;
  return { issuer, clientId, clientSecret, name, asksSecondFactor };
}

function scannerOf(value: z.output<typeof settings>): ScannerAddress | undefined {
  if (value.CLAMD_SOCKET !== undefined) return { path: value.CLAMD_SOCKET };
  return value.CLAMD_HOST === undefined ? undefined : { host: value.CLAMD_HOST, port: value.CLAMD_PORT };
}

function bucketOf(value: z.output<typeof settings>): BucketSettings | undefined {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = value;
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = value;
  if (endpoint === undefined || bucket === undefined) return undefined;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}
