import { zipSync } from 'fflate';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import { useArticles } from '../articles.fixture.ts';
import { readDraftPictures } from '../draft-store.ts';
import { removePicture } from '../pictures.ts';
import { showArticle } from '../service.ts';
import { importSite, type ImportOptions } from './import-site.ts';
import { readLines } from './import-store.ts';
import { openSite } from './open-site.ts';
import { openFolder, openZip, UnreadableArchive, type SiteMedia } from './site-media.ts';
import { attachment, post, wxr } from './wxr.fixture.ts';

const articles = useArticles();
const folders = useFolders();
let folder: string;
let square: Buffer;
let sea: Buffer;
let files = 0;

const photograph = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Dikush' } })
    .jpeg()
    .toBuffer();

beforeAll(async () => {
  folder = await folders();
  [square, sea] = await Promise.all([photograph('#963'), photograph('#36c')]);
  const uploads = join(folder, 'site', 'wp-content', 'uploads', '2021', '05');
  await mkdir(uploads, { recursive: true });
  await writeFile(join(uploads, 'sheshi.jpg'), square);
  await writeFile(join(uploads, 'deti-300x200.jpg'), sea);
  await writeFile(join(uploads, 'program.jpg'), '<?php system($_GET[0]);');
  await writeFile(join(folder, 'secret.jpg'), square);
  await symlink(join(folder, 'secret.jpg'), join(uploads, 'lidhje.jpg'));
});

async function run(text: string, media: SiteMedia | undefined, given: Partial<ImportOptions> = {}) {
  const { app, coordinator } = articles.people;
  files += 1;
  const path = join(folder, `pictures-${files}.xml`);
  await writeFile(path, text);
  const account = coordinator.kind === 'account' ? coordinator.id : '';
  const options = { fileName: 'site.xml', dryRun: false, publish: false, account, media, ...given };
  const result = await importSite(app, await openSite(path), options);
  if (result.kind !== 'done') throw new Error(result.why);
  const lines = await readLines(app.db, result.id, { after: 0, limit: 100 });
  return { counts: result.counts, notes: lines.map(({ outcome, notes }) => ({ outcome, notes })) };
}

async function draftIdOf(site: string, sourceId: string): Promise<string> {
  const { id } = await articles.people.app.db
    .selectFrom('imported_article')
    .select('draft_id as id')
    .where('site', '=', site)
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return id;
}

const uploads = (site: string, path: string) => `https://${site}/wp-content/uploads/${path}`;
const inText = (site: string, path: string, more = '') =>
  `<figure><img class="wp-image-5 size-medium" src="${uploads(site, path)}" ${more}/><figcaption>Sheshi. Foto: Besa Hoxha</figcaption></figure>`;

test('the pictures of a post come with it: the one that was sent, cleaned, with its words and who took it', async () => {
  const site = 'foto.example';
  const text = wxr(site, [
    post({
      id: 1,
      content: `Teksti për të dhe në të. ${inText(site, '2021/05/sheshi-300x200.jpg', 'alt="Sheshi i qytetit"')}`,
      extra:
        '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>6</wp:meta_value></wp:postmeta>',
    }),
    attachment(5, uploads(site, '2021/05/sheshi.jpg'), { alt: 'Sheshi' }),
    attachment(6, uploads(site, '2021/05/deti-300x200.jpg'), { alt: 'Deti' }),
  ]);
  const media = await openFolder(join(folder, 'site'));
  const { app, coordinator } = articles.people;
  expect((await run(text, media, { dryRun: true })).notes[0]?.notes).toContainEqual({
    code: 'pictures-taken',
    value: '2',
  });
  const { counts } = await run(text, media, { publish: true });
  expect(counts).toMatchObject({ added: 1, published: 1, waiting: 0 });
  const id = await draftIdOf(site, '1');
  const pictures = await readDraftPictures(app.db, id);
  expect(pictures.map(({ altSq, altEn, credit }) => [altSq, altEn, credit])).toEqual([
    ['Deti', '', site],
    ['Sheshi i qytetit', '', 'Besa Hoxha'],
  ]);
  expect(pictures.every(({ originalSha256, copySha256 }) => originalSha256 !== copySha256)).toBe(true);
  const { key } = await app.db
    .selectFrom('article')
    .innerJoin('article_draft', 'article_draft.article_id', 'article.id')
    .select('article.key')
    .where('article_draft.id', '=', id)
    .executeTakeFirstOrThrow();
  expect((await showArticle(app, key)).pictures).toMatchObject([
    { alt: { sq: 'Deti' } },
    { credit: 'Besa Hoxha' },
  ]);

  // Once more: nothing changes.
  const again = await run(text, media, { publish: true });
  expect(again.counts).toMatchObject({ unchanged: 1, added: 0, updated: 0, published: 0, waiting: 0 });
  expect(await readDraftPictures(app.db, id)).toEqual(pictures);
  expect(coordinator.kind).toBe('account');
});

test('pictures may come later, and one that was taken out here does not come again', async () => {
  const site = 'vone.example';
  const text = wxr(site, [post({ id: 1, content: `Teksti për të. ${inText(site, '2021/05/sheshi.jpg')}` })]);
  expect((await run(text, undefined)).notes[0]?.notes).toContainEqual({
    code: 'pictures',
    value: uploads(site, '2021/05/sheshi.jpg'),
  });
  const media = openZip(zipSync({ 'site/wp-content/uploads/2021/05/sheshi.jpg': square }));
  await run(text, media);
  const { app, coordinator } = articles.people;
  const id = await draftIdOf(site, '1');
  const [picture] = await readDraftPictures(app.db, id);
  expect(picture).toMatchObject({ altSq: 'Sheshi. Foto: Besa Hoxha', credit: 'Besa Hoxha' });
  await removePicture(app, coordinator, id, picture?.id ?? '');
  await run(text, media);
  expect(await readDraftPictures(app.db, id)).toEqual([]);
});

test('what is missing, no picture, outside of the uploads or without words is told, and keeps a post a draft', async () => {
  const site = 'keq.example';
  const image = (path: string) => `<img src="${uploads(site, path)}">`;
  const text = wxr(site, [
    post({ id: 1, content: `Teksti për të. ${image('2021/05/mungon.jpg')}` }),
    post({ id: 2, content: `Teksti për të. ${image('2021/05/program.jpg')}` }),
    post({ id: 3, content: `Teksti për të. ${image('2021/05/sheshi.jpg')}` }),
    post({
      id: 4,
      content: `Teksti për të. ${image('2021/05/lidhje.jpg')} ${image('../../../secret.jpg')} ${image('2021/%2e%2e/%2e%2e/secret.jpg')}`,
    }),
  ]);
  const { counts, notes } = await run(text, await openFolder(join(folder, 'site')), { publish: true });
  expect(counts).toMatchObject({ added: 4, published: 0, waiting: 4 });
  const codes = notes.map((line) => JSON.stringify(line.notes));
  expect(codes[0]).toContain('"missing-media","value":"2021/05/mungon.jpg"');
  expect(codes[1]).toContain('"picture-refused","value":"2021/05/program.jpg"');
  expect(codes[2]).toContain('"picture-undescribed","value":"2021/05/sheshi.jpg"');
  expect(codes[3]).toContain('"missing-media","value":"2021/05/lidhje.jpg"');
});

test('a packed file that is none, or lies about its names, writes nothing and gives nothing', async () => {
  expect(() => openZip(Buffer.from('PK nothing'))).toThrow(UnreadableArchive);
  const media = openZip(zipSync({ '../../etc/passwd': square, 'uploads/2021/x.jpg': square }));
  expect(await media.read('2021/x.jpg')).toBeDefined();
  expect(await media.read('etc/passwd')).toBeUndefined();
  expect(await media.read('2021/y.jpg')).toBeUndefined();
});
