import { z } from 'zod';

/** The server cannot be reached, is starting or stopping, ends our connection, or has none free. */
const AWAY_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);
const AWAY_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
/** SQLSTATE: connection exceptions, insufficient resources, operator intervention (shutdown, crash, starting up). */
const AWAY_SQLSTATES = /^(08|53|57P)/;

const prismaError = z.object({
  code: z.string().optional(),
  meta: z
    .object({
      driverAdapterError: z
        .object({
          cause: z.object({ kind: z.string().optional(), originalCode: z.string().optional() }).optional(),
        })
        .optional(),
    })
    .optional(),
});

/** True when an error only says that the database is away: the same will work later. */
export function isDatabaseAway(error: unknown): boolean {
  const parsed = prismaError.safeParse(error);
  if (!parsed.success) return false;
  const { code, meta } = parsed.data;
  const cause = meta?.driverAdapterError?.cause;
  return (
    (code !== undefined && AWAY_CODES.has(code)) ||
    (cause?.kind !== undefined && AWAY_KINDS.has(cause.kind)) ||
    (cause?.originalCode !== undefined && AWAY_SQLSTATES.test(cause.originalCode))
  );
}
