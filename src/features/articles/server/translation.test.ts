import { expect, test } from 'vitest';
import { useArticles, valueOf } from './articles.fixture.ts';
import { changeArticle, showDraft } from './drafts.ts';
import { publishArticle } from './schedule.ts';
import { showArticle } from './service.ts';

const articles = useArticles();
const now = { when: 'now', day: null, time: null } as const;
const both = {
  titleEn: 'The new road',
  summaryEn: 'The road was opened.',
  bodyEn: 'The road was opened **today**.',
};

async function release(id: string) {
  const { app, editor } = articles.people;
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  const { draft } = await showDraft(app, editor, id);
  const { translation } = await showArticle(app, draft.articleKey ?? '');
  return { translation, version: String(draft.version) };
}

test('readers are told when the original has gone on without its translation, until somebody says that it follows', async () => {
  const { app, writer } = articles.people;
  const id = await articles.begun({ ...both, isTranslated: 'yes' });
  const first = await release(id);
  expect(first.translation).toBe('follows');
  const changed = { ...both, bodySq: 'Rruga u hap **dje**.', reasonSq: 'Dita ishte gabim' };
  valueOf(await changeArticle(app, writer, id, articles.formOf({ ...changed, version: first.version })));
  const second = await release(id);
  expect(second.translation).toBe('behind');
  const translated = { ...changed, bodyEn: 'The road was opened **yesterday**.', isTranslated: 'yes' };
  valueOf(await changeArticle(app, writer, id, articles.formOf({ ...translated, version: second.version })));
  expect((await release(id)).translation).toBe('follows');
});

test('what is not translated, or by nobody said to be, is not shown as a translation that follows', async () => {
  expect((await release(await articles.begun())).translation).toBe(null);
  expect((await release(await articles.begun(both))).translation).toBe('behind');
});
