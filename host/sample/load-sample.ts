import { type Centre, saveCentre } from '../../records/centre.ts';
import type { Db } from '../../records/database.ts';

/** Fills an empty embedded database with the sample centre. */
export async function loadSample({ db, now }: { db: Db; now: Date }): Promise<Centre> {
  const centre: Centre = { name: 'Trung tâm Khuyến công tỉnh Thái Nguyên', provinceCode: '19', isSample: true };
  await saveCentre(db, { ...centre, now });
  return centre;
}
