import { AppError } from '../core/app-error.ts';
import { errorFacts } from '../core/error-facts.ts';
import type { Log } from '../core/log.ts';

/**
 * Runs a work, logs its failure, and throws one that says only which work it was: BullMQ keeps a failed job's message
 * and stack, and those of a database may quote what people wrote.
 */
export async function guarded(id: string, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ work: id, ...errorFacts(error) }, 'periodic work failed; the next sweep tries again');
    throw new AppError('jobs.failed', { work: id }, { cause: error });
  }
}
