import { defaultLanguage, isLanguage, type Language } from '#i18n/languages.ts';

/** The language for the terminal: `--lang en`, else POP_LANG, else LANG. */
export function languageOfTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const flag = args.indexOf('--lang');
  const asked = flag >= 0 ? args[flag + 1] : (env['POP_LANG'] ?? env['LANG']?.slice(0, 2));
  if (asked !== undefined && isLanguage(asked)) return asked;
  // A terminal without a language of ours is a machine's: English, which every operator's tools speak.
  return asked === undefined ? defaultLanguage : 'en';
}
