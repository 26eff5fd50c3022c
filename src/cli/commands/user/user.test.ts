import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { addMunicipalities, addOrganisation } from '#testing/factories.ts';
import { runPop } from '../../run.ts';

const database = useDatabase();
let dataDir = '';
let organisation = '';
let municipality = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pop-user-'));
  organisation = (await addOrganisation(database().db)).key;
  municipality = (await addMunicipalities(database().db, [{}]))[0]?.key ?? '';
});
afterAll(() => rm(dataDir, { recursive: true }));

async function pop(args: readonly string[], piped = '') {
  let out = '';
  let err = '';
  const code = await runPop(['user', ...args], {
    env: {
      LANG: 'en_GB.UTF-8',
      DATABASE_URL: database().url,
      DATA_DIR: dataDir,
      PUBLIC_URL: 'https://pop.example',
    },
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    in: Readable.from([piped]),
  });
  return { code, out, err };
}

test('the first administrator gets a link to set a password', async () => {
  const { code, out } = await pop(['add', 'Ana@Example.org', '--name', 'Ana', '--role', 'administrator']);
  expect(code).toBe(0);
  expect(out).toContain('Added ana@example.org\nana@example.org is now administrator\n');
  expect(out).toMatch(/https:\/\/pop\.example\/sq\/sign-in\/new-password\?token=[\w-]{43}\n/);
  expect((await pop(['list'])).out).toBe('ana@example.org\tAna\tadministrator\t\t\t\n');
});

test('who has an account gets another role, once, and no second link', async () => {
  const editor = ['add', 'ana@example.org', '--role', 'editor', '--organisation', organisation];
  expect(await pop(editor)).toMatchObject({ code: 0, out: 'ana@example.org is now editor\n' });
  expect(await pop(editor)).toMatchObject({ code: 0, out: 'ana@example.org was editor already\n' });
});

test('a password is taken from the pipe, and told to nobody', async () => {
  const add = ['add', 'ben@example.org', '--role', 'coordinator', '--password-stdin'];
  expect(await pop(add, 'short\n')).toMatchObject({ code: 1, err: expect.stringContaining('10 to 200') });
  const { code, out } = await pop(add, 'kali i bardhe\n');
  expect(code).toBe(0);
  expect(out).not.toContain('kali');
  expect(out).not.toContain('token');
});

test('a role is ended, and what is not held cannot be', async () => {
  const end = ['end-role', 'ben@example.org', '--role', 'coordinator'];
  expect(await pop(end)).toMatchObject({ code: 0 });
  expect(await pop(['end-role', 'ben@example.org', '--role', 'administrator'])).toMatchObject({ code: 1 });
  expect(await pop(['end-role', 'nobody@example.org', '--role', 'coordinator'])).toMatchObject({ code: 1 });
});

test.each([
  [['add', 'no address', '--role', 'coordinator'], 'is no e-mail address'],
  [['add', 'c@example.org', '--role', 'boss'], 'There is no role boss'],
  [['add', 'c@example.org', '--role', 'editor'], 'needs --organisation'],
  [['add', 'c@example.org', '--role', 'municipality-contact'], 'needs --municipality'],
  [
    ['add', 'c@example.org', '--role', 'editor', '--organisation', 'none-such'],
    'There is no organisation none-such',
  ],
  [['link', 'c@example.org'], 'There is no account c@example.org'],
])('%j is refused with a sentence, and nothing is made', async (args, sentence) => {
  const { code, err } = await pop(args);
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect((await pop(['list'])).out).not.toContain('c@example.org');
});

test('a coordinator is bound to no municipality', async () => {
  const add = ['add', 'd@example.org', '--role', 'coordinator', '--municipality', municipality];
  expect(await pop(add)).toMatchObject({ code: 1, err: expect.stringContaining('whole network') });
});

test.each([[[]], [['remove']], [['add']]])('user %j is called wrongly: exit code 2', async (args) => {
  expect(await pop(args)).toMatchObject({ code: 2 });
});
