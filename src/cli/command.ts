import type { MessageKey, Translate } from '#i18n/translate.ts';

export interface Command {
  name: string;
  usage: string;
  about: MessageKey;
  /** @returns the exit code */
  run(args: readonly string[], t: Translate): Promise<number>;
}
