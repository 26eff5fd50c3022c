// Which tests a change can have broken: those that lead to a changed file since all passed on a commit. Plain Node 20, no packages.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

/** Goes with the packages, as what passed with other packages says little of these. */
const note = join(root, 'node_modules/.cache/pop/tested-commit');

/** @param {string[]} args */
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();

/**
 * The commit on which all unit and service tests passed last.
 * @returns {string | undefined} undefined where that is not known, or not of this branch: then all are to be run
 */
export function testedCommit() {
  try {
    const commit = readFileSync(note, 'utf8');
    git('merge-base', '--is-ancestor', commit, 'HEAD');
    return commit;
  } catch {
    return undefined;
  }
}

/**
 * The commit that is checked out, where nothing is changed on top of it: then what passes, passes on it.
 * @returns {string | undefined}
 */
export function cleanCommit() {
  try {
    return git('status', '--porcelain') === '' ? git('rev-parse', 'HEAD') : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} commit on which all tests passed */
export function noteTested(commit) {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, commit);
}

/** The tests that read files by their paths, which no import tells: they are run whatever was changed. */
export function testsByPath() {
  return ['src', 'scripts']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.system.test.ts'))
    .filter((file) => /readFile|readdir|spawn|execFile|glob\(/.test(readFileSync(join(root, file), 'utf8')));
}
