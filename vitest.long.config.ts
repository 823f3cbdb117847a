import { defineConfig } from 'vitest/config';

/** Kills, crowds and floods: one file at a time, so that they do not disturb each other's measures. */
const ALONE = [
  'test/long/every-status.test.ts',
  'test/long/kill-*.test.ts',
  'test/long/*-away.test.ts',
  'test/long/hostile-person.test.ts',
  'test/long/published-knowledge.test.ts',
  'test/long/two-processes.test.ts',
];

const common = {
  testTimeout: 300_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 10_000 } },
};

// Longer proofs: first what may run side by side, then what must be alone.
export default defineConfig({
  test: {
    // Of the whole run, not of each project: Prisma's schema engine can be loaded only once in a process.
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'alone',
          include: ALONE,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
