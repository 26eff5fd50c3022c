import { IntlMessageFormat } from 'intl-messageformat';
import en from '#messages/en.json' with { type: 'json' };
import sq from '#messages/sq.json' with { type: 'json' };
import type { Language } from './languages.ts';

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number | Date>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const messages: Record<Language, Readonly<Record<string, string>>> = { en, sq };
const formats = new Map<string, IntlMessageFormat>();

/**
 * The interface's text in one language: `translator('sq')('nav.contracts')`.
 * @throws where a key has no text: the keys are typed and a test compares the languages, so it is a fault of ours.
 */
export function translator(language: Language): Translate {
  return (key, values) => {
    const cacheKey = `${language} ${key}`;
    let format = formats.get(cacheKey);
    if (!format) {
      const message = messages[language][key];
      if (message === undefined) throw new Error(`No message ${key} in ${language}`);
      format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
      formats.set(cacheKey, format);
    }
    return String(format.format(values));
  };
}

/** Whether a key made of data (a status, a kind) is a message key. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
