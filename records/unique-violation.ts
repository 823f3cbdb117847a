import { z } from 'zod';

const UNIQUE_VIOLATION = '23505';

const prismaError = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

/** Whether a raw statement failed since it would have broken a unique index. Inside a transaction that one is over then. */
export function isUniqueViolation(error: unknown): boolean {
  const parsed = prismaError.safeParse(error);
  return parsed.success && parsed.data.meta.driverAdapterError.cause.originalCode === UNIQUE_VIOLATION;
}
