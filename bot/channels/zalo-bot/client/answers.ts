import * as z from 'zod';

/**
 * How a call ended. Nothing is thrown, and nothing in here holds the token or a message.
 *
 * Zalo says in the body whether a call worked, often with HTTP status 200 either way, so `ok` is what counts; the
 * status is looked at only when the body is not Zalo's.
 */
export type ZaloAnswer<Result> =
  | { kind: 'ok'; result: Result }
  /** Zalo will not do this, however often it is asked (400, 404 and unknown codes). */
  | { kind: 'refused'; code: number; description: string }
  /** 401: the token is wrong or was reset. */
  | { kind: 'unauthorized' }
  /** 429: the plan's quota is used up. It comes without a time to wait; asking again at once is pointless. */
  | { kind: 'quota-exhausted' }
  /** 408. The answer of a poll that found nothing new; elsewhere Zalo gave up on its own work. */
  | { kind: 'timed-out' }
  /** Zalo says that it failed: 403 ("internal server error" in its list of codes), 5xx. */
  | { kind: 'server-error'; code: number }
  /** No connection was made, so surely nothing was done. */
  | { kind: 'not-reached'; reason: string }
  /** The question left, but no answer came that can be read: it may have been done. */
  | { kind: 'no-answer'; reason: string }
  /** Something else than Zalo answers at this address. */
  | { kind: 'not-zalo'; status: number }
  /** The caller called it off. */
  | { kind: 'aborted' };

const envelope = z.union([
  z.object({ ok: z.literal(true), result: z.unknown().optional() }),
  z.object({
    ok: z.literal(false),
    error_code: z.coerce.number().int().catch(0),
    description: z.string().catch(''),
  }),
]);

const LONGEST_DESCRIPTION = 200;

/** Understands what came back. `result` is lenient: a call that worked stays one that worked. */
export function readAnswer<Result>(
  response: { status: number; body: string },
  { result, secret }: { result: z.ZodType<Result>; secret: string },
): ZaloAnswer<Result> {
  const parsed = envelope.safeParse(parseJson(response.body));
  if (!parsed.success) return judgeByStatus(response.status);
  if (parsed.data.ok) return { kind: 'ok', result: result.parse(parsed.data.result) };
  const { error_code: code, description } = parsed.data;
  switch (code) {
    case 401:
      return { kind: 'unauthorized' };
    case 408:
      return { kind: 'timed-out' };
    case 429:
      return { kind: 'quota-exhausted' };
    case 403:
      return { kind: 'server-error', code };
    default:
      if (code >= 500) return { kind: 'server-error', code };
      return { kind: 'refused', code, description: description.replaceAll(secret, '…').slice(0, LONGEST_DESCRIPTION) };
  }
}

function judgeByStatus(status: number): ZaloAnswer<never> {
  switch (status) {
    case 401:
      return { kind: 'unauthorized' };
    case 408:
      return { kind: 'timed-out' };
    case 429:
      return { kind: 'quota-exhausted' };
    case 503:
      // Turned away at the door: it was not taken in.
      return { kind: 'server-error', code: status };
    default:
      if (status >= 500 || (status >= 200 && status < 300)) {
        return { kind: 'no-answer', reason: `http-${status}` };
      }
      return { kind: 'not-zalo', status };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
