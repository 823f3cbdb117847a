/** Why an announcement did not reach somebody, as far as a call can mend it. */
export const CALL_REASONS = ['failed', 'ambiguous', 'unreachable', 'stopped', 'too-late', 'budget', 'other'] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** Skipped for these nobody is called: who said stop is left in peace, and who was told already knows. */
export const NOT_TO_CALL: readonly string[] = ['said-stop', 'told-already', 'erased', 'sample'];

/** What the ledger says of a message that did not arrive, as a reason to call. */
export function callReason(status: string, reason: string | null): CallReason {
  if (status === 'failed' || status === 'ambiguous') return status;
  return CALL_REASONS.find((known) => known === reason) ?? 'other';
}
