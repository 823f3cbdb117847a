import { AppError } from '../core/app-error.ts';

/** Waits for a work, but not longer than this: then it throws `jobs.timeout`, and what becomes of the work is not heard. */
export async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new AppError('jobs.timeout')), timeoutMs);
  // A failure that comes after the time is up must not end the process.
  work.catch(() => {});
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
