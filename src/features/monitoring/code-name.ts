import { isMessageKey, type Translate } from '#i18n/translate.ts';

/** The name of a code; codes of a network's own codebook stand as they are. */
export function codeName(t: Translate, code: string): string {
  const key = `code.${code}`;
  return isMessageKey(key) ? t(key) : code;
}
