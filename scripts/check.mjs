// npm run check: what one wants to know before a commit. Plain Node 20, no packages.
// Of the tests it runs those that a change since the last time can have broken; with `-- --all`, all of them.
import { spawnSync } from 'node:child_process';
import { checks, sync } from './checks.mjs';
import { projectPath, root } from './run.mjs';
import { runSideBySide } from './side-by-side.mjs';
import { cleanCommit, noteTested, testedCommit, testsByPath } from './tested.mjs';

const env = { ...process.env, PATH: projectPath() };
const vitest = ['run', '--exclude', '**/*.system.test.ts'];
const tested = process.argv.includes('--all') ? undefined : testedCommit();
const tests =
  tested === undefined
    ? [{ title: 'tests', command: 'vitest', args: vitest }]
    : [
        {
          title: `tests of what changed since ${tested.slice(0, 7)}`,
          command: 'vitest',
          args: [...vitest, '--changed', tested, '--passWithNoTests'],
        },
        { title: 'tests that read files', command: 'vitest', args: [...vitest, ...testsByPath()] },
      ];

const commit = cleanCommit();
const began = Date.now();
if (spawnSync(sync.command, sync.args, { cwd: root, env, stdio: 'inherit' }).status !== 0) process.exit(1);
const outcomes = await runSideBySide([...tests, ...checks]);
const wrong = outcomes.filter((isSound) => !isSound).length;
// Nothing was changed meanwhile.
if (commit && commit === cleanCommit() && outcomes.slice(0, tests.length).every(Boolean)) noteTested(commit);
const seconds = Math.round((Date.now() - began) / 1000);
console.log(`\n${outcomes.length - wrong} of ${outcomes.length} checks are sound (${seconds} s)`);
process.exitCode = wrong === 0 ? 0 : 1;
