import { guarded } from './guarded.ts';
import type { JobParts, Run, Task } from './job.ts';
import { allWorks, type Works } from './works.ts';

/**
 * Every sweep once, and at once all that they find, without a queue: for `talk` and tests, where time is moved by hand,
 * and for the minutes in which the queue is away. One work that fails does not keep the others from running.
 * Throws an AggregateError of what failed, after all have run.
 */
export async function runPeriodicWork({
  works = allWorks,
  ...parts
}: JobParts & { now: Date; works?: Works }): Promise<void> {
  const failures: unknown[] = [];
  const attempt = async (id: string, work: () => Promise<void>): Promise<void> => {
    try {
      await guarded(id, parts.log, work);
    } catch (error) {
      failures.push(error);
    }
  };
  const run: Run = {
    ...parts,
    handOn: async <Payload>(task: Task<Payload>, payloads: Payload[]) => {
      for (const payload of payloads) await attempt(task.id, () => task.run(payload, run));
    },
  };
  for (const sweep of works.sweeps) await attempt(sweep.id, () => sweep.run(run));
  if (failures.length > 0) throw new AggregateError(failures, 'Some periodic work failed.');
}
