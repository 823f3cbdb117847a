import type { OutgoingMessage, SendOutcome } from './channel.ts';

/** A further part is begun only while it can still end before the sender gives the whole message up (30 s). */
const LAST_START_MS = 12_000;

/**
 * Sends the parts of a message one after another, beginning after those that are there already. Ends at the first that
 * surely or perhaps did not arrive, and tells how many did.
 */
export async function sendParts<Part>(
  parts: readonly Part[],
  { partsSent = 0 }: Pick<OutgoingMessage, 'partsSent'>,
  sendPart: (part: Part) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const startedMs = performance.now();
  let outcome: SendOutcome = parts.length === 0 ? { kind: 'refused', reason: 'empty' } : { kind: 'sent' };
  for (const [index, part] of parts.entries()) {
    if (index < partsSent) continue;
    if (index > partsSent && performance.now() - startedMs > LAST_START_MS) {
      return { kind: 'transient', reason: 'slow', partsSent: index };
    }
    outcome = await sendPart(part);
    if (outcome.kind !== 'sent') return { ...outcome, partsSent: index };
  }
  return { ...outcome, partsSent: parts.length };
}
