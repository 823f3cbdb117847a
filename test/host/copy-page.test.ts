import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyPage } from '../../host/http/copy-page.ts';
import { type FileStore, openFileStore } from '../../records/file-store.ts';
import { removeStrayFiles, storeFile } from '../../records/stored-files.ts';
import { openTalkHouse, type Talker, type TalkHouse } from '../bot/topics/talker.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const PUBLIC_URL = 'https://kc.example.vn';
const PICTURE = new TextEncoder().encode('bytes of a picture');

let house: TalkHouse;
let folder: string;
let files: FileStore;
let log: ReturnType<typeof createRecordingLog>;
let app: ReturnType<typeof copyPage>;

beforeAll(async () => {
  house = await openTalkHouse({ publicUrl: PUBLIC_URL });
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-copy-'));
  files = openFileStore(folder);
  log = createRecordingLog();
  app = copyPage({ db: house.db, clock: house.clock, files, log });
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

/** Somebody of whom there is something of every kind. */
async function meetSomebody(): Promise<{ lan: Talker; personId: string; fileId: string }> {
  const lan = house.meet();
  await lan.type('chào');
  const personId = await lan.personId();
  const { clock, db } = house;
  const fileId = randomUUID();
  await storeFile(db, files, {
    ...{ id: fileId, personId, bytes: PICTURE, mediaType: 'image/jpeg', extension: 'jpg', width: 2, height: 2 },
    now: clock.now(),
  });
  await lan.tap('register:start');
  await lan.pick('Đồng ý');
  await lan.type('mua máy sấy miến');
  await lan.type('Miến dong');
  await lan.type('dừng');
  await lan.sendPhotos([fileId]);
  await lan.tap('news:on');
  await lan.tap('officer:start');
  await lan.type('Máy cũ có được hỗ trợ không, em cần gấp');
  await lan.tap('reminders:wish:any');
  await lan.tap('my-data:ask:correct');
  await lan.type('Tên tôi là Hoa');
  return { lan, personId, fileId };
}

async function askForLink(lan: Talker): Promise<string> {
  const { text } = await lan.tap('my-data:copy');
  const path = new RegExp(`${PUBLIC_URL}(/ban-sao/[\\w-]{32})$`, 'm').exec(text)?.[1];
  if (path === undefined) throw new Error(`no link in: ${text}`);
  return path;
}

const take = (path: string) => app.request(path, { method: 'POST' });
async function open(answer: Response) {
  const zip = new PizZip(await answer.arrayBuffer());
  return { names: Object.keys(zip.files), read: (name: string) => zip.file(name)?.asUint8Array() };
}
const parse = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

/** Where the copy has the rows of each table that names a person. */
const PART_OF: Record<string, string | undefined> = {
  Contact: 'channels',
  InboundMessage: 'youSaid',
  Delivery: 'weSaid',
  Conversation: 'remembered',
  Application: 'requests',
  EstablishmentMember: 'establishments',
  EstablishmentInvitation: 'invitations',
  HumanHandoff: 'questions',
  ConsentRecord: 'consents',
  ReminderWish: 'reminders',
  ReminderAgain: 'remindersAgain',
  PersonInterest: 'interests',
  FollowedTopic: 'follows',
  CertificateReminder: 'certificateReminders',
  DataSubjectRequest: 'dataRequests',
  StoredFile: 'photos',
  LinkCode: 'codes',
  DataCopyLink: 'copyLinks',
  // The same membership as it was before two establishments became one, for taking that back.
  MergedMembership: undefined,
};

describe("a copy of one's data", () => {
  it('has every row of every table that names the person, the words to read and the photos as they are', async () => {
    const { lan, personId, fileId } = await meetSomebody();
    const copy = await open(await take(await askForLink(lan)));
    expect(copy.names.sort()).toEqual([`anh/${fileId}.jpg`, 'du-lieu-cua-toi.txt', 'du-lieu-day-du.json']);
    expect(copy.read(`anh/${fileId}.jpg`)).toEqual(PICTURE);

    const data = parse(copy.read('du-lieu-day-du.json'));
    const tables = await house.db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS "name" FROM information_schema.columns WHERE column_name = 'personId' AND table_schema = 'public'`;
    expect(tables.length).toBeGreaterThan(14);
    for (const { name } of tables) {
      expect(Object.keys(PART_OF), name).toContain(name);
      const part = PART_OF[name];
      if (part === undefined) continue;
      const [row] = await house.db.$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS "count" FROM "${name}" WHERE "personId" = '${personId}'`,
      );
      // The link's own message is written after the copy was made possible, and before it was taken.
      expect(data[part], name).toHaveLength(row?.count ?? -1);
    }
    expect(data.requests[0].answers).toHaveLength(3);

    const text = new TextDecoder().decode(copy.read('du-lieu-cua-toi.txt'));
    for (const words of ['Miến dong', 'Máy cũ có được hỗ trợ không', 'đồng ý nhận tin', 'sửa dữ liệu Tên tôi là Hoa'])
      expect(text).toContain(words);
  });

  it('opening the link only shows a button; taken, it works a quarter of an hour longer and then no more', async () => {
    const { lan } = await meetSomebody();
    const path = await askForLink(lan);
    for (const _ of [1, 2]) expect(await (await app.request(path)).text()).toContain('<button type="submit">Tải về');
    expect((await take(path)).status).toBe(200);
    house.clock.advance(14 * 60_000);
    expect((await take(path)).status).toBe(200);
    house.clock.advance(2 * 60_000);
    expect((await take(path)).status).toBe(410);
    expect(await (await app.request(path)).text()).toContain('đã dùng rồi hoặc đã hết hạn');
  });

  it('a link ends after a day, when another is asked for, and with the deletion of the data; a guessed one opens nothing', async () => {
    const { lan } = await meetSomebody();
    const [first, second] = [await askForLink(lan), await askForLink(lan)];
    expect((await take(first)).status).toBe(410);
    house.clock.advance(24 * 3_600_000);
    expect((await take(second)).status).toBe(410);
    const third = await askForLink(lan);
    await lan.tap('my-data:ask-delete');
    await lan.type('XOÁ HẾT');
    expect((await take(third)).status).toBe(410);
    expect((await take(`/ban-sao/${'a'.repeat(32)}`)).status).toBe(410);
    expect(log.text()).not.toContain('ban-sao');
  });

  it('after a deletion nothing of what was in it is left, in the database or on the disk', async () => {
    const { lan, personId, fileId } = await meetSomebody();
    const { key } = await house.db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
    await lan.tap('my-data:ask-delete');
    await lan.type('XOÁ HẾT');
    const everything = JSON.stringify([
      await house.db.person.findUnique({ where: { id: personId } }),
      ...(await Promise.all(
        Object.keys(PART_OF)
          .filter((name) => PART_OF[name] !== undefined && name !== 'InboundMessage')
          .map((name) => house.db.$queryRawUnsafe(`SELECT t::text FROM "${name}" t WHERE "personId" = '${personId}'`)),
      )),
      await house.db.$queryRaw`SELECT m::text FROM "InboundMessage" m WHERE "personId" = ${personId}::uuid`,
      await house.db.applicationAnswer.findMany({ where: { application: { personId } } }),
    ]);
    for (const words of ['Miến dong', 'mua máy sấy miến', 'Máy cũ', 'Tên tôi là Hoa', fileId])
      expect(everything).not.toContain(words);
    await removeStrayFiles(house.db, files, { before: new Date(Date.now() + 60_000) });
    expect((await files.list()).map((file) => file.key)).not.toContain(key);
  });
});
