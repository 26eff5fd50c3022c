// What `npm run check` and `npm test` look at besides the tests. Plain Node 20, no packages.

/** @type {ReadonlyArray<{ title: string, command: string, args: string[] }>} */
export const checks = [
  // Says so of a file that it has looked at before, in the form that it has now, without looking again.
  { title: 'format', command: 'prettier', args: ['--check', '--cache', '--cache-strategy', 'content', '.'] },
  { title: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { title: 'dead code', command: 'knip', args: [] },
  { title: 'types', command: 'svelte-check', args: ['--tsgo-experimental-api', '--fail-on-warnings'] },
];

/** The types of routes and of the packages' modules, which the checks read. */
export const sync = { command: 'svelte-kit', args: ['sync'] };
