import { defineConfig } from 'vitest/config';

// Whole journeys against the built program, in a real Chromium. Two files at a time: while one waits for the server, the other
// looks at a page. Both see the same two programs, where others are at work beside them.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['src/testing/global-setup.ts', 'e2e/support/global-setup.ts'],
    testTimeout: 900_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    pool: 'forks',
  },
});
