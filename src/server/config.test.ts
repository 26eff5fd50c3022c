import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function faultOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return '';
}

test('without settings it serves this machine on port 3000', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    preparedStatements: true,
    statementTimeout: 15_000,
    roles: { web: true, worker: true },
    demo: false,
  });
});

test('a setting that is empty is as if left out', () => {
  const names = ['PORT', 'HOST', 'DEMO', 'ROLES', 'PUBLIC_URL', 'DATABASE_URL', 'PREPARED_STATEMENTS'];
  const blank = Object.fromEntries(names.map((name, at) => [name, at % 2 === 0 ? '' : ' ']));
  expect(readConfig(blank)).toEqual(readConfig({}));
});

test.each([
  ['PORT', ['abc', '-1', '3.5', '70000', '0x10', '1e3']],
  ['PAGE_CACHE_MB', ['0', 'much']],
  ['STATEMENT_TIMEOUT', ['1h', '9999']],
  [
    'PUBLIC_URL',
    ['foo', 'http://[', 'ftp://a.example', 'https://a.example/path', 'https://a.example?x', 'https://u@a'],
  ],
  ['ROLES', ['boss', 'web,boss']],
  ['DEMO', ['yes']],
  ['LOG_LEVEL', ['loud']],
  ['MAIL_FROM', ['nobody', 'POP <pop>', 'a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example']],
])('%s that cannot be used is named, with its value and what was expected', (name, values) => {
  for (const value of values) {
    const fault = faultOf({ [name]: value, DATABASE_URL: 'postgres://a@b/c' });
    expect(fault).toMatch(new RegExp(`^These settings cannot be used:\n  ${name}=".*": must be `));
    expect(fault).toContain(JSON.stringify(value));
  }
});

test.each([
  [
    'DATABASE_URL',
    [
      'mysql://u:secret@host/db',
      'postgres://',
      'postgres://u:se#cret@host/db',
      'postgres://u:secret%zz@host/db',
      'postgres://u:secret@host',
    ],
  ],
  ['SMTP_URL', ['http://u:secret@host', 'smtp://', 'smtp://u:se#cret@host:587']],
])('%s that cannot be used is named, and what it holds is not shown', (name, values) => {
  for (const value of values) {
    const fault = faultOf({ [name]: value });
    expect(fault).toMatch(
      new RegExp(`^These settings cannot be used:\n  ${name}: must be an address such as `),
    );
    expect(fault).not.toContain('cret');
  }
});

test('one role alone needs a database that can be shared', () => {
  for (const ROLES of ['web', 'worker', 'web,web']) {
    expect(faultOf({ ROLES })).toContain('need a DATABASE_URL');
    expect(faultOf({ ROLES, DATABASE_URL: 'postgres:///pop?host=/var/run/postgresql' })).toBe('');
  }
});

test('the public address is written as browsers write it', () => {
  expect(readConfig({ PUBLIC_URL: 'HTTPS://Pop.Example.org:443/' }).publicUrl).toBe(
    'https://pop.example.org',
  );
});

test('a relative data folder is the same one wherever a command is called', () => {
  expect(readConfig({}).dataDir).toBe(join(import.meta.dirname, '../../var'));
  expect(readConfig({ DATA_DIR: '../pop-data' }).dataDir).toBe(
    join(import.meta.dirname, '../../../pop-data'),
  );
  expect(readConfig({ DATA_DIR: '/srv/pop të dhënat' }).dataDir).toBe('/srv/pop të dhënat');
});

test('a provider to sign in at is set whole, or not at all; its secret is not shown', () => {
  const provider = {
    OIDC_ISSUER: 'https://id.example.org/realms/pop',
    OIDC_CLIENT_ID: 'pop',
    OIDC_CLIENT_SECRET: 'very secret',
    OIDC_NAME: 'Rrjeti',
  };
  expect(readConfig({}).provider).toBeUndefined();
  expect(readConfig({ ...provider, OIDC_SECOND_FACTOR: '1' }).provider).toEqual({
    issuer: provider.OIDC_ISSUER,
    clientId: 'pop',
    clientSecret: 'very secret',
    name: 'Rrjeti',
    asksSecondFactor: true,
  });
  for (const name of Object.keys(provider)) {
    const fault = faultOf({ ...provider, [name]: '' });
    expect(fault).toMatch(new RegExp(`^.*\n  ${name}.*: is missing: OIDC_ISSUER, .* are set together$`));
    expect(fault).not.toContain('very secret');
  }
  expect(faultOf({ OIDC_SECOND_FACTOR: '1' })).toContain('OIDC_ISSUER');
});

test('what is said of people at a provider does not travel in the clear, but on this machine', () => {
  const rest = { OIDC_CLIENT_ID: 'pop', OIDC_CLIENT_SECRET: 's', OIDC_NAME: 'n' };
  for (const issuer of ['http://id.example.org', 'http://localhost.example.org/', 'ftp://x', 'https://a?b']) {
    expect(faultOf({ ...rest, OIDC_ISSUER: issuer })).toContain('must be an address such as https://');
  }
  for (const issuer of ['https://id.example.org', 'http://localhost:3000', 'http://127.0.0.1:4000/realm']) {
    expect(readConfig({ ...rest, OIDC_ISSUER: issuer }).provider?.issuer).toBe(issuer);
  }
});

test('a bucket for files is set whole, or not at all; its keys are not shown', () => {
  const bucket = {
    FILES_S3_ENDPOINT: 'https://s3.example.org',
    FILES_S3_BUCKET: 'pop-files',
    FILES_S3_ACCESS_KEY_ID: 'a very secret name',
    FILES_S3_SECRET_ACCESS_KEY: 'a very secret key',
  };
  expect(readConfig({}).bucket).toBeUndefined();
  expect(readConfig(bucket).bucket).toMatchObject({ bucket: 'pop-files', region: 'us-east-1' });
  for (const name of Object.keys(bucket)) {
    const fault = faultOf({ ...bucket, [name]: '' });
    expect(fault).toMatch(
      new RegExp(`^.*\n  ${name}.*: is missing: FILES_S3_ENDPOINT, .* are set together$`),
    );
    expect(fault).not.toContain('very secret');
  }
  for (const endpoint of [
    's3.example.org',
    'https://a.example/',
    'https://key:secret@a.example',
    'https://a?b',
  ]) {
    const fault = faultOf({ ...bucket, FILES_S3_ENDPOINT: endpoint });
    expect(fault).toContain('FILES_S3_ENDPOINT: must be an address such as https://');
    expect(fault).not.toContain('secret@');
  }
  for (const name of ['Pop', '../pop', 'p/op']) {
    expect(faultOf({ ...bucket, FILES_S3_BUCKET: name })).toContain('must be the name of a bucket');
  }
});
