import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MOST_PICTURE_BYTES } from '../../core/announcements/picture.ts';
import { picturePage } from '../../host/http/picture-page.ts';
import { addReaders, EVERYBODY, planSlice } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { paper } from '../support/photos.ts';
import { createTestClock } from '../support/test-bot.ts';

const NOW = '2026-11-23T02:00:00Z'; // 09:00 in the office
const PUBLIC = 'https://kc.example.vn';
const ALT = 'Máy tráng bánh đang chạy';
const TEXT = 'Bà con chú ý: lớp tập huấn mở ngày 10/12.';
const clock = createTestClock(NOW);
let database: TestDatabase;
let office: Office;
let as: string;
let pages: Hono;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock, publicUrl: PUBLIC });
  as = (await office.hire('officer', 'Hoàng Văn Bình')).cookie;
  pages = new Hono().route('/', picturePage({ db: office.db, log: office.deps.log }));
});
beforeEach(async () => {
  clock.set(NOW);
  office.deps.publicUrl = PUBLIC;
  await office.db.$executeRaw`TRUNCATE "Person", "Announcement", "AnnouncementPicture", "AuditEntry" CASCADE`;
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

type Body = Record<string, unknown> & {
  id: string;
  code: string;
  updatedAt: string;
  width: number;
  height: number;
  previews: { channel: string; parts: string[]; picture: string | null }[];
};
async function upload(bytes: Uint8Array, requestId: string = randomUUID()): Promise<{ status: number; body: Body }> {
  const answer = await office.app.request(`${PUBLIC}/staff/api/announcements/pictures?requestId=${requestId}`, {
    method: 'POST',
    headers: { origin: PUBLIC, cookie: as, 'content-type': 'application/octet-stream', 'x-forwarded-for': '10.9.8.7' },
    body: Uint8Array.from(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}
async function ask(path: string, body?: object): Promise<{ status: number; body: Body }> {
  const answer = await office.ask(`/staff/api/announcements${path}`, { as, body });
  return { status: answer.status, body: (await answer.json()) as Body };
}
const once = () => ({ requestId: randomUUID() });
const read = async (id: string) => (await ask(`/${id}`)).body;
const perform = async (id: string, deed: object) => await ask(`/${id}/deeds`, { ...once(), deed });
const seen = async (id: string) => ({ seenAt: (await read(id)).updatedAt });
const confirm = async (id: string) => await perform(id, { kind: 'confirmed', ...(await seen(id)) });
const change = async (id: string, more: object) =>
  await perform(id, { kind: 'changed', text: TEXT, audience: EVERYBODY, ...(await seen(id)), ...more });
const kept = async (): Promise<string> => (await upload(await paper())).body.id;
const draft = async (picture?: { id: string; alt: string }): Promise<string> =>
  (await ask('', { ...once(), text: TEXT, audience: EVERYBODY, picture })).body.id;
const pictures = () => office.db.announcementPicture.count();
async function publicAnswer(pictureId: string): Promise<Response> {
  const { secret } = await office.db.announcementPicture.findUniqueOrThrow({ where: { id: pictureId } });
  return await pages.request(`${PUBLIC}/anh/${secret}.jpg`);
}
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();

describe('a picture that an officer chooses', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'as %s is made anew, upright, without the place, the device and the owner in the file',
    async (format) => {
      const { status, body } = await upload(await paper({ width: 2600, height: 1300, format }));
      expect({ status, width: body.width, height: body.height }).toEqual({ status: 200, width: 2000, height: 1000 });
      const { bytes } = await office.db.announcementPicture.findUniqueOrThrow({ where: { id: body.id } });
      const { exif, format: made } = await sharp(bytes).metadata();
      expect({ exif, made }).toEqual({ exif: undefined, made: 'jpeg' });
      expect(Buffer.from(bytes).includes('SECRET')).toBe(false);
      const shown = await office.ask(`/staff/api/announcements/pictures/${body.id}`, { as });
      expect(shown.headers.get('content-type')).toBe('image/jpeg');
      expect(Buffer.from(await shown.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    },
  );

  it('may have ten megabytes and not a byte more', async () => {
    const picture = await paper();
    const padded = (length: number): Uint8Array => Buffer.concat([picture, Buffer.alloc(length - picture.length)]);
    expect((await upload(padded(MOST_PICTURE_BYTES - 1))).status).toBe(200);
    expect((await upload(padded(MOST_PICTURE_BYTES))).status).toBe(200);
    const refused = { status: 400, body: { code: 'announcement.picture-too-large' } };
    expect(await upload(padded(MOST_PICTURE_BYTES + 1))).toMatchObject(refused);
    expect(await pictures()).toBe(2);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a GIF', () => Buffer.from('GIF89a......'), 'photo.not-an-image'],
    ['a PDF', () => Buffer.from('%PDF-1.7 ...'), 'photo.not-an-image'],
    ['nothing', () => new Uint8Array(0), 'photo.not-an-image'],
    ['a HEIC of an iPhone', () => Buffer.from('\0\0\0\x18ftypheic....'), 'photo.heic'],
    ['half a JPEG', async () => (await paper()).slice(0, 400), 'photo.broken'],
    ['a picture longer than twenty times its width', () => plain(1050, 50), 'announcement.picture-too-narrow'],
  ])('is refused in words when it is %s', async (_name, bytes, code) => {
    expect(await upload(await bytes())).toMatchObject({ status: 400, body: { code } });
    expect(await pictures()).toBe(0);
  });

  it('just twenty times as long as wide is taken; the same upload again is the same picture', async () => {
    const requestId = randomUUID();
    const bytes = await plain(1000, 50);
    expect(await upload(bytes, requestId)).toEqual(await upload(bytes, requestId));
    expect(await pictures()).toBe(1);
    const audit = await office.db.auditEntry.findMany();
    expect(audit.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['announcement-picture.added', requestId],
    ]);
  });

  it('and never puts into an announcement goes after a day; what an announcement has stays', async () => {
    const [used] = [await kept(), await kept()];
    await draft({ id: used, alt: ALT });
    clock.advance(24 * 3_600_000 + 1);
    await upload(await paper());
    expect(await pictures()).toBe(2);
    expect(await office.db.announcementPicture.count({ where: { id: used } })).toBe(1);
  });
});

describe('an announcement with a picture', () => {
  it('is kept with it over changes of the draft, and cannot be sent without words for it', async () => {
    const picture = await kept();
    const id = await draft({ id: picture, alt: '' });
    expect(await read(id)).toMatchObject({ picture: { id: picture, alt: '', width: 800, height: 600 } });
    expect(await confirm(id)).toMatchObject({ status: 400, body: { code: 'announcement.picture-unnamed' } });
    await change(id, { text: `${TEXT} Miễn phí.`, picture: { id: picture, alt: `  ${ALT}\n` } });
    expect(await read(id)).toMatchObject({ text: `${TEXT} Miễn phí.`, picture: { id: picture, alt: ALT } });
    expect((await change(id, { picture: { id: picture, alt: 'a'.repeat(300) } })).status).toBe(200);
    expect((await change(id, { picture: { id: picture, alt: 'a'.repeat(301) } })).status).toBe(400);
    const gone = { id: randomUUID(), alt: ALT };
    expect(await change(id, { picture: gone })).toMatchObject({ status: 409 });
    expect((await confirm(id)).status).toBe(200);
  });

  it('deleted takes it along, unless another one has it too', async () => {
    const picture = await kept();
    const [first, second] = [await draft({ id: picture, alt: ALT }), await draft({ id: picture, alt: ALT })];
    await perform(first, { kind: 'deleted' });
    expect(await pictures()).toBe(1);
    await perform(second, { kind: 'deleted' });
    expect(await pictures()).toBe(0);
  });

  it('shows it to nobody as a draft, to everybody who has the address once it is to leave, and to nobody when it is taken back', async () => {
    await addReaders(office.db, 1, { now: clock.now() });
    const picture = await kept();
    expect((await publicAnswer(picture)).status).toBe(404);
    const id = await draft({ id: picture, alt: ALT });
    expect((await publicAnswer(picture)).status).toBe(404);
    await confirm(id);
    const shown = await publicAnswer(picture);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    await perform(id, { kind: 'taken-back' });
    expect((await publicAnswer(picture)).status).toBe(404);
    for (const path of ['/anh/', `/anh/${picture}.jpg`, `/anh/${'a'.repeat(32)}.jpg`]) {
      expect((await pages.request(`${PUBLIC}${path}`)).status).toBe(404);
    }
    expect((await office.app.request(`${PUBLIC}/staff/api/announcements/pictures/${picture}`)).status).toBe(401);
  });

  it('is told in words to who calls those whom it did not reach', async () => {
    const id = await draft({ id: await kept(), alt: ALT });
    expect((await ask(`/${id}/calls/ahead`)).body).toMatchObject({ text: `(Kèm ảnh: ${ALT})\n\n${TEXT}` });
    expect((await ask(`/${id}/calls`)).body).toMatchObject({ text: `(Kèm ảnh: ${ALT})\n\n${TEXT}` });
  });

  it('from which it is taken away before it leaves goes alone', async () => {
    await addReaders(office.db, 1, { now: clock.now() });
    const picture = await kept();
    const id = await draft({ id: picture, alt: ALT });
    await confirm(id);
    await perform(id, { kind: 'taken-back' });
    await change(id, {});
    await confirm(id);
    clock.advance(5 * 60_000);
    await planSlice(office.db, { id, now: clock.now(), publicUrl: PUBLIC });
    const [message] = await office.db.delivery.findMany();
    expect(message?.content).toEqual({ text: expect.stringContaining(TEXT), choices: [] });
    expect((await publicAnswer(picture)).status).toBe(404);
  });

  const preview = async (more: object = {}) => {
    const { body } = await ask('/preview', { text: TEXT, picture: { id: randomUUID(), alt: ALT }, ...more });
    return Object.fromEntries(body.previews.map((one) => [one.channel, one]));
  };

  it('is shown on each channel as it will leave: on Zalo in words where the office has no public address', async () => {
    expect(await preview()).toMatchObject({
      'zalo-bot': { picture: 'with-text' },
      telegram: { picture: 'with-text' },
      'web-chat': { picture: 'with-text' },
    });
    office.deps.publicUrl = 'http://192.168.1.20:3000';
    const shown = await preview();
    expect(shown).toMatchObject({ 'zalo-bot': { picture: 'in-words' }, telegram: { picture: 'with-text' } });
    expect(shown['zalo-bot']?.parts).toHaveLength(1);
    expect(shown['zalo-bot']?.parts[0]).toMatch(new RegExp(`^\\(Kèm ảnh: ${ALT}\\)\\n\\n${TEXT}`));
    expect(await preview({ picture: undefined })).toMatchObject({ 'zalo-bot': { picture: null } });
  });

  it('says before it is sent that its text is too long to stand under it on Telegram; on Zalo it stays one message', async () => {
    const ending = (await preview({ text: 'a' })).telegram?.parts[0]?.length ?? 0;
    const text = (length: number): string => 'a'.repeat(length - ending + 1);
    expect(await preview({ text: text(1024) })).toMatchObject({ telegram: { picture: 'with-text' } });
    const above = await preview({ text: text(1025) });
    expect(above).toMatchObject({ telegram: { picture: 'before-text' }, 'zalo-bot': { picture: 'with-text' } });
    expect([above.telegram?.parts.length, above['zalo-bot']?.parts.length]).toEqual([1, 1]);
    expect((await preview({ text: text(2001) }))['zalo-bot']?.parts).toHaveLength(2);
  });
});
