import { availableParallelism } from 'node:os';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      // Our own Origin / Sec-Fetch-Site check in hooks.server.ts replaces Kit's: adapter-node assumes
      // https behind every request, so Kit's would refuse forms on a plain-http laptop.
      csrf: { trustedOrigins: ['*'] },
      version: { pollInterval: 0 },
      // The page of a fault is drawn at an address of its own and shown at any other: its style sheets must be found from there.
      paths: { relative: false },
    }),
  ],
  // Where a slow build spent its time is of no use to whoever starts the site.
  build: { rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['src/testing/fail-on-console-error.ts'],
    env: { TZ: 'UTC' },
    // No test changes what another could see but the database, of which each file has its own.
    isolate: false,
    maxWorkers: availableParallelism() + 1,
    // Tests start programs and databases, on machines that may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
