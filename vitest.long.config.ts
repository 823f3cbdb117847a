import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One process after another is killed at each of its steps; no instant matters, so two files run side by side. */
const STEP_BY_STEP = [
  'test/long/every-status.test.ts',
  'test/long/kill-jobs.test.ts',
  'test/long/kill-registration.test.ts',
  'test/long/kill-turns.test.ts',
  'test/long/published-knowledge.test.ts',
];

/** Kills at some instant, crowds and floods: one file at a time, so that they do not disturb each other's measures. */
const ALONE = [
  'test/long/kill-announcement.test.ts',
  'test/long/kill-telegram.test.ts',
  'test/long/kill-zalo.test.ts',
  'test/long/*-away.test.ts',
  'test/long/hostile-person.test.ts',
  'test/long/two-processes.test.ts',
];

const common = {
  testTimeout: 300_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 10_000 } },
  // A process that is killed and started a hundred times compiles its files once.
  env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
};

// Longer proofs: first what may run side by side, at the end what must be alone.
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
          exclude: [...STEP_BY_STEP, ...ALONE],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'step-by-step',
          include: STEP_BY_STEP,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...common,
          name: 'alone',
          include: ALONE,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
