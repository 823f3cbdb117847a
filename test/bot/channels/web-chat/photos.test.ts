import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openFileStore } from '../../../../records/file-store.ts';
import { removeStrayFiles } from '../../../../records/stored-files.ts';
import { type ChatClient, chatClient } from '../../../support/chat-client.ts';
import { addCentre, type ChatServer, startChatServer } from '../../../support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { bombPng, paper } from '../../../support/photos.ts';

describe('photos of the chat page', () => {
  let database: TestDatabase;
  let server: ChatServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startChatServer({
      url: database.url,
      limits: { photosOfAddress: { burst: 1000, everyMs: 1 }, storedBytesOfPerson: 80_000 },
    });
    await addCentre(server.db);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const newPerson = async () => {
    const client = chatClient(server.origin);
    await client.openSession();
    return client;
  };
  const photosOf = (client: ChatClient, count: number) =>
    vi.waitFor(async () => {
      const photos = (await client.history()).messages.flatMap((message) => message.photos);
      expect(photos.length).toBe(count);
      return photos;
    });
  const bytesOf = async (client: ChatClient, path: string) => {
    const response = await client.request(`/files/${path}`);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };

  it('can be the first thing a person says', async () => {
    const client = await newPerson();
    expect(await (await client.sendPhotos([await paper(), await paper({ width: 700 })])).json()).toEqual({
      repeated: false,
    });
    await vi.waitFor(async () => {
      const { messages } = await client.history();
      expect(messages.map((message) => [message.from, message.photos.length])).toEqual([
        ['person', 2],
        ['assistant', 0],
      ]);
    });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('a %s loses the place, the device and the owner', async (format) => {
    const sent = await paper({ format });
    expect(Buffer.from(sent).includes('SECRET')).toBe(true);
    const client = await newPerson();
    await client.sendPhotos([sent]);
    const [photo] = await photosOf(client, 1);
    const bytes = await bytesOf(client, photo?.id ?? '');
    expect(bytes.includes('SECRET')).toBe(false);
    const metadata = await sharp(bytes).metadata();
    expect([metadata.format, metadata.exif, metadata.xmp, metadata.iptc]).toEqual([
      'jpeg',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is turned upright and made no larger than 2000 pixels', async () => {
    const client = await newPerson();
    await client.sendPhotos([await paper({ width: 3000, height: 1500, orientation: 6 })]);
    const [photo] = await photosOf(client, 1);
    expect(photo).toMatchObject({ width: 1000, height: 2000 });
    const small = await sharp(await bytesOf(client, `${photo?.id}?size=small`)).metadata();
    expect([small.width, small.height]).toEqual([280, 560]);
  });

  it('is given back as nothing but a picture', async () => {
    const client = await newPerson();
    await client.sendPhotos([await paper()], { name: '../../evil.html', type: 'text/html' });
    const [photo] = await photosOf(client, 1);
    const { headers } = await client.request(`/files/${photo?.id}`);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it('is stored under a random key with its sum', async () => {
    const client = await newPerson();
    await client.sendPhotos([await paper()]);
    const [photo] = await photosOf(client, 1);
    const row = await server.db.storedFile.findUniqueOrThrow({ where: { id: photo?.id } });
    expect(row.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{32}\.jpg$/);
    const bytes = await server.files.read(row.key);
    expect(row.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(row.byteSize).toBe(bytes.byteLength);
  });

  it('nothing but pixels survives of a file that is a picture and a page at once', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const client = await newPerson();
    await client.sendPhotos([Buffer.concat([await paper(), page])]);
    const [photo] = await photosOf(client, 1);
    expect((await bytesOf(client, photo?.id ?? '')).includes('script')).toBe(false);
  });

  const jpegStart = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'photo.not-an-image'],
    [
      'a drawing in SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      415,
      'photo.not-an-image',
    ],
    ['a GIF', Buffer.from('GIF89a............'), 415, 'photo.not-an-image'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 415, 'photo.not-an-image'],
    ['nothing', Buffer.alloc(0), 415, 'photo.not-an-image'],
    ['a photo of an iPhone in HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 415, 'photo.heic'],
    ['a page that begins like a picture', Buffer.concat([jpegStart, Buffer.from('<script>')]), 422, 'photo.broken'],
    ['a picture of 40,000 × 40,000 in a small file', bombPng(40_000, 40_000), 422, 'photo.broken'],
    ['a picture of 6,000 × 6,000 of one bit', bombPng(6_000, 6_000), 422, 'photo.broken'],
  ])('refuses %s and says why', async (_name, bytes, status, code) => {
    const client = await newPerson();
    const response = await client.sendPhotos([bytes], { name: 'anh.jpg', type: 'image/jpeg' });
    expect([response.status, await response.json()]).toEqual([status, { code }]);
    expect((await client.history()).messages).toEqual([]);
  });

  it('refuses half a picture', async () => {
    const whole = await paper({ width: 1200, height: 900 });
    const client = await newPerson();
    const response = await client.sendPhotos([whole.slice(0, Math.floor(whole.length / 2))]);
    expect([response.status, await response.json()]).toEqual([422, { code: 'photo.broken' }]);
  });

  it('refuses a picture of more than 10 MB', async () => {
    const client = await newPerson();
    const large = Buffer.concat([await paper(), Buffer.alloc(10 * 1024 * 1024)]);
    const response = await client.sendPhotos([large]);
    expect([response.status, await response.json()]).toEqual([413, { code: 'photo.too-large' }]);
  });

  it('one broken picture among good ones keeps none of them', async () => {
    const client = await newPerson();
    const before = await server.db.storedFile.count();
    expect((await client.sendPhotos([await paper(), Buffer.from('no')])).status).toBe(415);
    expect(await server.db.storedFile.count()).toBe(before);
  });

  it('a repeated id stores nothing more, even when both come at once', async () => {
    const client = await newPerson();
    await client.say('chào');
    const id = crypto.randomUUID();
    const photo = await paper();
    const answers = await Promise.all([client.sendPhotos([photo], { id }), client.sendPhotos([photo], { id })]);
    const repeated = await Promise.all(answers.map(async (answer) => (await answer.json()).repeated));
    expect(repeated.toSorted()).toEqual([false, true]);
    expect(await (await client.sendPhotos([photo], { id })).json()).toEqual({ repeated: true });
    const contact = await server.db.inboundMessage.findFirstOrThrow({ where: { platformMessageId: id } });
    expect(await server.db.storedFile.count({ where: { personId: contact.personId } })).toBe(1);
  });

  it('a person who has filled their share is told so, and others go on', async () => {
    const noise = async () => {
      const pixels = crypto.getRandomValues(new Uint8Array(300 * 210)).toBase64();
      return sharp(Buffer.from(pixels).subarray(0, 300 * 210), { raw: { width: 300, height: 210, channels: 1 } })
        .jpeg({ quality: 95 })
        .toBuffer();
    };
    const client = await newPerson();
    const codes: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      const response = await client.sendPhotos([await noise()]);
      codes.push(response.ok ? 'kept' : (await response.json()).code);
      if (!response.ok) expect(response.status).toBe(507);
    }
    expect(codes[0]).toBe('kept');
    expect(codes.at(-1)).toBe('photo.person-full');
    expect((await (await newPerson()).sendPhotos([await noise()])).status).toBe(200);
  });

  it('the sweep takes away what nothing refers to, and leaves the rest', async () => {
    const client = await newPerson();
    await client.sendPhotos([await paper()]);
    const [photo] = await photosOf(client, 1);
    const kept = await server.db.storedFile.findUniqueOrThrow({ where: { id: photo?.id } });
    const stray = { ...kept, measures: kept.measures ?? undefined, id: crypto.randomUUID(), key: 'aa/stray-row.jpg' };
    await server.db.storedFile.create({ data: stray });
    await server.files.write('aa/stray-row.jpg', new Uint8Array(3));
    await server.files.write('bb/no-row.jpg', new Uint8Array(3));
    const early = await removeStrayFiles(server.db, server.files, { before: new Date(Date.now() - 3600_000) });
    expect(early).toEqual({ rows: 0, files: 0 });
    const swept = await removeStrayFiles(server.db, server.files, { before: new Date(Date.now() + 1000) });
    expect(swept).toEqual({ rows: 1, files: 2 });
    expect((await client.request(`/files/${photo?.id}`)).status).toBe(200);
    const empty = openFileStore(join(server.filesFolder, 'not-there-yet'));
    expect(await empty.list()).toEqual([]);
  });
});
