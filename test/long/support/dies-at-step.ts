import { flushCompileCache } from 'node:module';
import { type Db, openDatabase } from '../../../records/database.ts';

export type Side = 'before' | 'after';

/** Where a process ends without warning: before its n-th step is taken, or after. */
export type Crash = { step: number; side: string };

/** Both sides of every step when asked (EVERY_STEP=1); in turns otherwise, since after one is nearly before the next. */
export function sidesOf(step: number): readonly Side[] {
  if (process.env.EVERY_STEP !== undefined) return ['before', 'after'];
  return step % 2 === 0 ? ['before'] : ['after'];
}

export type Steps = {
  /** Takes one step, unless the process ends here. */
  take: <T>(work: () => Promise<T>) => Promise<T>;
  count: () => number;
};

/** Counts steps, and ends this process by SIGKILL at the given one. */
export function countSteps(crash: Crash | undefined): Steps {
  let steps = 0;
  // Who is killed writes nothing at its end: the next process would compile everything again.
  flushCompileCache();
  return {
    take: async (work) => {
      steps += 1;
      const isMine = steps === crash?.step;
      if (isMine && crash?.side === 'before') die();
      const result = await work();
      if (isMine) die();
      return result;
    },
    count: () => steps,
  };
}

/** A database of which every statement is a step. */
export function openSteppedDatabase(url: string, steps: Steps): Db {
  return openDatabase({ url }).$extends({
    query: { $allOperations: ({ args, query }) => steps.take(() => query(args)) },
  }) as unknown as Db;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing after it may run.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}
