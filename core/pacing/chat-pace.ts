/** `burst` messages at once, then one every `everyMs`. */
export type Pace = { burst: number; everyMs: number };

/**
 * When one chat may have its whole burst again, after another answer. `pacedUntil`: what it was before.
 * Never further off than the whole burst: what lies beyond was written by a clock that has been set back since.
 */
export function pacedUntilAfter(pacedUntil: Date | null, answeredAt: Date, { burst, everyMs }: Pace): Date {
  const now = answeredAt.getTime();
  const before = Math.min(Math.max(now, pacedUntil?.getTime() ?? 0), now + burst * everyMs);
  return new Date(before + everyMs);
}

/** When the next message to this chat may leave at the earliest. */
export function mayLeaveAt(pacedUntil: Date, { burst, everyMs }: Pace): Date {
  return new Date(pacedUntil.getTime() - (burst - 1) * everyMs);
}
