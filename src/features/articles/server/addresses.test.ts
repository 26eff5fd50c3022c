import { expect, test } from 'vitest';
import { addArticle } from '#testing/factories-articles.ts';
import { forgetAddress, keepAddress, showAddresses } from './addresses.ts';
import { useArticles, valueOf } from './articles.fixture.ts';
import { showDraft } from './drafts.ts';
import { whereMoved } from './moved.ts';
import { renameArticle } from './rename-article.ts';
import { publishArticle } from './schedule.ts';
import { showArticle, showVersion } from './service.ts';
import { changeArticle } from './drafts.ts';

const articles = useArticles();
const asked = (path: string, query = '', host = 'pop.example') => ({
  path,
  query,
  host,
  language: 'sq' as const,
});

test('an old address leads to what is in the record, whatever it was asked with', async () => {
  const { app, coordinator } = articles.people;
  const { key } = await addArticle(app.db);
  valueOf(
    await keepAddress(app, coordinator, {
      from: 'https://popnetwork.al/këshilli/?p=7',
      to: `/sq/news/${key}`,
    }),
  );
  expect(await whereMoved(app, asked('/k%C3%ABshilli', 'p=7&utm=1', 'www.popnetwork.al'))).toBe(
    `/sq/news/${key}`,
  );
  expect(await whereMoved(app, asked('/këshilli', 'p=8', 'popnetwork.al'))).toBeUndefined();
  expect(await whereMoved(app, asked('/k%C3%ABshilli', 'p=7', 'another.example'))).toBeUndefined();
  expect(await whereMoved(app, asked('/', ''))).toBeUndefined();
});

test('no address leads off the site, to what is not there, or away from a page that stands', async () => {
  const { app, coordinator } = articles.people;
  const { key } = await addArticle(app.db);
  const to = `/sq/news/${key}`;
  for (const [from, target, field, fault] of [
    ['/a', 'https://evil.example/sq/news/x', 'to', 'article.fault.new-address'],
    ['/a', '/sq/news/nowhere', 'to', 'article.fault.new-address'],
    [to, to, 'from', 'article.fault.in-use'],
    ['https://pop.example/', to, 'from', 'article.fault.old-address'],
  ] as const) {
    expect(await keepAddress(app, coordinator, { from, to: target })).toEqual({
      kind: 'refused',
      faults: [{ field, key: fault }],
    });
  }
});

test('an address is kept once, and forgotten by who keeps addresses alone', async () => {
  const { app, coordinator, editor } = articles.people;
  const { key } = await addArticle(app.db);
  const command = { from: '/e-vjeter', to: `/en/news/${key}` };
  await expect(keepAddress(app, editor, command)).rejects.toThrow('forbidden');
  valueOf(await keepAddress(app, coordinator, command));
  expect(await keepAddress(app, coordinator, { ...command, from: '/E-Vjeter/' })).toMatchObject({
    faults: [{ key: 'article.fault.kept-already' }],
  });
  await expect(showAddresses(app, editor)).rejects.toThrow('forbidden');
  const { rows } = await showAddresses(app, coordinator);
  const id = rows.find(({ path }) => path === '/e-vjeter')?.id ?? '';
  await expect(forgetAddress(app, editor, id)).rejects.toThrow('forbidden');
  valueOf(await forgetAddress(app, coordinator, id));
  expect(await whereMoved(app, asked('/e-vjeter'))).toBeUndefined();
});

test('an article that gets another address is found under its old ones, and back again without going in circles', async () => {
  const { app, writer, editor, foreignEditor } = articles.people;
  const now = { when: 'now', day: null, time: null } as const;
  const id = await articles.begun({ titleSq: 'Titull i gabuar', authors: 'Arta Hoxha' });
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  const { draft } = await showDraft(app, editor, id);
  valueOf(
    await changeArticle(
      app,
      writer,
      id,
      articles.formOf({ version: String(draft.version), reasonSq: 'Arsyeja' }),
    ),
  );
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  await expect(renameArticle(app, foreignEditor, id, 'i-sakte')).rejects.toThrow('not-found');
  valueOf(await renameArticle(app, editor, id, 'i-sakte'));
  expect(await whereMoved(app, asked('/en/news/titull-i-gabuar'))).toBe('/sq/news/i-sakte');
  const shown = await showArticle(app, 'i-sakte');
  expect([
    shown.changes.length,
    shown.sources.length,
    (await showVersion(app, 'i-sakte', 1)).versions.length,
  ]).toEqual([1, 1, 2]);
  const version = await app.db
    .selectFrom('article_version')
    .select('key')
    .where('article_id', '=', shown.id)
    .executeTakeFirst();
  expect(version?.key).toBe('i-sakte/2');
  const cited = await app.db
    .selectFrom('citation')
    .select('source_id')
    .where('subject_kind', '=', 'article_version')
    .where(
      'subject_id',
      '=',
      (
        await app.db
          .selectFrom('article_version')
          .select('id')
          .where('key', '=', 'i-sakte/2')
          .executeTakeFirstOrThrow()
      ).id,
    )
    .execute();
  expect(cited).toHaveLength(1);
  valueOf(await renameArticle(app, editor, id, 'titull-i-gabuar'));
  expect(await whereMoved(app, asked('/sq/news/i-sakte'))).toBe('/sq/news/titull-i-gabuar');
  expect(await whereMoved(app, asked('/sq/news/titull-i-gabuar'))).toBeUndefined();
});

test('an address that another article has is not given away', async () => {
  const { app, editor } = articles.people;
  const { key } = await addArticle(app.db);
  const id = await articles.begun();
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, { when: 'now', day: null, time: null }));
  expect(await renameArticle(app, editor, id, key)).toMatchObject({
    faults: [{ key: 'article.fault.taken' }],
  });
});
