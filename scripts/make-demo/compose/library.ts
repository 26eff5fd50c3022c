import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { earlierArticles } from '../record/articles-earlier.ts';
import { recentArticles } from '../record/articles-recent.ts';
import { firstExperiences } from '../record/experiences-first.ts';
import { moreExperiences } from '../record/experiences-more.ts';
import { catalogueItems } from '../record/catalogue.ts';
import { publications } from '../record/publications.ts';
import { fill } from '../text.ts';
import { addTries } from './tries.ts';
import { watcherOf } from './network.ts';
import type { Assessment } from './progress.ts';

const coordinator = 'qendra-fjala-e-mbajtur';

/** Articles, publications and experiences into the draft. */
export function addLibrary(draft: Draft, assessments: readonly Assessment[]): void {
  const latest = assessments.filter(({ round }) => round.key === '2024-2025');
  function count(status: Assessment['status']): number {
    return latest.filter((one) => one.status === status).length;
  }
  const counts = {
    fully: count('fully'),
    partly: count('partly'),
    not: count('not'),
    nodata: count('no-data'),
    total: latest.length - count('not-assessable'),
  };
  for (const one of [...recentArticles, ...earlierArticles]) {
    draft.add('articles', {
      id: one.key,
      municipality: one.municipality ? slugOf(one.municipality) : null,
      published_on: one.on,
      kind: 'news',
      title: fill(one.title, counts),
      summary: fill(one.summary, counts),
      body: fill(one.body, counts),
    });
  }
  for (const one of [...firstExperiences, ...moreExperiences]) {
    draft.add('experiences', {
      id: one.key,
      municipality: slugOf(one.municipality),
      organisation: watcherOf(one.municipality),
      field: one.field,
      published_on: one.on,
      title: one.title,
      summary: one.summary,
      body: one.body,
    });
  }
  addTries(draft);
  for (const one of publications) {
    draft.add('publications', {
      id: one.key,
      kind: one.kind,
      municipality: one.municipality ? slugOf(one.municipality) : null,
      round: one.round,
      organisation: one.by && one.municipality ? watcherOf(one.municipality) : coordinator,
      published_on: one.on,
      title: one.title,
      summary: one.summary,
      language: one.language,
      version: 1,
      subjects: one.subjects,
      pages: one.pages,
    });
    for (const [index, name] of (one.authors ?? []).entries())
      draft.add('publication-authors', {
        id: `${one.key}/a${index + 1}`,
        publication: one.key,
        position: index + 1,
        role: 'author',
        name,
        organisation: coordinator,
      });
  }
  for (const { key, ...item } of catalogueItems)
    draft.add('catalogue-items', { id: `${coordinator}/${key}`, organisation: coordinator, ...item });
}
