import { defaultLanguage, isLanguage, type Language } from '#i18n/languages.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language for the terminal: `--lang en`, else POP_LANG, else what the terminal is set to. */
export function languageOfTerminal(args: readonly string[], env: Environment): Language {
  const asked = askedLanguage(args) ?? env['POP_LANG'] ?? localeOf(env)?.slice(0, 2);
  if (asked === undefined) return defaultLanguage;
  // A terminal without a language of ours is a machine's: English, which every operator's tools speak.
  return isLanguage(asked) ? asked : 'en';
}

/** What `--lang` names; undefined where it is not given. */
export function askedLanguage(args: readonly string[]): string | undefined {
  const flag = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  if (flag < 0) return undefined;
  const [, joined] = (args[flag] ?? '').split('=');
  return joined ?? args[flag + 1] ?? '';
}

function localeOf(env: Environment): string | undefined {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
}
