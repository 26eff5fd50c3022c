import { beforeEach, expect, test } from 'vitest';
import { showArticle } from './service.ts';
import { beginArticle, changeArticle, listDrafts, showDraft } from './drafts.ts';
import { useArticles, valueOf } from './articles.fixture.ts';
import { approve, handIn, listArticleTasks, sendBack } from './review.ts';
import { callOffArticle, publishArticle, publishScheduled } from './schedule.ts';

const articles = useArticles();
beforeEach(() => {
  articles.now = new Date('2027-03-01T09:00:00Z');
});

const now = { when: 'now', day: null, time: null } as const;

test('a member writes, another person of the municipality reviews, and what was reviewed becomes public', async () => {
  const { app, writer, editor } = articles.people;
  const id = await articles.begun({ authors: 'Arta Hoxha, kryetare' });
  await handIn(app, writer, id);
  expect(await listArticleTasks(app, editor)).toMatchObject([{ href: `/work/articles/${id}` }]);
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  const { draft, stage } = await showDraft(app, writer, id);
  expect(stage).toBe('published');
  const shown = await showArticle(app, draft.articleKey ?? '');
  expect(shown).toMatchObject({
    key: 'rruga-e-re',
    publishedOn: '2027-03-01',
    version: 1,
    authors: [{ name: 'Arta Hoxha', capacity: 'kryetare' }],
  });
  expect(shown.body.sq).toContain('<strong>sot</strong>');
  expect(shown.sources).toHaveLength(1);
});

test('nobody reviews what they wrote themselves, and an editor elsewhere does not even know of it', async () => {
  const { app, editor, foreignEditor, writer } = articles.people;
  const own = valueOf(await beginArticle(app, editor, articles.formOf())).id;
  await handIn(app, editor, own);
  await expect(approve(app, editor, own, 1)).rejects.toThrow('forbidden');
  await expect(approve(app, foreignEditor, own, 1)).rejects.toThrow('not-found');
  await expect(approve(app, writer, own, 1)).rejects.toThrow('forbidden');
  await expect(publishArticle(app, writer, own, now)).rejects.toThrow('forbidden');
  await expect(beginArticle(app, foreignEditor, articles.formOf())).rejects.toThrow('forbidden');
  const { rows } = await listDrafts(app, foreignEditor);
  expect(rows.map(({ id }) => id)).not.toContain(own);
});

test('what nobody reviewed is not published', async () => {
  const { app, editor } = articles.people;
  const id = await articles.begun();
  expect(await publishArticle(app, editor, id, now)).toMatchObject({ kind: 'refused' });
  expect(await approve(app, editor, id, 1)).toMatchObject({
    faults: [{ key: 'article.fault.not-handed-in' }],
  });
});

test('a text that changed while it was read is not approved', async () => {
  const { app, writer, editor } = articles.people;
  const id = await articles.begun();
  valueOf(await changeArticle(app, writer, id, articles.formOf({ version: '1', titleSq: 'Tjetër' })));
  await handIn(app, writer, id);
  expect(await approve(app, editor, id, 1)).toMatchObject({ faults: [{ key: 'article.fault.changed' }] });
});

test('two who write at once see each other’s text', async () => {
  const { app, writer } = articles.people;
  const id = await articles.begun();
  valueOf(await changeArticle(app, writer, id, articles.formOf({ version: '1', titleSq: 'E para' })));
  const outcome = await changeArticle(app, writer, id, articles.formOf({ version: '1', titleSq: 'E dyta' }));
  expect(outcome).toMatchObject({ kind: 'conflict', theirVersion: 2, theirs: { titleSq: 'E para' } });
});

test('what is sent back tells its writer why', async () => {
  const { app, writer, editor } = articles.people;
  const id = await articles.begun();
  await handIn(app, writer, id);
  valueOf(await sendBack(app, editor, id, 'Mungon burimi'));
  const { draft, stage } = await showDraft(app, writer, id);
  expect([stage, draft.sentBack]).toEqual(['draft', 'Mungon burimi']);
});

test('at its time what was reviewed goes out, though the draft was changed since', async () => {
  const { app, writer, editor } = articles.people;
  const id = await articles.begun({ titleSq: 'E shqyrtuar' });
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, { when: 'later', day: '2027-03-02', time: '08:00' }));
  const { draft } = await showDraft(app, writer, id);
  valueOf(
    await changeArticle(
      app,
      writer,
      id,
      articles.formOf({ version: String(draft.version), titleSq: 'E re' }),
    ),
  );
  await publishScheduled.perform(app, { id });
  expect((await showDraft(app, writer, id)).stage).toBe('scheduled');
  // As after a standstill: well after its time.
  articles.now = new Date('2027-03-02T23:30:00Z');
  await publishScheduled.perform(app, { id });
  articles.now = new Date('2027-03-01T09:00:00Z');
  const after = await showDraft(app, writer, id);
  expect((await showArticle(app, after.draft.articleKey ?? '')).title).toEqual({ sq: 'E shqyrtuar' });
  expect([after.stage, after.draft.content.title.sq]).toEqual(['draft', 'E re']);
  await publishScheduled.perform(app, { id });
  expect(
    await app.db
      .selectFrom('article_version')
      .select('id')
      .where('article_id', '=', after.draft.articleId)
      .execute(),
  ).toEqual([]);
});

test('a time that was called off publishes nothing, nor does one that someone set who has left', async () => {
  const { app, editor, coordinator } = articles.people;
  for (const leave of ['called-off', 'left'] as const) {
    const id = await articles.begun();
    await articles.review(id);
    valueOf(await publishArticle(app, coordinator, id, { when: 'later', day: '2027-03-02', time: '08:00' }));
    if (leave === 'called-off') await callOffArticle(app, editor, id);
    articles.now = new Date('2027-03-03T09:00:00Z');
    await publishScheduled.perform(app, { id });
    articles.now = new Date('2027-03-01T09:00:00Z');
    const { draft } = await showDraft(app, editor, id);
    expect([draft.publishAt, draft.articleId]).toEqual([null, null]);
  }
});

test('a time that is over is told at its field', async () => {
  const { app, editor } = articles.people;
  const id = await articles.begun();
  await articles.review(id);
  const outcome = await publishArticle(app, editor, id, { when: 'later', day: '2027-02-01', time: '08:00' });
  expect(outcome).toEqual({ kind: 'refused', faults: [{ field: 'day', key: 'publishing.fault.past' }] });
});

test('a change of what is public needs its reason and becomes the next version', async () => {
  const { app, writer, editor } = articles.people;
  const id = await articles.begun({ titleSq: 'Me gabim' });
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  const { draft } = await showDraft(app, writer, id);
  const change = { version: String(draft.version), titleSq: 'Pa gabim' };
  expect(await changeArticle(app, writer, id, articles.formOf(change))).toMatchObject({
    faults: [{ field: 'reasonSq', key: 'article.fault.reason' }],
  });
  valueOf(
    await changeArticle(app, writer, id, articles.formOf({ ...change, reasonSq: 'Titulli ishte gabim' })),
  );
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  const shown = await showArticle(app, draft.articleKey ?? '');
  expect(shown).toMatchObject({
    key: 'me-gabim',
    title: { sq: 'Pa gabim' },
    changes: [{ version: 2, changedOn: '2027-03-01', reason: { sq: 'Titulli ishte gabim' } }],
  });
  const first = await app.db
    .selectFrom('article')
    .select('title')
    .where('key', '=', 'me-gabim')
    .executeTakeFirst();
  expect(first?.title).toEqual({ sq: 'Me gabim' });
});

test('what is written for the network is reviewed by the coordinator alone', async () => {
  const { app, editor, coordinator } = articles.people;
  const id = valueOf(await beginArticle(app, editor, articles.formOf({ municipality: '' }))).id;
  await handIn(app, editor, id);
  await expect(approve(app, articles.people.foreignEditor, id, 1)).rejects.toThrow('forbidden');
  valueOf(await approve(app, coordinator, id, 1));
});
