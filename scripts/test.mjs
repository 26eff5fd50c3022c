// npm test: everything, on a fresh clone too. Installs what is missing, or says how. Plain Node 20, no packages.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { checks, sync } from './checks.mjs';
import { findBrowser, needPdfReader, startPostgres } from './machine.mjs';
import { build, install, tellWaiting } from './prepare.mjs';
import { projectPath, root, runToEnd } from './run.mjs';
import { runSideBySide } from './side-by-side.mjs';

const isCi = process.env.CI === 'true';
const reports = mkdtempSync(join(tmpdir(), 'pop-reports-'));
let passed = 0;
let failed = 0;

let isEnded = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (isEnded = true));

// However it ends, with a step that failed or before the first.
process.once('exit', (code) => {
  rmSync(reports, { recursive: true, force: true });
  if (code !== 0 && failed === 0) failed = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
});

/** @param {string} title @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
async function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const code = await runToEnd(command, args, { ...process.env, ...env, PATH: projectPath() });
  // Whoever ends a step by Ctrl-C or SIGTERM means the whole; npm, ended, takes this process with it by ending the step.
  if (isEnded || code === 130 || code === 143) throw new Error('The tests were ended before their time.');
  return code === 0;
}

/** @param {string} title @param {string[]} args @param {Record<string, string>} [env] */
async function suite(title, args, env) {
  const report = join(reports, `${passed + failed}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
  const isSound = await run(title, 'vitest', ['run', ...reporters, ...args], env);
  let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // No report: the run itself broke, which counts as a failure below.
  }
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  if (!isSound && counts.numFailedTests === 0) failed += 1;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  if (skipped === 0) return;
  console.log(`${skipped} tests were skipped${isCi ? ', which CI takes for failed' : ''}`);
  if (isCi) failed += skipped;
}

/** The test files that ask a database; the others would say to another server what they have said to the first. */
function databaseTests() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('src', file))
    .filter((file) => /#testing\/database|serverUrl/.test(readFileSync(join(root, file), 'utf8')));
}

async function everything() {
  await alone(root, () => install({ forDevelopment: true }), tellWaiting);
  const browser = findBrowser();
  needPdfReader();

  await run('sync', sync.command, sync.args);
  // A program that is no test run counts as one test.
  const outcomes = await runSideBySide(checks);
  if (isEnded) throw new Error('The tests were ended before their time.');
  passed += outcomes.filter(Boolean).length;
  failed += outcomes.filter((isSound) => !isSound).length;
  await suite('unit and service tests on the embedded PostgreSQL', []);

  const postgres = await startPostgres();
  if (postgres) {
    const env = { TEST_DATABASE_URL: postgres.url };
    const title = 'service tests on the machine\u2019s PostgreSQL';
    await suite(title, databaseTests(), env).finally(postgres.stop);
  } else {
    console.log('\nNo PostgreSQL server on this machine: the second run of the service tests is left to CI.');
  }

  await alone(root, build, tellWaiting);
  await suite('journeys and sweeps in Chromium', ['--config', 'e2e/vitest.config.ts'], { CHROMIUM: browser });
}

try {
  await everything();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
