import { isLanguage } from '#i18n/languages.ts';
import { translator, type Translate } from '#i18n/translate.ts';
import { ConfigError } from '#server/config.ts';
import { OperatorError } from '#server/lifecycle/operator-error.ts';
import { UsageError } from './command.ts';
import { commands } from './commands.ts';
import { askedLanguage, languageOfTerminal } from './language.ts';
import { usageOf, usageOfAll } from './usage.ts';

const calledWrongly = 2;

/** Exit codes: 0 done, 1 refused with a reason, 2 called wrongly. */
async function main(args: readonly string[]): Promise<number> {
  const t = translator(languageOfTerminal(args, process.env));
  const asked = askedLanguage(args);
  if (asked !== undefined && !isLanguage(asked)) {
    process.stderr.write(`${t('cli.lang')}\n`);
    return calledWrongly;
  }
  const [name = 'help', ...rest] = args;
  switch (name) {
    case '--version':
    case 'version':
      return tellVersion();
    case 'help':
    case '--help':
    case '-h':
      return tellHelp(
        rest.find((argument) => !argument.startsWith('-')),
        t,
      );
    default:
      return rest.includes('--help') || rest.includes('-h') ? tellHelp(name, t) : run(name, rest, t);
  }
}

async function run(name: string, args: readonly string[], t: Translate): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (!command) return refuseName(name, t);
  try {
    return await command.run(args, t);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${t('cli.wrong-arguments')}\n\n${usageOf(command, t)}`);
    return calledWrongly;
  }
}

function tellHelp(name: string | undefined, t: Translate): number {
  const command = commands.find((known) => known.name === name);
  if (name !== undefined && !command) return refuseName(name, t);
  process.stdout.write(command ? usageOf(command, t) : usageOfAll(commands, t));
  return 0;
}

function refuseName(name: string, t: Translate): number {
  process.stderr.write(`${t('cli.unknown-command', { name })}\n\n${usageOfAll(commands, t)}`);
  return calledWrongly;
}

async function tellVersion(): Promise<number> {
  const { default: about } = await import('../../package.json', { with: { type: 'json' } });
  process.stdout.write(`${about.version}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
