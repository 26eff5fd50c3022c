import type { Translate } from '#i18n/translate.ts';
import { clockText } from './clock.ts';

/** Party and coalition beside a name; who stands alone is said to. */
export function partyWords(
  { party, coalition }: { party: string | null; coalition: string | null },
  t: Translate,
): string {
  return [party, coalition].filter(Boolean).join(', ') || t('forum.independent');
}

/** '2:00 minutes'. */
export function minutesWords(seconds: number, t: Translate): string {
  return t('forum.minutes', { time: clockText(seconds * 1000) });
}
