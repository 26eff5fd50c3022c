import type { Translate } from '#i18n/translate.ts';
import type { Command } from './command.ts';

/** The list of commands, each with what it does. */
export function usageOfAll(commands: readonly Command[], t: Translate): string {
  const lines = [
    ...commands,
    { usage: 'help [COMMAND]', about: 'cli.help.about' } as const,
    {
      usage: '--version',
      about: 'cli.version.about',
    } as const,
  ].map(({ usage, about }) => `  pop ${usage}\n      ${t(about)}`);
  return `${t('cli.usage')}\n${lines.join('\n')}\n\n${t('cli.lang')}\n`;
}

export function usageOf({ usage, about, help }: Command, t: Translate): string {
  return `${t('cli.usage')}\n  pop ${usage}\n      ${t(about)}\n\n${t(help)}\n`;
}
