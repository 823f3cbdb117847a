import { AppError } from '../core/app-error.ts';
import type { Db, Tx } from './database.ts';

export type Centre = { name: string; provinceCode: string; isSample: boolean };

export async function findCentre(db: Db | Tx): Promise<Centre | undefined> {
  const row = await db.centre.findUnique({ where: { id: 1 } });
  return row === null ? undefined : { name: row.name, provinceCode: row.provinceCode, isSample: row.isSample };
}

/** Throws `centre.missing` when no centre has been set up. */
export async function getCentre(db: Db | Tx): Promise<Centre> {
  const centre = await findCentre(db);
  if (centre === undefined) throw new AppError('centre.missing');
  return centre;
}

/** Sets the one centre of this database. */
export async function saveCentre(db: Db, { now, ...centre }: Centre & { now: Date }): Promise<void> {
  await db.centre.upsert({
    where: { id: 1 },
    create: { id: 1, ...centre, createdAt: now, updatedAt: now },
    update: { ...centre, updatedAt: now },
  });
}
