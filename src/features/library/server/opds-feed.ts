import type { Language } from '#i18n/languages.ts';
import { withQuery } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { opdsFeed } from '../opds.ts';
import type { CatalogueFilter } from '../schema.ts';
import { addressOf } from './exports.ts';
import { listWorks } from './works.ts';

const pageSize = 50;

/** The library, or what a search of it gives, as an OPDS feed that goes on page by page. */
export async function writeOpds(app: App, language: Language, filter: CatalogueFilter): Promise<string> {
  const { works, next } = await listWorks(app, language, filter, pageSize);
  const { publicUrl } = app.config;
  const page = `/${language}/library`;
  const { after, ...asked } = filter;
  const query = Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
  const address = (more: Record<string, string>) =>
    publicUrl + withQuery(`${page}/opds.json`, { ...query, ...more });
  const t = translator(language);
  const feed = opdsFeed(
    {
      title: t('library.feed-title', { site: t('site.name') }),
      self: address(after === undefined ? {} : { after }),
      next: next === null ? undefined : address({ after: next }),
      page: `${publicUrl}${page}`,
      search: `${publicUrl}${page}/opds.json{?q}`,
    },
    works.map((work) => ({ work, address: addressOf(app, language, work) })),
    publicUrl,
  );
  return JSON.stringify(feed);
}
