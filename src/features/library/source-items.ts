import type { Formats } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Source } from './source.ts';

/** Sources as the design system lists them; a title in another language than the page's carries its language. */
export function sourceItems(sources: readonly Source[], language: Language, formats: Formats, t: Translate) {
  return sources.map((source) => ({
    title: source.title,
    href: source.url ?? undefined,
    lang: source.language !== null && source.language !== language ? source.language : undefined,
    publisher: source.publisher ?? undefined,
    dated: source.publishedOn ? t('source.published', { date: formats.date(source.publishedOn) }) : undefined,
  }));
}
