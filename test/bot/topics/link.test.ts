import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from '../../../bot/bot.ts';
import type { IncomingBody, MessageContent } from '../../../bot/channels/channel.ts';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import { takeTurn } from '../../../bot/conversation/take-turn.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import { addDelivery } from '../../../records/deliveries.ts';
import { takeLane } from '../../../records/people.ts';
import { findAddressee } from '../../../records/person-profile.ts';
import { erasePerson } from '../../../records/personal-data.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  addCentre,
  createRecordingChannel,
  createTestClock,
  loadRealParts,
  quietLog,
  type RealParts,
} from '../../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const channels = { page: createRecordingChannel(), zalo: createRecordingChannel({ hasButtons: false }, 'zalo-bot') };
const rooms = createRooms();
let database: TestDatabase;
let db: Db;
let bot: Bot;
let parts: RealParts;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  await addCentre(db, clock.now());
  parts = await loadRealParts();
  bot = startBot();
});

afterAll(async () => {
  await bot.stop();
  await db.$disconnect();
  await database.drop();
});

const common = () => ({ clock, ids: { next: randomUUID }, log: quietLog, rooms, ...parts });
function startBot(): Bot {
  return createBot({ db, channels: Object.values(channels), ...common() });
}

/** One chat on one channel. */
function meet(on: keyof typeof channels) {
  const { name, account, sent } = channels[on];
  const address = randomUUID();
  const where = { channel: name, account, address };
  const write = (body: IncomingBody) => bot.receive({ ...where, platformMessageId: randomUUID(), body });
  const heard = () => sent.filter((message) => message.address === address).map(({ content }) => content);
  const send = async (body: IncomingBody): Promise<MessageContent> => {
    const before = heard().length;
    await write(body);
    await bot.settle();
    const [reply, another] = heard().slice(before);
    if (reply === undefined || another !== undefined) throw new Error(`${heard().length - before} replies`);
    return reply;
  };
  const contact = () => db.contact.findFirstOrThrow({ where });
  return {
    heard,
    write: (text: string) => write({ kind: 'text', text }),
    type: (text: string) => send({ kind: 'text', text }),
    tap: (key: string) => send({ kind: 'choice', key }),
    contactId: async () => (await contact()).id,
    personId: async () => (await contact()).personId,
  };
}
type Chat = ReturnType<typeof meet>;

const FORM = ['gửi phiếu nhu cầu', 'đồng ý', 'mua máy', 'miến dong'];

async function getCode(chat: Chat): Promise<string> {
  const { text } = await chat.tap('link:show');
  return /\d{4} \d{4}/.exec(text)?.[0] ?? '';
}

async function typeAll(chat: Chat, texts: readonly string[]): Promise<MessageContent | undefined> {
  let last: MessageContent | undefined;
  for (const text of texts) last = await chat.type(text);
  return last;
}

async function joinChats(first: Chat, second: Chat): Promise<MessageContent> {
  await second.type(`nối ${await getCode(first)}`);
  return await second.type('1');
}

/** How many rows of each kind name a person. */
async function countOf(personId: string): Promise<Record<string, number>> {
  const where = { where: { personId } };
  return {
    contacts: await db.contact.count(where),
    inbound: await db.inboundMessage.count(where),
    deliveries: await db.delivery.count(where),
    applications: await db.application.count(where),
    handoffs: await db.humanHandoff.count(where),
    consents: await db.consentRecord.count(where),
    files: await db.storedFile.count(where),
    dataRequests: await db.dataSubjectRequest.count(where),
    codes: await db.linkCode.count(where),
    conversations: await db.conversation.count(where),
  };
}

/** A turn outside the bot's own lanes, so that a test can stand in its middle. */
const turnOf = (personId: string, after: () => Promise<void> = async () => {}) =>
  db.$transaction(async (tx) => {
    const result = await takeTurn(tx, personId, common());
    await after();
    return result;
  });

describe('a code joins the channels of one person', () => {
  it('the menu gives it: "Việc khác", then "Nối với Zalo, Telegram"', async () => {
    const page = meet('page');
    await page.type('việc khác');
    const reply = await page.type('nối với zalo, telegram');
    expect(reply.text).toMatch(/gõ: nối \d{4} \d{4}/);
    expect(reply.text).toContain('15 phút');
  });

  it.each(['nối với zalo', 'lien ket telegram', 'Nối kênh'])('so does "%s", typed at any time', async (wish) => {
    expect((await meet('page').type(wish)).text).toMatch(/gõ: nối \d{4} \d{4}/);
  });

  it.each(['nối', 'noi', 'NỐI', 'nối mã:', 'link'])('"%s" with the digits is a code', async (word) => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    expect((await zalo.type(`${word} ${code.replace(' ', '')}`)).text).toContain('Mã đúng');
  });

  it('a form begun on one goes on on the other, and back', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const asked = await typeAll(page, FORM);
    await zalo.type('xin chào');
    const joined = await joinChats(page, zalo);
    expect(joined.text).toContain('Đã nối hai kênh');
    expect(joined.text).toContain(asked?.text.split('\n').at(-1));
    await zalo.type('xã Côn Minh');
    await zalo.type('HTX Tài Hoan');
    expect((await page.type('đọc lại')).text).toContain(zalo.heard().at(-1)?.text);
    await typeAll(page, ['hợp tác xã', 'Nguyễn Thị Lan', '0900000001', '400tr', 'gửi phiếu']);
    const personId = await zalo.personId();
    expect(await page.personId()).toBe(personId);
    const [application] = await db.application.findMany({ where: { personId }, include: { answers: true } });
    expect(application?.code).toMatch(/^KC-/);
    expect(application?.answers).toHaveLength(8);
  });

  it('the other way round too: the form that is open is the one that goes on', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    const asked = await typeAll(zalo, FORM);
    const joined = await joinChats(page, zalo);
    expect(joined.text).toContain(asked?.text.split('\n').at(-1));
    expect((await zalo.type('xã Côn Minh')).text).not.toBe(asked?.text);
  });

  it('asks first; a no keeps them apart and the form in the middle stays as it was', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    await typeAll(zalo, FORM);
    const before = await zalo.personId();
    const question = await zalo.type(`nối ${code}`);
    expect(question.choices.map(({ key }) => key)).toEqual(['link:join', 'link:keep']);
    await zalo.type('thôi');
    expect(await zalo.personId()).toBe(before);
    expect(await page.personId()).not.toBe(before);
    await zalo.type('xã Côn Minh');
    expect(await db.applicationAnswer.count({ where: { application: { personId: before } } })).toBe(3);
  });

  it('two drafts are both kept, and both can be found', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await typeAll(zalo, FORM);
    await joinChats(page, zalo);
    const personId = await page.personId();
    expect(await db.application.count({ where: { personId } })).toBe(2);
    const list = await zalo.tap('my-dossiers:list');
    const drafts = await db.application.findMany({ where: { personId } });
    for (const { id } of drafts) expect(JSON.stringify(list.choices)).toContain(id);
  });

  it('takes everything along and leaves nothing that names the emptied person', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await typeAll(zalo, [...FORM, 'gặp cán bộ', 'cho tôi hỏi']);
    await zalo.tap('news:on');
    const [first, second] = [await page.personId(), await zalo.personId()];
    await db.storedFile.create({
      data: {
        ...{ id: randomUUID(), personId: second, key: randomUUID(), mediaType: 'image/jpeg', sha256: 'x' },
        ...{ byteSize: 1, width: 1, height: 1, createdAt: clock.now() },
      },
    });
    await db.dataSubjectRequest.create({
      data: { id: randomUUID(), personId: second, kind: 'see', at: clock.now() },
    });
    await getCode(zalo);
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    const [one, two] = [await countOf(first), await countOf(second)];
    await zalo.type('1');
    const after = await countOf(first);
    expect(Object.values(await countOf(second)).every((count) => count === 0)).toBe(true);
    for (const kind of Object.keys(after)) {
      if (kind === 'conversations') continue;
      const added = kind === 'inbound' || kind === 'deliveries' ? 1 : 0;
      expect([kind, after[kind]]).toEqual([kind, (one[kind] ?? 0) + (two[kind] ?? 0) + added]);
    }
    const people = await db.person.findMany({ where: { id: { in: [first, second] } } });
    expect(people.find(({ id }) => id === first)?.wantsNews).toBe(true);
    expect(people.find(({ id }) => id === second)).toMatchObject({ wantsNews: false, displayName: null });
    expect(people.find(({ id }) => id === second)?.joinedAt).not.toBeNull();
  });

  it('a reply goes where the words came from; what is begun by others goes where the person wrote last', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    await joinChats(page, zalo);
    const personId = await page.personId();
    clock.advance(1000);
    await page.type('menu');
    expect((await findAddressee(db, personId))?.contact?.id).toBe(await page.contactId());
    clock.advance(1000);
    await zalo.type('menu');
    expect((await findAddressee(db, personId))?.contact?.id).toBe(await zalo.contactId());
  });

  it('a number typed where an older message stands is not taken for the newer question', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, ['gửi phiếu nhu cầu', 'đồng ý']);
    await joinChats(page, zalo);
    const repeated = await page.type('1');
    expect(repeated).toEqual(zalo.heard().at(-1));
    expect(await db.applicationAnswer.count({ where: { application: { personId: await page.personId() } } })).toBe(0);
  });
});

describe('a code that joins nothing', () => {
  it('says how many tries are left, and after five wrong ones takes not even the right one for an hour', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    const wrong = code.startsWith('1111') ? '2222 2222' : '1111 1111';
    const replies: string[] = [];
    for (let i = 0; i < 5; i++) replies.push((await zalo.type(`nối ${wrong}`)).text);
    expect(replies.map((text) => /Còn thử được (\d) lần/.exec(text)?.[1])).toEqual(['4', '3', '2', '1', undefined]);
    expect(replies.at(-1)).toContain('60 phút');
    expect((await zalo.type(`nối ${code}`)).text).toContain('đợi');
    clock.advance(60 * 60_000);
    expect((await zalo.type(`nối ${await getCode(page)}`)).text).toContain('Mã đúng');
  });

  it('works once', async () => {
    const [page, zalo, other] = [meet('page'), meet('zalo'), meet('zalo')];
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    await other.type(`nối ${code}`);
    await zalo.type('1');
    expect((await other.type('1')).text).toContain('không còn dùng được');
    expect(await other.personId()).not.toBe(await page.personId());
    expect(await zalo.personId()).toBe(await page.personId());
  });

  it('lives fifteen minutes, also between the question and the yes', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    clock.advance(15 * 60_000);
    expect((await zalo.type('1')).text).toContain('hết hạn');
    expect((await zalo.type(`nối ${code}`)).text).toContain('lấy mã mới');
    expect(await zalo.personId()).not.toBe(await page.personId());
  });

  it('is ended by a newer one', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const old = await getCode(page);
    await getCode(page);
    expect((await zalo.type(`nối ${old}`)).text).toContain('hết hạn');
  });

  it('typed where it was given, says that there is nothing to join', async () => {
    const page = meet('page');
    expect((await page.type(`nối ${await getCode(page)}`)).text).toContain('không có gì để nối');
  });

  it('is forgotten when its person erases their data', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    const personId = await page.personId();
    await zalo.type(`nối ${code}`);
    await db.$transaction((tx) =>
      erasePerson(tx, { personId, requestId: randomUUID(), eventId: randomUUID, now: clock.now() }),
    );
    expect((await zalo.type('1')).text).toContain('không còn dùng được');
    expect(await db.linkCode.count({ where: { personId } })).toBe(0);
  });

  it('is neither given to a sample person nor taken from one', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    await zalo.type('xin chào');
    await db.person.update({ where: { id: await zalo.personId() }, data: { isSample: true } });
    // Nothing leaves to a sample person, so what was said stands in the ledger only.
    for (const text of [`nối ${code}`, 'nối với zalo, telegram']) {
      await zalo.write(text);
      await bot.settle();
      const last = await db.delivery.findFirst({
        where: { contactId: await zalo.contactId() },
        orderBy: { seq: 'desc' },
      });
      expect(JSON.stringify(last?.content)).toContain('người mẫu');
      await zalo.write('việc khác');
      await bot.settle();
    }
    expect(await db.linkCode.count({ where: { personId: await zalo.personId() } })).toBe(0);
  });

  it('is not kept in words', async () => {
    const code = (await getCode(meet('page'))).replace(' ', '');
    expect(JSON.stringify(await db.linkCode.findMany())).not.toContain(code);
  });
});

describe('what happens at the same moment', () => {
  it('a join while the other channel is being answered says to try again, and waits for nothing', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await zalo.type(`nối ${await getCode(page)}`);
    const first = await page.personId();
    await db.$transaction(async (tx) => {
      expect(await takeLane(tx, first)).toBeDefined();
      expect((await zalo.type('1')).text).toContain('đợi vài giây');
    });
    expect(await zalo.personId()).not.toBe(first);
    expect((await zalo.type('1')).text).toContain('Đã nối');
    expect(await zalo.personId()).toBe(first);
  });

  it('two who join each other end as one or are told to try again, and nothing is lost', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const [a, b] = [await getCode(page), await getCode(zalo)];
    await zalo.type(`nối ${a}`);
    await page.type(`nối ${b}`);
    await Promise.all([zalo.write('1'), page.write('1')]);
    await bot.settle();
    expect(await db.inboundMessage.count({ where: { OR: [{ handledAt: null }, { failures: { gt: 0 } }] } })).toBe(0);
    if ((await zalo.personId()) !== (await page.personId())) await zalo.tap('link:join');
    expect(await zalo.personId()).toBe(await page.personId());
  });

  it('a join that is rolled back leaves two whole people, and is done by the next try', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await typeAll(zalo, FORM);
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    const [first, second] = [await page.personId(), await zalo.personId()];
    const before = [await countOf(first), await countOf(second)];
    await db.inboundMessage.create({
      data: {
        ...{ id: randomUUID(), channel: 'zalo-bot', account: 'test', platformMessageId: randomUUID() },
        ...{ contactId: await zalo.contactId(), personId: second, kind: 'text', text: '1', receivedAt: clock.now() },
      },
    });
    const killed = turnOf(second, () => Promise.reject(new Error('killed')));
    await expect(killed).rejects.toThrow('killed');
    const after = [await countOf(first), await countOf(second)];
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toEqual({ ...before[1], inbound: (before[1]?.inbound ?? 0) + 1 });
    expect(await turnOf(second)).toMatchObject({ kind: 'answered', personId: first });
    expect(await zalo.personId()).toBe(first);
  });

  it('a message written down for the old person while the join commits is answered once, in the new lane', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await joinChats(page, zalo);
    const first = await page.personId();
    const emptied = await db.person.findFirstOrThrow({
      where: { joinedAt: { not: null }, contacts: { none: {} } },
      orderBy: { createdAt: 'desc' },
    });
    const id = randomUUID();
    // As a journal whose statement began before the join writes it: the contact moved, the row did not know.
    await db.inboundMessage.create({
      data: {
        ...{ id, channel: 'zalo-bot', account: 'test', platformMessageId: randomUUID(), personId: emptied.id },
        ...{ contactId: await zalo.contactId(), kind: 'text', text: 'menu', receivedAt: clock.now() },
      },
    });
    clock.advance(6_000);
    await bot.sweepInbound();
    await bot.settle();
    expect(await db.inboundMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      personId: first,
      failures: 0,
    });
    expect(await db.delivery.findMany({ where: { key: `reply/${id}` } })).toMatchObject([
      { personId: first, status: 'sent' },
    ]);
  });

  it('messages written on both channels while they are joined are each answered once', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await zalo.type(`nối ${await getCode(page)}`);
    const texts = Array.from({ length: 6 }, (_, index) => `máy sấy ${index}`);
    await Promise.all([zalo.write('1'), ...texts.flatMap((text) => [zalo.write(text), page.write(text)])]);
    await bot.settle();
    const contactIds = [await page.contactId(), await zalo.contactId()];
    const inbound = await db.inboundMessage.findMany({ where: { contactId: { in: contactIds } } });
    expect(inbound.every(({ handledAt, failures }) => handledAt !== null && failures === 0)).toBe(true);
    const replies = await db.delivery.findMany({ where: { contactId: { in: contactIds } } });
    expect(replies.map(({ key }) => key).sort()).toEqual(inbound.map(({ id }) => `reply/${id}`).sort());
  });
});

describe('separating', () => {
  it('makes a channel a new person and leaves the dossiers where they were; it asks first', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await joinChats(page, zalo);
    const first = await page.personId();
    await zalo.tap('link:channels');
    const asked = await zalo.type('tách zalo ra');
    expect(await zalo.personId()).toBe(first);
    expect(asked.text).toContain('Phiếu và tin nhắn cũ ở lại');
    expect((await zalo.type('tách kênh này ra')).text).toContain('Đã tách');
    const second = await zalo.personId();
    expect(second).not.toBe(first);
    expect(await countOf(second)).toMatchObject({ applications: 0, consents: 0, contacts: 1, conversations: 1 });
    expect(await countOf(first)).toMatchObject({ applications: 1, contacts: 1, conversations: 1 });
    expect((await zalo.type('gửi phiếu nhu cầu')).text).not.toContain('Câu 3');
    await page.type('xã Côn Minh');
    expect(await db.applicationAnswer.count({ where: { application: { personId: first } } })).toBe(3);
  });

  it('of the other channel: what waits there about the dossiers comes here, and its unread messages go along', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    await joinChats(page, zalo);
    const [personId, zaloId] = [await page.personId(), await zalo.contactId()];
    const id = randomUUID();
    await addDelivery(db, {
      ...{ id, key: `officer/${id}`, personId, contactId: zaloId, kind: 'officer' },
      ...{ content: { text: 'x', choices: [] }, notBefore: new Date('2027-01-01'), now: clock.now() },
    });
    await page.tap(`link:ask-separate:${zaloId}`);
    await page.type('1');
    expect(await db.delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
      personId,
      contactId: await page.contactId(),
    });
    expect(await zalo.personId()).not.toBe(personId);
    expect((await zalo.type('menu')).choices.length).toBeGreaterThan(3);
  });

  it('is not possible for the only channel, nor for that of somebody else', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    await zalo.type('xin chào');
    const [first, second] = [await page.personId(), await zalo.personId()];
    await page.tap(`link:separate:${await page.contactId()}`);
    await page.tap(`link:separate:${await zalo.contactId()}`);
    await page.tap('link:separate:nothing');
    expect([await page.personId(), await zalo.personId()]).toEqual([first, second]);
  });
});

it('two people with one phone number and one name stay two', async () => {
  const chats = [meet('page'), meet('zalo')] as const;
  const rest = ['xã Côn Minh', 'HTX Tài Hoan', 'hợp tác xã', 'Nguyễn Thị Lan', '0900000001', '400tr', 'gửi phiếu'];
  for (const chat of chats) await typeAll(chat, [...FORM, ...rest]);
  const [first, second] = [await chats[0].personId(), await chats[1].personId()];
  expect(first).not.toBe(second);
  for (const personId of [first, second]) {
    expect(await countOf(personId)).toMatchObject({ contacts: 1, applications: 1 });
  }
});
