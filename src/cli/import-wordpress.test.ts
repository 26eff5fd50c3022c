import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { post, wxr } from '#features/articles/server/wordpress/wxr.fixture.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addGrant } from '#testing/factories.ts';
import { useFolders } from '#testing/folders.ts';
import { runPop } from './run.ts';

const database = useDatabase();
const folders = useFolders();
let folder = '';
let uploads = '';
let site = '';

async function pop(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runPop(['import-wordpress', ...args], {
    env: { LANG: 'en_GB.UTF-8', DATABASE_URL: database().url, DATA_DIR: folder, LOG_LEVEL: 'silent' },
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

beforeAll(async () => {
  folder = await folders();
  uploads = join(folder, 'uploads');
  site = join(folder, 'site.xml');
  await mkdir(join(uploads, '2021'), { recursive: true });
  const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: '#963' } });
  await writeFile(join(uploads, '2021', 'sheshi.png'), await picture.png().toBuffer());
  const image = '<img src="https://cli.example/wp-content/uploads/2021/sheshi.png" alt="Sheshi">';
  await writeFile(
    site,
    wxr('cli.example', [
      post({ id: 1, content: `Teksti për të dhe në të. ${image}` }),
      post({ id: 2, kind: 'page' }),
    ]),
  );
});

test('without a coordinator nobody answers for the articles: nothing is brought over', async () => {
  expect(await pop(site)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('pop user add') });
});

test('it is tried, done with its pictures, and changes nothing the second time', async () => {
  const { db } = database();
  const { id } = await addAccount(db);
  await addGrant(db, { account_id: id, role: 'coordinator' });

  const tried = await pop(site, '--dry-run', '--media', uploads);
  expect(tried).toMatchObject({ code: 0, err: '' });
  expect(tried.out).toContain('Added: 2');
  expect(await db.selectFrom('article_draft').select('id').execute()).toEqual([]);

  const report = join(folder, 'report.csv');
  const done = await pop(site, '--publish', '--media', uploads, '--report', report);
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain('Published: 1');
  expect(done.out).toContain('1 draft waits to be looked at');
  expect(await db.selectFrom('article_picture').select('alt').execute()).toEqual([{ alt: { sq: 'Sheshi' } }]);
  const [header, first] = (await readFile(report, 'utf8')).split('\n');
  expect(header).toBe('kind,id,title,address,outcome,notes');
  expect(first).toContain('Pictures: 1.');

  const again = await pop(site, '--publish', '--media', uploads);
  expect(again.out).toContain('Unchanged: 2');
  expect(again.out).toContain('Added: 0');
});

test('what cannot be read ends with 1 and its reason', async () => {
  const broken = join(folder, 'broken.xml');
  await writeFile(broken, '<rss><channel><item></channel></rss>');
  const packed = join(folder, 'broken.zip');
  await writeFile(packed, 'PK');
  for (const [args, reason] of [
    [[broken], 'not well-formed'],
    [[join(folder, 'nowhere.xml')], 'no such file'],
    [[site, '--media', join(folder, 'nowhere')], 'no such file'],
    [[site, '--media', packed], 'no ZIP'],
    [[site, '--organisation', 'askush'], 'no organisation'],
  ] as const) {
    expect(await pop(...args), reason).toMatchObject({ code: 1, err: expect.stringContaining(reason) });
  }
});
