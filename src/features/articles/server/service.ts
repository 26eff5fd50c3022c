import { distinctSourcesOf } from '#features/library/server/sources.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { notFound } from '#server/errors.ts';
import { renderMarkdown } from '#server/markdown/render-markdown.ts';
import { isArticleKind, opinionKinds } from '../article.ts';
import { compareTexts } from '../compare-texts.ts';
import type { ArticleFilter, OpinionFilter } from '../schema.ts';
import * as store from './store.ts';
import { readNewestNeeds, readNewestQuestions, readOpinionChoices } from './suggestions-store.ts';
import { readChanges, readVersions } from './versions-store.ts';

const pageSize = 30;
const shownSuggestions = 12;

function present({ kind, ...row }: store.ArticleRow) {
  return { ...row, kind: isArticleKind(kind) ? kind : ('news' as const) };
}

export type ArticleEntry = ReturnType<typeof present>;

/** A page of articles, newest first, with what they can be filtered by. */
export async function listArticles(app: App, { kind, ...filter }: ArticleFilter) {
  const { organisation: key } = filter;
  const [found, years, municipalities, organisation] = await Promise.all([
    store.readArticles(app.db, { ...filter, kinds: kind && [kind], limit: pageSize + 1 }),
    store.readArticleYears(app.db),
    store.readArticleMunicipalities(app.db),
    key === undefined ? undefined : store.findOrganisationName(app.db, key),
  ]);
  const rows = found.slice(0, pageSize).map(present);
  const next = found.length > pageSize ? (rows.at(-1)?.key ?? null) : null;
  return { rows, years, municipalities, organisationName: organisation?.name ?? null, next };
}

/** The newest articles: of all, or those that one organisation wrote. */
export async function listLatestArticles(app: App, limit: number, organisation?: string) {
  return (await store.readArticles(app.db, { organisation, limit })).map(present);
}

const opinionChoices = perVersion((app) => readOpinionChoices(app.db));

/** What is said for itself: opinions and open letters, and what residents suggested and asked in public. */
export async function listOpinions(app: App, { kind, after, municipality, year }: OpinionFilter) {
  const residents = { municipality, year };
  const isBeginning = after === undefined && kind === undefined;
  const [found, needs, questions, choices] = await Promise.all([
    store.readArticles(app.db, {
      kinds: kind ? [kind] : opinionKinds,
      municipality,
      year,
      after,
      limit: pageSize + 1,
    }),
    isBeginning ? readNewestNeeds(app.db, residents, shownSuggestions) : [],
    isBeginning ? readNewestQuestions(app.db, residents, shownSuggestions) : [],
    opinionChoices(app),
  ]);
  const rows = found.slice(0, pageSize).map(present);
  const next = found.length > pageSize ? (rows.at(-1)?.key ?? null) : null;
  return { rows, needs, questions, choices, next };
}

async function articleOf(app: App, key: string) {
  const article = await store.readArticle(app.db, key);
  if (!article) throw notFound(`article ${key}`);
  return article;
}

/** One article as it is now, its text as safe HTML per language. @throws not-found */
export async function showArticle(app: App, key: string) {
  const { kind, ...article } = await articleOf(app, key);
  const [people, pictures, answers, changes, sources] = await Promise.all([
    store.readPeople(app.db, article.id, article.version),
    store.readPictures(app.db, article.id, article.version),
    store.readAnswers(app.db, article.id),
    readChanges(app.db, article.id),
    distinctSourcesOf(app, [article.id]),
  ]);
  return {
    ...article,
    kind: isArticleKind(kind) ? kind : ('news' as const),
    body: renderMarkdown(article.body ?? {}),
    authors: people.filter(({ part }) => part === 'author'),
    signatories: people.filter(({ part }) => part === 'signatory'),
    pictures,
    answers: answers.map((one) => ({ ...one, answer: renderMarkdown(one.answer) })),
    changes,
    sources,
  };
}

export type ShownArticle = Awaited<ReturnType<typeof showArticle>>;

/** What an article said in one version, and what was changed in it. @throws not-found */
export async function showVersion(app: App, key: string, number: number) {
  const article = await articleOf(app, key);
  const versions = await readVersions(app.db, article.id);
  const found = versions[number - 1];
  if (!found) throw notFound(`version ${number} of ${key}`);
  const before = versions[number - 2];
  const { id, title, publishedOn } = article;
  return {
    article: { id, key, title, publishedOn },
    version: { ...found, body: renderMarkdown(found.body ?? {}) },
    isLatest: number === versions.length,
    versions: versions.map(({ version, changedOn, reason }) => ({ version, changedOn, reason })),
    differences: before ? compareTexts(before, found) : [],
  };
}
