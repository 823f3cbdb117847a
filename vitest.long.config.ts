import { defineConfig } from 'vitest/config';

// Longer proofs: kills, crowds, floods. One file at a time, so that they do not disturb each other's measures.
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
