// Run by scripts/start.mjs before it builds: ends with 1 and a sentence where a site already uses the data folder.
import { ConfigError, readConfig } from '../config.ts';
import { holdDataFolder } from './lock.ts';
import { OperatorError } from './operator-error.ts';

try {
  holdDataFolder(readConfig(process.env).dataDir).release();
} catch (error) {
  if (!(error instanceof OperatorError) && !(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
