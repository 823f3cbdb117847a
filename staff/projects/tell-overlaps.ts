import { findOverlaps, type Overlap } from '../../core/applications/find-overlaps.ts';
import type { Db } from '../../records/database.ts';
import { listSupported } from '../../records/project-list.ts';
import type { RequestDetail } from '../../records/request-detail.ts';

/** Support that the same establishment has or asks for elsewhere, which an officer looks at before it is supported again. */
export async function tellOverlaps(
  db: Db,
  { id, establishmentId }: Pick<RequestDetail, 'id' | 'establishmentId'>,
): Promise<Overlap[]> {
  if (establishmentId === undefined) return [];
  const dossiers = await listSupported(db, establishmentId);
  const own = dossiers.find((dossier) => dossier.id === id);
  return own === undefined ? [] : findOverlaps(own, dossiers);
}
