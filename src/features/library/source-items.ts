import type { Formats } from '#i18n/format.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Source } from './source.ts';

/**
 * Sources as the design system lists them; a title in another language than the page's carries its language. Sources of
 * one title are told apart by their addresses; one without an address says why.
 */
export function sourceItems(sources: readonly Source[], language: Language, formats: Formats, t: Translate) {
  const titles = sources.map(({ title }) => title);
  const isOneOfSeveral = (title: string) => titles.indexOf(title) !== titles.lastIndexOf(title);
  return sources.map((source) => ({
    title: source.title,
    href: source.url ?? undefined,
    lang: source.language !== null && source.language !== language ? source.language : undefined,
    publisher: source.publisher ?? undefined,
    dated: source.publishedOn ? t('source.published', { date: formats.date(source.publishedOn) }) : undefined,
    address: source.url && isOneOfSeveral(source.title) ? shortAddress(source.url) : undefined,
    note: source.url ? undefined : pickText(source.note, language) || undefined,
  }));
}

/** 'gadc.org.al/d/391' */
function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
