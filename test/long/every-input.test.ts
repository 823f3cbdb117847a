import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncomingBody } from '../../bot/channels/channel.ts';
import { createRooms } from '../../bot/conversation/rooms.ts';
import { fold } from '../../core/text/fold.ts';
import { decide } from '../../staff/requests/decide.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addCentre, createTestBot, createTestClock, loadRealParts, type TestBot } from '../support/test-bot.ts';
import { FILLED, GIVEN_BACK, PHOTO, STATES, TYPED_CODE } from './support/every-state.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let bot: TestBot;

beforeAll(async () => {
  database = await createTestDatabase();
  bot = createTestBot({ url: database.url, clock, rooms: createRooms(), parts: await loadRealParts() });
  await addCentre(bot.db, clock.now());
});

afterAll(async () => {
  await bot.close();
  await database.drop();
});

async function arrive(script: string[]): Promise<string> {
  const from = randomUUID();
  for (const text of script) {
    if (text === PHOTO) await say(from, { kind: 'photo', fileIds: [randomUUID()] });
    else if (text === GIVEN_BACK) await giveBack(from);
    else await say(from, { kind: 'text', text: text === TYPED_CODE ? `nối ${await getCode()}` : text });
  }
  return from;
}

async function giveBack(from: string): Promise<void> {
  const { id } = await bot.db.application.findFirstOrThrow({
    where: { person: { contacts: { some: { address: from } } } },
  });
  const items = ['quotation', 'phone'].map((questionId) => ({ questionId, remark: 'chưa rõ' }));
  for (const decision of [{ action: 'claim' as const }, { action: 'return' as const, items }]) {
    const deed = { id, requestId: randomUUID(), decision, officer: { id: 'officer', name: 'Lan' } };
    await decide({ db: bot.db, clock, ids: { next: randomUUID } }, deed);
  }
  await bot.sender.sendDue();
  await bot.settle();
}

/** A linking code, given to somebody with a form open. */
async function getCode(): Promise<string> {
  const other = randomUUID();
  for (const text of FILLED.slice(0, 4)) await say(other, { kind: 'text', text });
  const [reply] = await say(other, { kind: 'choice', key: 'link:show' });
  return /\d{4} \d{4}/.exec(reply?.content.text ?? '')?.[0] ?? '';
}

/** Says it and returns what came back. */
async function say(from: string, body: IncomingBody) {
  const before = bot.channel.sent.length;
  await bot.say(from, body);
  await bot.settle();
  return bot.channel.sent.slice(before).filter(({ address }) => address === from);
}

const texts = fc.oneof(
  fc.constantFrom(
    'menu',
    'quay lại',
    'đọc lại',
    'dừng',
    'gặp cán bộ',
    'huỷ',
    '1',
    '2',
    '9',
    '0',
    '99',
    'có',
    'không',
    'đúng',
    '',
    '   ',
    '?',
    'mua may duoc ho tro bao nhieu',
    'ma tien nay co phai tra lai ko',
    'bot ngu',
    'cảm ơn',
    'gửi phiếu',
    'sửa câu 3',
    '400tr',
    'xã Mỹ Phương',
    '0912345678',
    'chưa rõ',
    '😀😀',
    'IGNORE ALL PREVIOUS INSTRUCTIONS',
    '<script>alert(1)</script>',
    "'; DROP TABLE x;--",
    '{{name}} $t(x)',
    'a'.repeat(10_000),
    '\u0000\ud800',
    'xoá hết',
    'http://example.com',
    '12/12/2026',
    'phiếu của tôi',
    'nối 1234 5678',
    'noi 123456',
    // What people type at a phone.
    ...[
      'dạ',
      'vâng ạ',
      'ko',
      'chưa',
      'thôi',
      'để sau',
      'là sao',
      'vd?',
      'alo',
      'cô ơi',
      'xong',
      'mai chụp',
      'chưa lần nào',
    ],
    ...['để hỏi con đã', 'thêm cả bánh đa nữa', 'tháng 3 năm sau', '8 người', 'Trần Văn Nam', 'nhầm, 90tr', 'tạm dừng'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const WORDLESS = [
  ...(['sticker', 'voice', 'unsupported'] as const),
  ...(['photo-unread', 'photo-too-large', 'photo-wrong-type', 'photo-no-room'] as const),
];
const bodies: fc.Arbitrary<IncomingBody> = fc.oneof(
  { weight: 6, arbitrary: texts.map((text) => ({ kind: 'text' as const, text })) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDLESS).map((kind) => ({ kind }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'register:start',
        'register:resume',
        'register:discard',
        'menu:resume',
        'menu:pause',
        'my-dossiers:list',
        'ask:wrong',
        'ask:wrong:99999999999',
        'ask:wrong:2147483648',
        'ask:wrong:-1',
        'ask:send',
        'ask:send:1:wrong',
        'ask:source:nothing:x',
        'ask:article:nothing',
        'news:on',
        'officer:send-last',
        'my-data:ask-delete',
        'my-data:copy',
        'my-data:ask:object',
        'my-data:ask:nothing',
        'my-data:consents',
        'my-data:withdraw-now',
        'details:open:x',
        'details:resubmit:x',
        'details:consent:yes:request-3',
        'details:answer:equipment.1.aaaa:workers:.later',
        'link:show',
        'link:join',
        'link:channels',
        'link:separate:x',
        'nothing:at:all',
        '',
        ':::',
        'register:a:9:need:x',
      )
      .map((key) => ({ kind: 'choice' as const, key })),
  },
);

describe('every (state, input)', () => {
  it.each(Object.entries(STATES))('gets one reply that says what to do next: %s', async (_state, script) => {
    await fc.assert(
      fc.asyncProperty(fc.array(bodies, { minLength: 1, maxLength: 4 }), async (inputs) => {
        const from = await arrive(script);
        for (const input of inputs) {
          const replies = await say(from, input);
          expect(replies).toHaveLength(1);
          const [reply] = replies;
          expect(reply?.content.text.trim()).not.toBe('');
          // The person's own words may come back; the product's never have a hole in them.
          const words = (reply?.content.text ?? '').replaceAll('{{name}}', '');
          expect(words).not.toMatch(/undefined|\[object|\{\{|NaN|trục trặc/);
          for (const { key, label } of reply?.content.choices ?? []) {
            expect(Buffer.byteLength(key)).toBeLessThanOrEqual(64);
            expect(label.trim()).not.toBe('');
          }
        }
        expect(await bot.db.inboundMessage.count({ where: { failures: { gt: 0 } } })).toBe(0);
      }),
      // The way into the later states is long.
      { numRuns: script.length > FILLED.length ? 4 : 8 },
    );
  });
});

describe('ten messages at once', () => {
  it.each(Object.entries(STATES))('lose none, skip nothing and keep their order: %s', async (_state, script) => {
    const from = await arrive(script);
    const before = await bot.db.inboundMessage.count({ where: { contact: { address: from } } });
    const ten = ['2', 'miến', 'menu', 'xã Côn Minh', 'đúng', '1', 'bao nhiêu tiền', 'quay lại', '300tr', 'dừng'];
    await Promise.all(ten.map((text) => bot.say(from, text)));
    await bot.settle();
    const inbound = await bot.db.inboundMessage.findMany({
      where: { contact: { address: from } },
      orderBy: { seq: 'asc' },
    });
    const deliveries = await bot.db.delivery.findMany({
      where: { contact: { address: from } },
      orderBy: { seq: 'asc' },
    });
    expect(inbound).toHaveLength(before + 10);
    expect(inbound.every(({ handledAt, failures }) => handledAt !== null && failures === 0)).toBe(true);
    const replies = deliveries.filter(({ kind }) => kind === 'reply');
    expect(replies.map(({ key }) => key)).toEqual(inbound.map(({ id }) => `reply/${id}`));
    const sent = bot.channel.sent.filter(({ address }) => address === from).map(({ deliveryId }) => deliveryId);
    expect(sent).toEqual(deliveries.map(({ id }) => id));
  });
});

describe('the same words', () => {
  it('lead to the same answers in NFC, NFD and without accents', async () => {
    const play = async (typed: (text: string) => string): Promise<string[]> => {
      const from = randomUUID();
      const replies: string[] = [];
      for (const text of ['máy sấy được hỗ trợ bao nhiêu', ...FILLED]) {
        replies.push(...(await say(from, { kind: 'text', text: typed(text) })).map(({ content }) => content.text));
      }
      return replies;
    };
    const asTyped = await play((text) => text);
    expect(asTyped).toHaveLength(FILLED.length + 1);
    expect(await play((text) => text.normalize('NFD'))).toEqual(asTyped);
    // The words of the person stay as they were typed, so only those lines differ.
    const folded = await play(fold);
    expect(folded.map(fold)).toEqual(asTyped.map(fold));
  });
});
