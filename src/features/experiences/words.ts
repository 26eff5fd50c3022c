import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { TryOutcome, TryState } from './experience.ts';

/** 'wants to try', 'tried: it worked'. */
export function saidWords(
  { state, outcome }: { state: TryState; outcome: TryOutcome | null },
  t: Translate,
): string {
  return state === 'wants' || outcome === null ? t('experience.wants') : t(`experience.outcome.${outcome}`);
}

/** '12,500 ALL'; cents where there are some. */
export function moneyWords(minor: number, currency: string, formats: Formats): string {
  return `${formats.number(minor / 100)} ${currency}`;
}
