import type { Tx } from './database.ts';

/** A draft turns out to be for another establishment of the same person, or for none that is known (`null`). What is sent stays where it is: then nothing changes. */
export async function moveDraft(
  tx: Tx,
  { id, personId, establishmentId, now }: { id: string; personId: string; establishmentId: string | null; now: Date },
): Promise<void> {
  await tx.application.updateMany({
    where: { id, personId, code: null },
    data: { establishmentId, updatedAt: now },
  });
}
