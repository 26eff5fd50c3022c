import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import { useArticles } from '../articles.fixture.ts';
import { changeArticle, listDrafts, showDraft } from '../drafts.ts';
import { whereMoved } from '../moved.ts';
import { showArticle } from '../service.ts';
import { importSite, type ImportOptions } from './import-site.ts';
import { readLines } from './import-store.ts';
import { openSite } from './open-site.ts';
import { post, wxr } from './wxr.fixture.ts';

const articles = useArticles();
const folders = useFolders();
let folder: string;
beforeAll(async () => {
  folder = await folders();
});
let files = 0;

/** Runs the import on a file with this text. */
async function run(text: string | Uint8Array, given: Partial<ImportOptions> = {}) {
  const { app, coordinator } = articles.people;
  files += 1;
  const path = join(folder, `site-${files}.xml`);
  await writeFile(path, text);
  const account = coordinator.kind === 'account' ? coordinator.id : '';
  const result = await importSite(app, await openSite(path), {
    fileName: 'site.xml',
    dryRun: false,
    publish: false,
    account,
    ...given,
  });
  if (result.kind !== 'done') throw new Error(result.why);
  const lines = await readLines(app.db, result.id, { after: 0, limit: 100 });
  return { counts: result.counts, lines };
}

async function draftOf(site: string, sourceId: string) {
  const { app, coordinator } = articles.people;
  const row = await app.db
    .selectFrom('imported_article')
    .select('draft_id as id')
    .where('site', '=', site)
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return (await showDraft(app, coordinator, row.id)).draft;
}

test('a post comes as a draft, a second run changes nothing, and what changed there is taken until somebody edits here', async () => {
  const { app, coordinator } = articles.people;
  const site = 'twice.example';
  const text = (body: string) =>
    wxr(site, [post({ id: 7, title: 'Rruga &amp;amp; ura', content: body, link: `https://${site}/rruga/` })]);
  const first = await run(text('Teksti i parë.\n\nDhe <b>i dyti</b> i tij.'));
  expect(first.counts).toMatchObject({ added: 1, published: 0 });
  const draft = await draftOf(site, '7');
  expect(draft.content).toMatchObject({
    title: { sq: 'Rruga & ura' },
    body: { sq: 'Teksti i parë.\n\nDhe **i dyti** i tij.' },
    authors: 'Arta Hoxha',
    dated: '2021-05-03',
  });
  expect((await run(text('Teksti i parë.\n\nDhe <b>i dyti</b> i tij.'))).counts).toMatchObject({
    unchanged: 1,
    added: 0,
  });
  expect((await draftOf(site, '7')).version).toBe(draft.version);
  expect((await run(text('Teksti i ri i rrugës.'))).counts).toMatchObject({ updated: 1 });
  const form = articles.formOf({
    municipality: '',
    version: '2',
    titleSq: 'Tonë',
    bodySq: 'Të shkruar këtu',
  });
  expect((await changeArticle(app, coordinator, draft.id, form)).kind).toBe('done');
  const kept = await run(text('Edhe një herë tjetër.'));
  expect(kept.lines).toMatchObject([{ outcome: 'kept', notes: [{ code: 'edited-here' }] }]);
  expect((await draftOf(site, '7')).content.title).toEqual({ sq: 'Tonë' });
});

test('a dry run says the same and writes nothing but its report', async () => {
  const text = wxr('dry.example', [post({ id: 1 })]);
  expect((await run(text, { dryRun: true })).counts).toMatchObject({ added: 1 });
  const { app } = articles.people;
  expect(
    await app.db
      .selectFrom('imported_article')
      .select('source_id')
      .where('site', '=', 'dry.example')
      .execute(),
  ).toEqual([]);
});

test('both languages of a text are one article, and its old addresses lead to it once it is public', async () => {
  const site = 'two.example';
  const both = (id: number, language: string, title: string) =>
    post({
      id,
      title,
      link: `https://${site}/${language === 'en' ? 'en/' : ''}k%C3%ABshilli-${id}/`,
      extra: `<category domain="language" nicename="${language}">x</category><category domain="post_translations" nicename="pll_1">y</category>`,
    });
  const { counts } = await run(
    wxr(site, [both(1, 'sq', 'Këshilli i ri'), both(2, 'en', 'The new council')]),
    { publish: true },
  );
  expect(counts).toMatchObject({ added: 2, published: 1 });
  const { app } = articles.people;
  const { articleKey } = await draftOf(site, '1');
  expect(await showArticle(app, articleKey ?? '')).toMatchObject({
    title: { sq: 'Këshilli i ri', en: 'The new council' },
    publishedOn: '2021-05-03',
    version: 1,
    translation: 'follows',
  });
  const ask = (path: string, query = '') =>
    whereMoved(app, { host: `www.${site}`, path, query, language: 'en' });
  expect(await ask('/k%c3%abshilli-1')).toBe(`/en/news/${articleKey}`);
  expect(await ask('/en/këshilli-2/')).toBe(`/en/news/${articleKey}`);
  expect(await ask('/', 'p=2')).toBe(`/en/news/${articleKey}`);
});

test('a public article that changed there becomes its next version, reviewed by a person, unless somebody edited it here', async () => {
  const { app, coordinator } = articles.people;
  const site = 'next.example';
  const text = (body: string) => wxr(site, [post({ id: 1, content: body })]);
  const released = await run(text('Teksti për të dhe në të.'), { publish: true });
  expect(released.counts).toMatchObject({ published: 1, waiting: 0 });
  const changed = await run(text('Teksti i dytë për të.'), { publish: true });
  expect(changed.counts).toMatchObject({ updated: 1, published: 0, waiting: 1 });
  expect(JSON.stringify(changed.lines[0]?.notes)).toContain('next-version');
  const draft = await draftOf(site, '1');
  expect(draft.content).toMatchObject({
    body: { sq: 'Teksti i dytë për të.' },
    reason: { en: expect.any(String) },
  });
  expect(await showArticle(app, draft.articleKey ?? '')).toMatchObject({ version: 1 });
  expect((await listDrafts(app, coordinator, { isImported: true })).rows.map(({ id }) => id)).toContain(
    draft.id,
  );
  expect((await run(text('Teksti i dytë për të.'))).counts).toMatchObject({ unchanged: 1, waiting: 0 });
  const form = articles.formOf({
    municipality: '',
    version: String(draft.version),
    bodySq: 'Tonë',
    reasonSq: 'Tonë',
  });
  expect((await changeArticle(app, coordinator, draft.id, form)).kind).toBe('done');
  expect((await run(text('Teksti i tretë për të.'))).counts).toMatchObject({ kept: 1, updated: 0 });
});

test('what is no published post is left out with its reason, and what is lost of a post is told', async () => {
  const { lines } = await run(
    wxr('odd.example', [
      post({ id: 1, status: 'draft' }),
      post({ id: 2, status: 'private' }),
      post({ id: 3, status: 'trash' }),
      post({ id: 4, kind: 'revision', status: 'inherit' }),
      post({ id: 5, password: 'sekret' }),
      post({ id: 6, kind: 'attachment', status: 'inherit' }),
      post({
        id: 7,
        slug: 'njesoj',
        content:
          '<img src="https://odd.example/a.jpg"> [gallery ids="6,99"] <iframe src="x"></iframe> dhe teksti për të',
      }),
      post({ id: 8, slug: 'njesoj', date: '0000-00-00 00:00:00', title: '' }),
      post({ id: 9, extra: '<category domain="language" nicename="it">it</category>' }),
      post({ id: 10, kind: 'page' }),
    ]),
    { publish: true },
  );
  const told = lines.map(({ sourceId, outcome, notes }) => [
    sourceId,
    outcome,
    JSON.parse(JSON.stringify(notes))
      .map(({ code }: { code: string }) => code)
      .join(' '),
  ]);
  expect(told).toEqual([
    ['1', 'left-out', 'status'],
    ['2', 'left-out', 'status'],
    ['3', 'left-out', 'status'],
    ['4', 'left-out', 'kind'],
    ['5', 'left-out', 'password'],
    ['6', 'left-out', 'media'],
    ['7', 'added', 'language-guessed shortcodes embeds missing-media duplicate-slug pictures'],
    ['8', 'added', 'language-guessed untitled date-unknown duplicate-slug'],
    ['9', 'left-out', 'language'],
    ['10', 'added', 'language-guessed page'],
  ]);
  // Without a date, or as a page, nothing becomes public by itself.
  expect([
    (await draftOf('odd.example', '7')).articleKey === null,
    (await draftOf('odd.example', '8')).articleKey,
    (await draftOf('odd.example', '10')).articleKey,
  ]).toEqual([false, null, null]);
});

test.each([
  [
    'doctype',
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
  ],
  ['truncated', wxr('cut.example', [post({ id: 1 })]).slice(0, -30)],
  ['not-well-formed', '<rss><channel><item></channel></rss>'],
  ['not-an-export', '<html><body>Faqja</body></html>'],
  ['not-json', '{"posts": ['],
  ['not-an-export', '[]'],
])('a file that is %s is refused, and nothing of it is brought over', async (code, text) => {
  await expect(run(text)).rejects.toMatchObject({ code });
  const { app } = articles.people;
  expect(
    await app.db.selectFrom('imported_article').select('site').where('site', '=', 'cut.example').execute(),
  ).toEqual([]);
});

test('bytes that are no letters, named letters outside of CDATA and “]]>” inside of it do no harm', async () => {
  const text = wxr('bytes.example', [
    post({
      id: 1,
      title: 'Zëri &euml; &nbsp;dhe &#x201C;fjala&#8221;',
      content: 'Teksti ]]]]><![CDATA[> dhe në të &amp;nbsp; fundi\u0001',
    }),
  ]);
  const bytes = Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(text.replace('fundi', 'PRISHUR'), 'utf8')]);
  const at = bytes.indexOf('PRISHUR');
  bytes[at] = 0xff;
  const { lines } = await run(bytes);
  expect(lines).toMatchObject([
    { outcome: 'added', notes: [{ code: 'language-guessed' }, { code: 'damaged' }] },
  ]);
  const { content } = await draftOf('bytes.example', '1');
  expect(content.title.sq).toBe('Zëri ë dhe “fjala”');
  expect(content.body.sq).toBe('Teksti \\]\\]> dhe në të   \uFFFDRISHUR');
});

test('answers of REST in a folder are read like an export, whatever order they come in', async () => {
  const { app, coordinator } = articles.people;
  const rest = join(folder, 'rest');
  await mkdir(rest);
  const one = (id: number, title: string, more: object = {}) => ({
    id,
    type: 'post',
    status: 'publish',
    link: `https://rest.example/${id}/`,
    slug: `s${id}`,
    date: '2022-01-02T10:00:00',
    date_gmt: '2022-01-02T09:00:00',
    title: { rendered: title },
    content: {
      rendered: '<p>Takimi në fshat për rrugën e re</p><script>alert(1)</script>',
      protected: false,
    },
    author: 3,
    categories: [9],
    ...more,
  });
  await writeFile(
    join(rest, 'a-posts.json'),
    JSON.stringify([one(1, 'Mendimi'), one(2, 'I fshehur', { content: { rendered: '', protected: true } })]),
  );
  await writeFile(
    join(rest, 'b-rest.json'),
    JSON.stringify({
      users: [{ id: 3, name: 'Ben Kola' }],
      categories: [{ id: 9, name: 'Opinione', slug: 'opinione', taxonomy: 'category' }],
    }),
  );
  const account = coordinator.kind === 'account' ? coordinator.id : '';
  const result = await importSite(app, await openSite(rest), {
    fileName: 'rest',
    dryRun: false,
    publish: false,
    account,
  });
  expect(result).toMatchObject({ kind: 'done', counts: { added: 1, 'left-out': 1 } });
  expect((await draftOf('rest.example', '1')).content).toMatchObject({
    kind: 'opinion',
    authors: 'Ben Kola',
    body: { sq: 'Takimi në fshat për rrugën e re' },
    dated: '2022-01-02',
  });
});

test('an organisation that is not there is told', async () => {
  const { app } = articles.people;
  const path = join(folder, 'org.xml');
  await writeFile(path, wxr('org.example', []));
  expect(
    await importSite(app, await openSite(path), {
      fileName: 'x',
      dryRun: true,
      publish: false,
      organisation: 'nowhere',
    }),
  ).toEqual({ kind: 'refused', why: 'no-organisation' });
});
