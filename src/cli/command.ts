import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { MessageKey, Translate } from '#i18n/translate.ts';

/** What is written to: a terminal, or a file or pipe. */
export interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Where a command is called from. */
export interface Shell {
  env: Readonly<Record<string, string | undefined>>;
  out: Output;
  err: Output;
  /** What is piped into the command. */
  in?: AsyncIterable<string | Uint8Array>;
}

export interface Call extends Shell {
  args: readonly string[];
  t: Translate;
}

export interface Command {
  name: string;
  usage: string;
  /** One line in the list of commands. */
  about: MessageKey;
  /** What `pop help <name>` says beside it. */
  help: MessageKey;
  /** @returns the exit code @throws UsageError where it is called wrongly */
  run(call: Call): Promise<number>;
}

/** A command called with arguments that it does not have. */
export class UsageError extends Error {}

/** The options and the exact number of other arguments of a call. `--lang` goes with every command. */
export function readArguments<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  positionals: number,
) {
  const parsed = parseStrictly(args, options);
  if (parsed.positionals.length !== positionals) throw new UsageError();
  return parsed;
}

function parseStrictly<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, lang: { type: 'string' } as const },
    });
  } catch (error) {
    // Unknown options and options without their value.
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}
