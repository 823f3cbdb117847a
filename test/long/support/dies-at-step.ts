import { type Db, openDatabase } from '../../../records/database.ts';

/** Where a process ends without warning: before its n-th step is taken, or after. */
export type Crash = { step: number; side: string };

export type Steps = {
  /** Takes one step, unless the process ends here. */
  take: <T>(work: () => Promise<T>) => Promise<T>;
  count: () => number;
};

/** Counts steps, and ends this process by SIGKILL at the given one. */
export function countSteps(crash: Crash | undefined): Steps {
  let steps = 0;
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
