import { expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { DomainError } from '#server/errors.ts';
import { useDatabase } from '#testing/database.ts';
import { addMunicipalities } from '#testing/factories.ts';
import { addArticle, addArticleVersion } from '#testing/factories-articles.ts';
import { listArticles, listOpinions, showArticle, showVersion } from './service.ts';

const database = useDatabase();
const appOf = () => createApp(readConfig({ LOG_LEVEL: 'silent' }), database());

test('an article is shown as its latest version says, and every earlier one stays readable with what changed', async () => {
  const app = appOf();
  const article = await addArticle(app.db);
  await addArticleVersion(app.db, article);
  const shown = await showArticle(app, article.key);
  expect(shown.body.sq).toContain('çakëll');
  expect(shown.changes).toEqual([
    { version: 2, changedOn: '2024-04-01', reason: { sq: 'Shifra ishte gabim' } },
  ]);
  const first = await showVersion(app, article.key, 1);
  expect(first.version.body.sq).toContain('asfalt');
  expect(first).toMatchObject({ isLatest: false, differences: [] });
  const second = await showVersion(app, article.key, 2);
  expect(second.differences).toEqual([
    {
      part: 'body',
      language: 'sq',
      stretches: [
        { kind: 'same', text: 'Rruga u shtrua me ' },
        { kind: 'removed', text: 'asfalt' },
        { kind: 'added', text: 'çakëll' },
        { kind: 'same', text: '.' },
      ],
    },
  ]);
  await expect(showVersion(app, article.key, 3)).rejects.toThrow(DomainError);
});

test('articles are listed newest first, those without a known date last, and the list goes on after any of them', async () => {
  const app = appOf();
  const [place] = await addMunicipalities(app.db, [{ name: 'Vend' }]);
  const given = { municipality_id: place?.id ?? '' };
  const month = await addArticle(app.db, { ...given, published_on: '2023-05' });
  const undated = await addArticle(app.db, { ...given, published_on: null });
  const day = await addArticle(app.db, { ...given, published_on: '2023-05-02', kind: 'opinion' });
  const municipality = place?.key;
  const keys = async (filter: Parameters<typeof listArticles>[1]) =>
    (await listArticles(app, { municipality, ...filter })).rows.map(({ key }) => key);
  expect(await keys({})).toEqual([day.key, month.key, undated.key]);
  expect(await keys({ after: month.key })).toEqual([undated.key]);
  expect(await keys({ kind: 'opinion' })).toEqual([day.key]);
  expect(await keys({ year: 2023 })).toEqual([day.key, month.key]);
  expect(await keys({ year: 2022 })).toEqual([]);
});

test('opinions and open letters are gathered, news is not among them', async () => {
  const app = appOf();
  await addArticle(app.db);
  const letter = await addArticle(app.db, {
    kind: 'open-letter',
    published_on: '2199-01-01',
    addressed_to: JSON.stringify({ sq: 'Këshillit Bashkiak' }),
  });
  const { rows } = await listOpinions(app, {});
  expect(rows[0]).toMatchObject({ key: letter.key, kind: 'open-letter' });
  expect(rows.every(({ kind }) => kind !== 'news')).toBe(true);
});

test('opinions are narrowed to a municipality, a year and a kind, and go on after any of them', async () => {
  const app = appOf();
  const [here, there] = await addMunicipalities(app.db, [{ name: 'Këtu' }, { name: 'Atje' }]);
  const given = { kind: 'opinion', municipality_id: here?.id ?? '' } as const;
  const newer = await addArticle(app.db, { ...given, published_on: '2031-02' });
  const older = await addArticle(app.db, { ...given, published_on: '2030-02' });
  await addArticle(app.db, { ...given, municipality_id: there?.id ?? '', published_on: '2031-03' });
  const municipality = here?.key;
  const keys = async (filter: Parameters<typeof listOpinions>[1]) =>
    (await listOpinions(app, { municipality, ...filter })).rows.map(({ key }) => key);
  expect(await keys({})).toEqual([newer.key, older.key]);
  expect(await keys({ year: 2030 })).toEqual([older.key]);
  expect(await keys({ after: newer.key })).toEqual([older.key]);
  expect(await keys({ kind: 'open-letter' })).toEqual([]);
});
