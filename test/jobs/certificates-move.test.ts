import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { joinPeople } from '../../records/join-people.ts';
import { mergeEstablishments } from '../../records/merges.ts';
import { erasePerson } from '../../records/personal-data.ts';
import { undoMerge } from '../../records/undo-merge.ts';
import { addCertificate } from '../support/certificates.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { withCertificates } from './support/certificates.ts';
import { office, openVillage, type Village } from './support/village.ts';

let database: TestDatabase;
let village: Village;
beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
});
afterEach(async () => {
  await village.db.$executeRaw`TRUNCATE "Person", "Establishment" CASCADE`;
});
afterAll(async () => {
  await village.close();
  await database.drop();
});
const { addEstablishment, begin, sweepAt, toldTo } = withCertificates(() => village);

describe('a certificate', () => {
  it('goes to the kept establishment with a merge, and back when that is undone', async () => {
    const { id, establishmentId } = await begin();
    const kept = await addEstablishment();
    const mergeId = randomUUID();
    const deed = { mergeId, officerId: 'officer-1', now: office('2026-09-02 09:00') };
    const ids = { next: () => randomUUID() };
    await village.db.$transaction((tx) =>
      mergeEstablishments(tx, { ...deed, keptId: kept.id, mergedId: establishmentId, ids }),
    );
    expect(await village.db.certificate.findMany({ select: { id: true, establishmentId: true } })).toEqual([
      { id, establishmentId: kept.id },
    ]);
    await sweepAt('2026-10-02 08:00');
    expect(await village.db.delivery.count()).toBe(2);
    const since = await addCertificate(village.db, kept.id, { now: office('2026-09-02 10:00'), number: '20/GCN-UBND' });
    await village.db.$transaction((tx) => undoMerge(tx, { ...deed, now: office('2026-09-03 09:00') }));
    const back = await village.db.certificate.findMany({ select: { id: true, establishmentId: true } });
    expect(back).toEqual(
      expect.arrayContaining([
        { id, establishmentId },
        { id: since, establishmentId: kept.id },
      ]),
    );
  });

  it('two phones of one person that were joined hear of it once', async () => {
    const { phones } = await begin(2);
    const [one, other] = phones;
    if (one === undefined || other === undefined) throw new Error('two phones');
    await sweepAt('2026-10-02 08:00');
    await village.db.$transaction((tx) =>
      joinPeople(tx, { fromId: other.personId, intoId: one.personId, now: office('2026-10-03 09:00') }),
    );
    await sweepAt('2026-10-04 08:00', '2026-12-01 08:00');
    expect(await toldTo(one)).toHaveLength(3);
  });

  it('goes with the last who acts for the establishment when they delete their data, not before', async () => {
    const { id, phones } = await begin(2);
    await sweepAt('2026-10-02 08:00');
    for (const [index, { personId }] of phones.entries()) {
      const now = office(`2026-10-0${3 + index} 09:00`);
      await village.db.$transaction((tx) =>
        erasePerson(tx, { personId, requestId: randomUUID(), eventId: randomUUID, now }),
      );
      expect(await village.db.certificateReminder.count({ where: { personId } })).toBe(0);
      expect(await village.db.certificate.count({ where: { id } })).toBe(index === 0 ? 1 : 0);
    }
    expect(await village.db.certificateRevision.count()).toBe(0);
  });
});
