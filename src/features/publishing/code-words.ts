import { isMessageKey, type Translate } from '#i18n/translate.ts';

/** The name of a code; codes of a network's own codebook stand as they are. */
export function codeWords(code: string, t: Translate): string {
  const key = `code.${code}`;
  return isMessageKey(key) ? t(key) : code;
}
