import { ConfigError } from '#server/config.ts';
import { OperatorError } from '#server/lifecycle/operator-error.ts';
import { commands } from './commands.ts';
import { languageOfTerminal } from './language.ts';
import { translator } from '#i18n/translate.ts';

/** Exit codes: 0 done, 1 refused with a reason, 2 called wrongly. */
async function main(args: readonly string[]): Promise<number> {
  const t = translator(languageOfTerminal(args, process.env));
  const [name = 'help', ...rest] = args;
  if (name === '--version' || name === 'version') {
    const {
      default: { version },
    } = await import('../../package.json', { with: { type: 'json' } });
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const isHelp = name === 'help' || name === '--help' || name === '-h';
    const lines = commands.map((known) => `  pop ${known.usage.padEnd(46)} ${t(known.about)}`);
    const text = `${isHelp ? '' : `${t('cli.unknown-command', { name })}\n\n`}${t('cli.usage')}\n${lines.join('\n')}\n`;
    (isHelp ? process.stdout : process.stderr).write(text);
    return isHelp ? 0 : 2;
  }
  return command.run(rest, t);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
