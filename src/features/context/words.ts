import type { Formats } from '#i18n/format.ts';
import { pick, type Language, type Picked } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Band } from './period.ts';

/** What a band is called. */
export function bandTitle(band: Band, language: Language, t: Translate): Picked {
  if (band.kind === 'election') return { text: t(`context.election.${band.election}`), language };
  return pick(band.title, language) ?? { text: band.name, language };
}

/** '26 November 2019'; 'March 2020 to at least December 2020'. */
export function lastingWords(
  { starts, ends, endsIs }: Pick<Band, 'starts' | 'ends' | 'endsIs'>,
  t: Translate,
  formats: Formats,
): string {
  const from = formats.date(starts);
  if (endsIs === 'ongoing') return t('context.since', { from });
  if (endsIs === 'unknown' || ends === null) return t('context.from', { from });
  if (endsIs === 'known' && ends === starts) return from;
  return t(endsIs === 'known' ? 'context.span' : 'context.span-at-least', { from, to: formats.date(ends) });
}

/** The municipalities that it concerns. */
export function placeWords({ places }: Pick<Band, 'places'>, t: Translate, formats: Formats): string {
  return places.length === 0 ? t('election.everywhere') : formats.list(places.map(({ name }) => name));
}

/** Where it stands on the page of all. */
export function bandPath(language: Language, { name }: Pick<Band, 'name'>): string {
  return `/${language}/context#${name}`;
}
