import { defineConfig } from 'vitest/config';

// Whole journeys against the built program, in a real Chromium. One worker: two browsers on two cores make slow tests.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/support/global-setup.ts'],
    testTimeout: 900_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    pool: 'forks',
  },
});
