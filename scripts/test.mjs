// npm test: everything, on a fresh clone too. Installs what is missing, or says how. Plain Node 20, no packages.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, sync } from './checks.mjs';
import { findBrowser, startPostgres } from './machine.mjs';
import { build, install } from './prepare.mjs';
import { root } from './run.mjs';

const reports = mkdtempSync(join(tmpdir(), 'pop-reports-'));
let passed = 0;
let failed = 0;

/**
 * Runs one program; a program that is no test run counts as one test.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function runStep(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, PATH: path },
  });
  return status === 0;
}

/** @param {string} title @param {string} command @param {string[]} args */
function check(title, command, args) {
  if (runStep(title, command, args)) passed += 1;
  else failed += 1;
}

/** @param {string} title @param {string[]} args @param {Record<string, string>} [env] */
function suite(title, args, env) {
  const report = join(reports, `${passed + failed}.json`);
  const ok = runStep(
    title,
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...args],
    env,
  );
  let counts = { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 0 };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // No report: the run itself broke, which counts as a failure below.
  }
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  if (!ok && counts.numFailedTests === 0) failed += 1;
}

await install({ forDevelopment: true });
const browser = findBrowser();

runStep('sync', sync.command, sync.args);
for (const { title, command, args } of checks) check(title, command, args);
suite('unit and service tests on the embedded PostgreSQL', []);

const postgres = await startPostgres();
if (postgres) {
  suite('unit and service tests on the machine\u2019s PostgreSQL', [], { TEST_DATABASE_URL: postgres.url });
  postgres.stop();
} else {
  console.log('\nNo PostgreSQL server on this machine: the second run of the service tests is left to CI.');
}

await build();
suite('journeys and sweeps in Chromium', ['--config', 'e2e/vitest.config.ts'], { CHROMIUM: browser });

rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
