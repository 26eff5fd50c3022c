import { isLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { ConfigError } from '#server/config.ts';
import { OperatorError } from '#server/lifecycle/operator-error.ts';
import { UsageError, type Call, type Shell } from './command.ts';
import { commands } from './commands.ts';
import { askedLanguage, languageOfTerminal } from './language.ts';
import { usageOf, usageOfAll } from './usage.ts';

const done = 0;
const refused = 1;
const calledWrongly = 2;

/**
 * Runs what `pop` is called with.
 * @returns the exit code: 0 done, 1 refused with a reason, 2 called wrongly
 */
export async function runPop(args: readonly string[], shell: Shell): Promise<number> {
  const call = { ...shell, args, t: translator(languageOfTerminal(args, shell.env)) };
  try {
    return await runNamed(call);
  } catch (error) {
    if (!(error instanceof ConfigError) && !(error instanceof OperatorError)) throw error;
    shell.err.write(`${error.message}\n`);
    return refused;
  }
}

async function runNamed(call: Call): Promise<number> {
  const asked = askedLanguage(call.args);
  if (asked !== undefined && !isLanguage(asked)) {
    call.err.write(`${call.t('cli.lang')}\n`);
    return calledWrongly;
  }
  const [name = 'help', ...args] = call.args;
  switch (name) {
    case '--version':
    case 'version':
      return tellVersion(call);
    case 'help':
    case '--help':
    case '-h':
      return tellHelp(
        args.find((argument) => !argument.startsWith('-')),
        call,
      );
    default:
      return args.includes('--help') || args.includes('-h')
        ? tellHelp(name, call)
        : runCommand(name, { ...call, args });
  }
}

async function runCommand(name: string, call: Call): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (!command) return refuseName(name, call);
  try {
    return await command.run(call);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    call.err.write(`${call.t('cli.wrong-arguments')}\n\n${usageOf(command, call.t)}`);
    return calledWrongly;
  }
}

function tellHelp(name: string | undefined, call: Call): number {
  const command = commands.find((known) => known.name === name);
  if (name !== undefined && !command) return refuseName(name, call);
  call.out.write(command ? usageOf(command, call.t) : usageOfAll(commands, call.t));
  return done;
}

function refuseName(name: string, { err, t }: Call): number {
  err.write(`${t('cli.unknown-command', { name })}\n\n${usageOfAll(commands, t)}`);
  return calledWrongly;
}

async function tellVersion({ out }: Call): Promise<number> {
  const { default: about } = await import('../../package.json', { with: { type: 'json' } });
  out.write(`${about.version}\n`);
  return done;
}
