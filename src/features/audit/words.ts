import { isMessageKey, type Translate } from '#i18n/translate.ts';
import type { Who } from './event.ts';

/** What was done, as a word; a verb that has none stands as it is written down. */
export function actionWords(action: string, t: Translate): string {
  const key = `audit.action.${action}`;
  return isMessageKey(key) ? t(key) : action;
}

export function kindWords(kind: string, t: Translate): string {
  const key = `audit.kind.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

export function whoWords(who: Who, t: Translate): string {
  switch (who.kind) {
    case 'account':
      return who.name;
    case 'deleted':
      return t('audit.deleted-account');
    case 'program':
      return t('audit.program', { name: who.name });
  }
}
