import type { Translate } from '#i18n/translate.ts';
import { mostCounted, type Count } from './search.ts';

/** '12 results', 'More than 1,000 results'. */
export function countWords(t: Translate, { count, more }: Count): string {
  if (!more) return t('search.count', { count });
  return count === mostCounted ? t('search.count.more', { count }) : t('search.count.at-least', { count });
}
