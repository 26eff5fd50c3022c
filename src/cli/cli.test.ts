import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { runPop } from './run.ts';

const database = useDatabase();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `pop` and keeps what it writes. */
async function pop(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  let out = '';
  let err = '';
  const code = await runPop(args, {
    env: { LANG: 'en_GB.UTF-8', DATABASE_URL: database().url, ...env },
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

async function writeSources(name: string, csv: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await writeFile(
    join(path, 'datapackage.json'),
    JSON.stringify({ resources: [{ name: 'sources', path: 'sources.csv' }] }),
  );
  await writeFile(join(path, 'sources.csv'), csv);
  return path;
}

describe('how pop is called', () => {
  test.each([[['help']], [['--help']], [[]]])('%j tells the commands', async (args) => {
    const { code, out, err } = await pop(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of ['import', 'export', 'migrate', 'help', '--version'])
      expect(out).toContain(`pop ${name}`);
  });

  test.each([[['help', 'import']], [['import', '--help']]])(
    '%j tells one command, and that nothing is deleted',
    async (args) => {
      const { code, out } = await pop(args);
      expect(code).toBe(0);
      expect(out).toContain('pop import DIR');
      expect(out).toContain('an import deletes nothing');
      expect(out).not.toContain('pop export');
    },
  );

  test('--version tells the version', async () => {
    expect(await pop(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test.each([
    [['improt', 'data'], 'There is no command "improt".'],
    [['help', 'improt'], 'There is no command "improt".'],
    [['import'], 'pop import DIR'],
    [['import', 'a', 'b'], 'pop import DIR'],
    [['import', 'a', '--dryrun'], 'pop import DIR'],
    [['export', 'a', '--lang'], '--lang sq'],
    [['export', 'a', '--lang', 'de'], '--lang sq'],
    [['migrate', 'now'], 'pop migrate'],
  ])('%j is called wrongly: exit code 2', async (args, text) => {
    const { code, out, err } = await pop(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
  });

  test('in Albanian too', async () => {
    expect((await pop(['improt', '--lang', 'sq'])).err).toContain('Nuk ka komandë "improt".');
    expect((await pop(['improt'], { LANG: 'sq_AL.UTF-8' })).err).toContain('Nuk ka komandë "improt".');
  });

  test('with settings that cannot be used: a sentence, exit code 1', async () => {
    const { code, err } = await pop(['migrate'], { DATABASE_URL: 'mysql://localhost/pop' });
    expect(code).toBe(1);
    expect(err).toContain('DATABASE_URL');
    expect(err).not.toContain('    at ');
  });
});

describe('pop import', () => {
  test('tries, imports, and then has nothing to change', async () => {
    const path = await writeSources('good', 'id,title\na,A\nb,B\n');
    expect(await pop(['import', path, '--dry-run'])).toEqual({
      code: 0,
      out: 'sources: 2 new, 0 changed, 0 as before\nDry run finished: nothing has been changed.\n',
      err: 'sources: 2 of 2\n',
    });
    expect(await pop(['import', path, '--verbose'])).toEqual({
      code: 0,
      out: 'sources: 2 new, 0 changed, 0 as before\n  + a\n  + b\nImport finished.\n',
      err: 'sources: 2 of 2\n',
    });
    expect(await pop(['import', path])).toEqual({
      code: 0,
      out: 'sources: 0 new, 0 changed, 2 as before\nThere is nothing to change.\n',
      err: '',
    });
  });

  test('shows cells that change, old and new', async () => {
    const path = await writeSources('changed', 'id,title,url\nb,Better,https://example.org\n');
    const { out } = await pop(['import', path, '--dry-run', '--verbose']);
    expect(out).toContain('  b title: "B" → "Better"\n  b url: "" → "https://example.org"\n');
  });

  test('tells every fault in a line, how many there are, and changes nothing: exit code 1', async () => {
    const path = await writeSources('bad', 'id,title,published_on\nÇ,C,2021\nd,,2021-02-30\n');
    expect(await pop(['import', path])).toEqual({
      code: 1,
      out: '',
      err: [
        'sources.csv, row 2, column id, "Ç": expected a key of at most 200 characters: small letters a to z, digits, hyphens',
        'sources.csv, row 3, column title, "": expected a value',
        'sources.csv, row 3, column published_on, "2021-02-30": expected a date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD',
        '3 faults. Nothing has been changed.',
        '',
      ].join('\n'),
    });
    const { rows } = await database().pool.query(`SELECT FROM source WHERE key = 'd'`);
    expect(rows).toEqual([]);
  });

  test('of very many faults tells the first hundred', async () => {
    const path = await writeSources('worse', `id,title\n${'É,x\n'.repeat(130)}`);
    const { err } = await pop(['import', path]);
    expect(err.trimEnd().split('\n')).toHaveLength(102);
    expect(err).toContain('30 more faults are not shown here.\n130 faults. Nothing has been changed.\n');
  });
});

describe('pop export', () => {
  test('writes a package, and leaves a folder of other things alone: exit code 1', async () => {
    const path = join(folder, 'out');
    const { code, out } = await pop(['export', path]);
    expect({ code, out }).toEqual({ code: 0, out: `2 rows written to ${path}\n` });
    expect((await pop(['import', path])).out).toContain('There is nothing to change.');
    const other = join(folder, 'other');
    await mkdir(other);
    await writeFile(join(other, 'thesis.txt'), 'mine');
    expect(await pop(['export', other])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(other),
    });
    expect(await pop(['export', other, '--force'])).toMatchObject({ code: 0 });
  });

  test('makes the folders that are missing', async () => {
    expect(await pop(['export', join(folder, 'new/one/two')])).toMatchObject({ code: 0 });
  });

  test.each([
    ['where nothing can be made', () => '/proc/x', 'ENOENT'],
    ['far inside where nothing can be made', () => '/proc/x/y/z', 'ENOENT'],
    ['where a file stands', () => join(folder, 'taken'), 'EEXIST'],
    ['below a file', () => join(folder, 'taken/below'), 'ENOTDIR'],
    ['under a name that is too long', () => join(folder, 'x'.repeat(300)), 'ENAMETOOLONG'],
  ])('%s it refuses in a sentence: exit code 1', async (_, pathOf, reason) => {
    await writeFile(join(folder, 'taken'), 'mine');
    const path = pathOf();
    expect(await pop(['export', path])).toEqual({
      code: 1,
      out: '',
      err: `The folder ${path} cannot be written to (${reason}); nothing was written.\n`,
    });
  });
});

test('pop migrate says that nothing is left', async () => {
  expect(await pop(['migrate'])).toMatchObject({ code: 0, out: 'The database is in its newest form.\n' });
});
