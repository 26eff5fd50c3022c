import type { Language } from '#i18n/languages.ts';

/** Where a report is read: of a municipality in a round, or of the network. */
export function reportPath(language: Language, round: string, municipality: string | null): string {
  return municipality === null
    ? `/${language}/monitoring/${round}/report`
    : `/${language}/municipalities/${municipality}/reports/${round}`;
}

/** Where someone writes the words of a report: of a year of a mandate. */
export function workPath(
  language: Language,
  mandate: string,
  number: number,
  municipality: string | null,
): string {
  return `/${language}/work/reports/${mandate}/${number}/${municipality ?? 'network'}`;
}
