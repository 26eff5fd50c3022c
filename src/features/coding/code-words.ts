import { pickText, type Language, type Localised } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { EvidenceRow } from './server/evidence-store.ts';

/** The name of a code in its codebook. */
export function codeName(
  codes: readonly { code: string; name: Localised }[],
  code: string | null,
  language: Language,
): string {
  const found = codes.find((one) => one.code === code);
  return pickText(found?.name, language) || (code ?? '');
}

/** What keeps an item of evidence from being public, where something does. */
export function evidenceNotes({ visibility, review }: EvidenceRow, t: Translate): string[] {
  if (visibility === 'private') return [t('coding.evidence.private')];
  if (review === 'withheld') return [t('coding.evidence.withheld')];
  return review === 'open' ? [t('coding.evidence.open')] : [];
}

/** Where an address leads, in a word; '' where it is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
