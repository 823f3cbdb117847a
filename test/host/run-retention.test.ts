import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runRetention } from '../../host/run-retention.ts';
import { storeFile } from '../../records/stored-files.ts';
import { office, openVillage, type Village } from '../jobs/support/village.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const now = office('2028-02-29 09:00:00');
const old = office('2026-12-01 09:00:00');
let database: TestDatabase;
let village: Village;

beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
});
afterAll(async () => {
  await village.close();
  await database.drop();
});

/** Every row of every table, and every file. */
async function everything(): Promise<unknown> {
  const { db, files } = village;
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`;
  const rows = [];
  for (const { name } of tables) {
    rows.push([name, await db.$queryRawUnsafe(`SELECT t::text FROM "${name}" t ORDER BY 1`)]);
  }
  return { rows, files: (await files.list()).map(({ key }) => key).sort() };
}

async function storePhoto(personId: string, createdAt: Date): Promise<string> {
  const id = randomUUID();
  const photo = { mediaType: 'image/jpeg', extension: 'jpg', width: 1, height: 1 };
  await storeFile(village.db, village.files, { id, personId, bytes: Buffer.from(id), ...photo, now: createdAt });
  return id;
}

it('a dry run says by kind what the run then removes, also the photos of forgotten messages, and touches nothing', async () => {
  const { db, files } = village;
  const person = await village.addPerson();
  const photo = await storePhoto(person.personId, old);
  const kept = await storePhoto(person.personId, old);
  await village.addInbound({ ...person, receivedAt: old, text: 'may say mien', fileIds: [photo] });
  await village.addInbound({ ...person, receivedAt: now, fileIds: [kept] });
  const { applicationId } = await village.addDraft({ touchedAt: old });
  const ofDraft = await storePhoto(
    (await db.application.findUniqueOrThrow({ where: { id: applicationId } })).personId,
    old,
  );
  await db.applicationAnswer.updateMany({ where: { applicationId }, data: { value: { fileIds: [ofDraft] } } });
  const ended = { kind: 'expired', at: old, actorKind: 'system', requestId: 'expired' };
  await db.applicationEvent.create({ data: { id: randomUUID(), applicationId, seq: 2, ...ended } });

  const before = await everything();
  const counted = await runRetention({ db, files, now, isDryRun: true });
  expect(await everything()).toEqual(before);
  expect(counted).toMatchObject({ 'message-texts': 1, 'unsent-requests': 2, photos: 2, files: 2, conversations: 0 });

  expect(await runRetention({ db, files, now, isDryRun: false })).toEqual(counted);
  expect(await db.storedFile.findMany({ where: { id: { in: [photo, kept, ofDraft] } } })).toMatchObject([{ id: kept }]);
  expect(await files.list()).toHaveLength(1);
  const again = await runRetention({ db, files, now, isDryRun: true });
  expect(Object.values(again).every((count) => count === 0)).toBe(true);
});
