import { AppError } from '../../core/app-error.ts';
import { addAuditEntryOnce, type NewAuditEntry } from '../../records/audit.ts';
import type { Tx } from '../../records/database.ts';
import type { StaffDeps } from '../staff-deps.ts';

export type Write = Omit<NewAuditEntry, 'id' | 'now'> & { requestId: string };

/**
 * Does the work of one request in one transaction with its audit entry, whose id is the request's: the same request
 * again, even at the same moment, finds the entry there and changes nothing. When the work throws, neither stays.
 * Returns undefined for a repeat. Throws `request-id.reused` when the id belonged to another deed.
 */
export async function writeOnce<Result>(
  { db, clock }: Pick<StaffDeps, 'db' | 'clock'>,
  write: Write,
  work: (tx: Tx, now: Date) => Promise<Result>,
): Promise<{ result: Result } | undefined> {
  const { requestId, ...entry } = write;
  const now = clock.now();
  return await db.$transaction(async (tx) => {
    const added = await addAuditEntryOnce(tx, { ...entry, id: requestId, now });
    if (added === 'reused') throw new AppError('request-id.reused');
    if (added === 'repeated') return undefined;
    return { result: await work(tx, now) };
  });
}
