import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/long/**', 'node_modules/**'],
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    // A worker reads each module once, not once a file: about a minute of eight. So no file may leave state behind.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The second that vitest grants by itself is too short on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
});
