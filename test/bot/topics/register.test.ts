import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSENT_VERSION } from '../../../bot/conversation/topics/register/consent.ts';
import { fold } from '../../../core/text/fold.ts';
import { wordsFor } from '../../../locales/words.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

const ANSWERS = [
  'mua máy sấy miến',
  'Miến dong',
  'xã Côn Minh, Na Rì',
  'Hợp tác xã Tài Hoan',
  'hợp tác xã',
  'Nguyễn Thị Hoa',
  '0900000001',
  '400tr',
];

/** Somebody who agreed and has answered so many questions. */
async function begun(count: number, talker: Talker = house.meet()): Promise<Talker> {
  await talker.type('chào');
  await talker.tap('register:start');
  await talker.pick('Đồng ý');
  for (const text of ANSWERS.slice(0, count)) await talker.type(text);
  return talker;
}

const dossiersOf = async (talker: Talker) =>
  house.db.application.findMany({
    where: { personId: await talker.personId() },
    include: { answers: true, events: { orderBy: { seq: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  });
const kindsOf = async (talker: Talker) =>
  (await dossiersOf(talker)).map(({ events }) => events.map(({ kind }) => kind));
const answersOf = async (talker: Talker) => {
  const [dossier] = await dossiersOf(talker);
  return Object.fromEntries((dossier?.answers ?? []).map(({ questionId, value }) => [questionId, value]));
};
const consentsOf = async (talker: Talker) =>
  house.db.consentRecord.findMany({ where: { personId: await talker.personId() }, orderBy: { at: 'asc' } });
const codeIn = (text: string) => /KC-\d{4}-\d{4}/.exec(text)?.[0];
const keyOf = (talker: Talker, label: string) => {
  const choice = talker.last().choices.find((each) => each.label.includes(label));
  if (choice === undefined) throw new Error(`no choice ${label}`);
  return choice.key;
};

describe('consent', () => {
  it('comes before the first question, says who, why, how long and which rights, and is kept as evidence', async () => {
    const lan = house.meet();
    const asked = await lan.tap('register:start');
    expect(asked.text).toContain('Trung tâm Khuyến công thử');
    for (const word of ['tự động', 'xem xét hỗ trợ', '90 ngày', 'xem, sửa, xoá', 'rút đồng ý'])
      expect(asked.text).toContain(word);
    expect(asked.choices.map(({ label }) => label)).toEqual(['Đồng ý', 'Không đồng ý']);
    expect(await dossiersOf(lan)).toEqual([]);
    expect((await lan.pick('Đồng ý')).text).toContain('Câu 1/8');
    expect(await consentsOf(lan)).toMatchObject([
      { purpose: 'request', textVersion: CONSENT_VERSION, granted: true, channel: 'terminal', at: house.clock.now() },
    ]);
  });

  it.each(['ok', 'vâng', 'miến dong', 'đồng ý cái gì cơ'])('"%s" is no yes', async (text) => {
    const lan = house.meet();
    await lan.tap('register:start');
    await lan.type(text);
    expect(await consentsOf(lan)).toEqual([]);
    expect(await dossiersOf(lan)).toEqual([]);
    expect(lan.last().choices.map(({ label }) => label)).toEqual(['Đồng ý', 'Không đồng ý']);
  });

  it.each(['đồng ý', 'Tôi đồng ý ạ', 'em dong y nhe'])('"%s" is a yes', async (text) => {
    const lan = house.meet();
    await lan.tap('register:start');
    expect((await lan.type(text)).text).toContain('Câu 1/8');
  });

  it('a no is kept too, nothing is asked, and the next start asks again', async () => {
    const lan = house.meet();
    await lan.tap('register:start');
    expect((await lan.type('không đồng ý')).text).toContain('không ghi gì cả');
    expect(await consentsOf(lan)).toMatchObject([{ granted: false }]);
    expect(await dossiersOf(lan)).toEqual([]);
    expect((await lan.tap('register:start')).text).toContain('Anh/chị có đồng ý không?');
  });

  it('once given is not asked again', async () => {
    const lan = await begun(8);
    await lan.pick('Gửi phiếu');
    house.clock.advance(3_600_000);
    expect((await lan.tap('register:start')).text).toContain('Câu 1/8');
    expect(await consentsOf(lan)).toHaveLength(1);
  });

  it('withdrawn or of other words is asked again before the next question, and the draft waits', async () => {
    const lan = await begun(2);
    const personId = await lan.personId();
    await house.db.consentRecord.updateMany({ where: { personId }, data: { withdrawnAt: house.clock.now() } });
    expect((await lan.type('xã Côn Minh')).text).toContain('Anh/chị có đồng ý không?');
    expect(Object.keys(await answersOf(lan)).sort()).toEqual(['need', 'product']);
    expect((await lan.pick('Đồng ý')).text).toContain('Câu 3/8');

    await house.db.consentRecord.updateMany({ where: { personId }, data: { textVersion: 'request-0' } });
    expect((await lan.type('xã Côn Minh')).text).toContain('Anh/chị có đồng ý không?');
    const other = await lan.tap('register:consent:yes:request-0');
    expect(other.text).toContain('Anh/chị có đồng ý không?');
  });

  it('the same button twice is one consent and one draft', async () => {
    const lan = house.meet();
    await lan.tap('register:start');
    const key = keyOf(lan, 'Đồng ý');
    await lan.tap(key);
    expect((await lan.tap(key)).text).toContain('Câu 1/8');
    expect(await consentsOf(lan)).toHaveLength(1);
    expect(await dossiersOf(lan)).toHaveLength(1);
  });

  it('has a new version when its words change', () => {
    const { t } = wordsFor('vi');
    const text = [t('register:consent.intro'), t('register:consent.what'), t('register:consent.rights')].join('\n');
    const sha256 = createHash('sha256').update(text).digest('hex').slice(0, 16);
    expect({ version: CONSENT_VERSION, sha256 }).toMatchInlineSnapshot(`
      {
        "sha256": "00f96396a0ed8fe5",
        "version": "request-1",
      }
    `);
  });
});

describe('the request', () => {
  it('from the first question to the code: each answer is acknowledged and the next asked in one message', async () => {
    const lan = await begun(0);
    const replies: string[] = [];
    for (const text of ANSWERS) replies.push((await lan.type(text)).text);
    expect(replies.slice(0, 7).map((text) => text.split('\n')[0])).toEqual([
      'Đã ghi: Mua máy móc, dây chuyền.',
      'Đã ghi: Miến dong.',
      'Đã ghi: xã Côn Minh, tỉnh Thái Nguyên.',
      'Đã ghi: Hợp tác xã Tài Hoan.',
      'Đã ghi: Hợp tác xã.',
      'Đã ghi: Nguyễn Thị Hoa.',
      'Đã ghi: 0900 000 001.',
    ]);
    for (const [at, text] of replies.slice(0, 7).entries()) expect(text).toContain(`Câu ${at + 2}/8`);
    expect(lan.last().choices.map(({ label }) => label)).toEqual([
      'Cần hỗ trợ: Mua máy móc, dây chuyền',
      'Sản phẩm: Miến dong',
      'Nơi sản xuất: xã Côn Minh, tỉnh Thái Nguyên',
      'Tên cơ sở: Hợp tác xã Tài Hoan',
      'Loại cơ sở: Hợp tác xã',
      'Người liên hệ: Nguyễn Thị Hoa',
      'Số điện thoại: 0900 000 001',
      'Dự kiến chi: 400 triệu đồng',
      'Gửi phiếu',
    ]);
    const sent = await lan.type('9');
    expect(codeIn(sent.text)).toMatch(/^KC-2026-\d{4}$/);
    expect(sent.text).toContain('chưa phải là được hỗ trợ');
    expect(await kindsOf(lan)).toEqual([['started', 'submitted']]);
    expect(await answersOf(lan)).toMatchObject({
      need: 'machinery',
      commune: { communeCode: '02185', legacyAddressText: 'xã Côn Minh, Na Rì' },
      phone: '0900000001',
      price: { minVnd: 400_000_000, maxVnd: 400_000_000 },
    });
  });

  it('sent again, by the old button or once more, has the same code', async () => {
    const lan = await begun(8);
    const key = keyOf(lan, 'Gửi phiếu');
    const code = codeIn((await lan.tap(key)).text);
    const again = await lan.tap(key);
    expect(again.text).toContain(`Mã phiếu vẫn là ${code}`);
    expect(await kindsOf(lan)).toEqual([['started', 'submitted']]);
  });

  it('asked for again right after it was sent tells the code, and begins another only when that is said', async () => {
    const lan = await begun(8);
    const code = codeIn((await lan.type('gửi phiếu')).text);
    expect((await lan.type('gửi phiếu')).text).toContain(`Mã phiếu vẫn là ${code}`);
    expect(await kindsOf(lan)).toEqual([['started', 'submitted']]);
    expect((await lan.pick('Làm phiếu mới')).text).toContain('Câu 1/8');
  });

  it('keeps an answer the moment it is accepted', async () => {
    const lan = await begun(3);
    expect(Object.keys(await answersOf(lan)).sort()).toEqual(['commune', 'need', 'product']);
  });

  it('an answer is changed by its number, and everything else stays', async () => {
    const lan = await begun(8);
    expect((await lan.type('7')).text).toContain('Câu 7/8');
    await lan.type('0900000002');
    expect(lan.last().choices).toHaveLength(9);
    expect(await answersOf(lan)).toMatchObject({ phone: '0900000002', product: 'Miến dong' });
  });

  it('"quay lại" goes back one question, and the answers stay', async () => {
    const lan = await begun(3);
    expect((await lan.type('quay lại')).text).toContain('Câu 3/8');
    expect((await lan.type('quay lai')).text).toContain('Câu 2/8');
    expect(Object.keys(await answersOf(lan))).toHaveLength(3);
    expect((await lan.type('phở khô')).text).toContain('Câu 4/8');
    expect(await answersOf(lan)).toMatchObject({ product: 'phở khô' });
  });

  it('an old name is asked back once, an old phone prefix is never changed by itself', async () => {
    const lan = await begun(2);
    expect((await lan.type('xa my phuong ba be')).text).toBe(
      'Xã Mỹ Phương (huyện Ba Bể, tỉnh Bắc Kạn cũ) nay là xã Thượng Minh, tỉnh Thái Nguyên. Đúng không ạ?',
    );
    await lan.type('đúng');
    for (const text of ANSWERS.slice(3, 6)) await lan.type(text);
    expect((await lan.type('01200000001')).text).toContain('0700 000 001');
    expect(await answersOf(lan)).not.toHaveProperty('phone');
    await lan.pick('Đúng');
    expect(await answersOf(lan)).toMatchObject({ phone: '0700000001' });
  });

  it('the second time shows an example, the third time offers an officer, who does not end the draft', async () => {
    const lan = await begun(7);
    expect((await lan.type('xyz')).text).toBe(
      'Trợ lý chưa đọc ra số tiền.\nCâu 8/8: Anh/chị dự định mua máy khoảng bao nhiêu tiền?',
    );
    expect((await lan.type('xyz')).text).toContain('Anh/chị gõ như thế này giúp: 400tr, hoặc 1 tỷ 2.');
    await lan.type('xyz');
    await lan.pick('Gặp cán bộ');
    await lan.type('tôi không biết ghi giá');
    expect((await lan.tap('menu:resume')).text).toContain('Câu 8/8');
  });

  it('whatever a person writes into a field is shown as it is, also what looks like our own words', async () => {
    const lan = await begun(1);
    await lan.type('chè {{centre}} $t(register:keep) {{answer}}');
    expect(lan.last().text).toContain('Đã ghi: chè {{centre}} $t(register:keep) {{answer}}.');
  });
});

describe('in the middle', () => {
  it.each([
    [2, 'may say duoc ho tro bao nhieu', 'Câu 3/8'],
    [1, 'may say duoc ho tro bao nhieu', 'Câu 2/8'],
    [7, 'ma tien nay co phai tra lai ko', 'Câu 8/8'],
    [3, 'cảm ơn', 'Câu 4/8'],
    [5, 'dữ liệu của tôi', 'Câu 6/8'],
    [8, 'bao giờ thì có kết quả', 'xem lại phiếu'],
  ])('after %i answers "%s" is answered, nothing is kept, and the same is asked again', async (count, text, asked) => {
    const lan = await begun(count);
    const before = await answersOf(lan);
    const reply = await lan.type(text);
    expect(reply.text).toContain(asked);
    expect(reply.text).not.toContain('Đã ghi');
    expect(await answersOf(lan)).toEqual(before);
  });

  it('photos are kept with the request and acknowledged, and the question is asked again', async () => {
    const lan = await begun(2);
    const reply = await lan.sendPhotos(2, 'báo giá');
    expect(reply.text).toContain('Đã nhận ảnh');
    expect(reply.text).toContain('Câu 3/8');
    await lan.sendPhotos(1);
    const [dossier] = await dossiersOf(lan);
    const photos = dossier?.answers.find(({ questionId }) => questionId === 'photos');
    expect(photos).toMatchObject({ value: { fileIds: expect.any(Array) }, raw: 'báo giá' });
    expect((await answersOf(lan)).photos).toHaveProperty('fileIds.length', 3);
    for (const text of ANSWERS.slice(2)) await lan.type(text);
    expect(lan.last().text).toContain('Kèm theo: 3 ảnh.');
  });

  it('a sticker is answered and the question asked again', async () => {
    const lan = await begun(2);
    expect((await lan.sendSticker()).text).toContain('Câu 3/8');
  });

  it('"dừng", weeks, and the draft goes on where it was', async () => {
    const lan = await begun(4);
    await lan.type('dừng');
    house.clock.advance(30 * 24 * 3_600_000);
    expect((await lan.tap('menu:resume')).text).toContain('Câu 5/8');
    const [dossier] = await dossiersOf(lan);
    expect((await lan.tap(`register:continue:${dossier?.id}`)).text).toContain('Đã trả lời 4/8 câu');
  });

  it('a conversation that was lost goes on from the answers', async () => {
    const lan = await begun(4);
    await house.db.conversation.deleteMany({ where: { personId: await lan.personId() } });
    await lan.tap('register:start');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 5/8');
  });
});

describe('an older draft', () => {
  it('is offered at the next start; a new one gives it up only after a second yes', async () => {
    const lan = await begun(3);
    expect((await lan.tap('register:start')).text).toContain('phiếu làm dở (3/8 câu)');
    await lan.pick('Làm phiếu mới');
    expect(await kindsOf(lan)).toEqual([['started']]);
    expect((await lan.type('quay lại')).text).toContain('Câu 4/8');

    await lan.tap('register:start');
    await lan.pick('Làm phiếu mới');
    expect((await lan.pick('Bỏ phiếu cũ')).text).toContain('Câu 1/8');
    expect(await kindsOf(lan)).toEqual([['started', 'discarded'], ['started']]);
    const [old] = await dossiersOf(lan);
    expect(old?.answers).toHaveLength(3);
  });

  it('"huỷ" by mistake loses nothing; "bỏ phiếu này" gives it up', async () => {
    const lan = await begun(3);
    await lan.type('huỷ');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 4/8');
    await lan.type('huy');
    await lan.pick('Bỏ phiếu này');
    expect(await kindsOf(lan)).toEqual([['started', 'discarded']]);
  });

  it('that ran out while it was open is told so, and a new one can be begun', async () => {
    const lan = await begun(3);
    const [dossier] = await dossiersOf(lan);
    const id = dossier?.id ?? '';
    await house.db.applicationEvent.create({
      data: {
        id: crypto.randomUUID(),
        applicationId: id,
        seq: 9,
        kind: 'expired',
        at: house.clock.now(),
        actorKind: 'system',
        requestId: 'end',
      },
    });
    expect((await lan.type('Hợp tác xã')).text).toContain('không còn nữa');
    expect((await lan.pick('Làm phiếu mới')).text).toContain('Câu 1/8');
  });
});

describe('old buttons', () => {
  it('of an earlier question change that answer and leave the person where they stand', async () => {
    const lan = await begun(0);
    const trademark = keyOf(lan, 'nhãn hiệu');
    for (const text of ANSWERS.slice(0, 3)) await lan.type(text);
    const reply = await lan.tap(trademark);
    expect(reply.text).toContain('Đã ghi: Làm nhãn hiệu.');
    expect(reply.text).toContain('Câu 4/8');
    expect(await answersOf(lan)).toMatchObject({ need: 'trademark' });
  });

  it('of a request that was sent change nothing and say where it is', async () => {
    const lan = await begun(0);
    const trademark = keyOf(lan, 'nhãn hiệu');
    for (const text of ANSWERS) await lan.type(text);
    const code = codeIn((await lan.pick('Gửi phiếu')).text);
    const before = await answersOf(lan);
    expect((await lan.tap(trademark)).text).toContain(`Phiếu ${code} đã gửi rồi`);
    expect(await answersOf(lan)).toEqual(before);
  });

  it('of a request that was sent do not reach into the next one', async () => {
    const lan = await begun(0);
    const trademark = keyOf(lan, 'nhãn hiệu');
    for (const text of ANSWERS) await lan.type(text);
    await lan.pick('Gửi phiếu');
    await lan.tap('register:new');
    await lan.tap(trademark);
    expect((await dossiersOf(lan))[1]?.answers).toEqual([]);
  });

  it('of another person, or made up, are answered and change nothing', async () => {
    const lan = await begun(2);
    const [dossier] = await dossiersOf(lan);
    const mai = await begun(1);
    const keys = [
      `register:continue:${dossier?.id}`,
      `register:discard:${dossier?.id}`,
      `register:anew:${dossier?.id}`,
      'register:continue:nonsense',
      'register:answer:request.1.zzzz:need:machinery',
      'register:answer::::',
      'register:answer',
      'register:consent:yes',
      'register:nothing',
      'register:',
    ];
    for (const key of keys) expect((await mai.tap(key)).text, key).toMatch(/\S/);
    expect(await kindsOf(lan)).toEqual([['started']]);
    expect(await kindsOf(mai)).toEqual([['started']]);
  });
});

describe('the same dialogue', () => {
  it('typed in NFC, NFD and without marks leaves the same answers', async () => {
    const ways: ((text: string) => string)[] = [(text) => text, (text) => text.normalize('NFD'), fold];
    const kept = await Promise.all(
      ways.map(async (write) => {
        const lan = await begun(0);
        for (const text of ANSWERS) await lan.type(write(text));
        expect(codeIn((await lan.type(write('gửi'))).text)).toBeDefined();
        return await answersOf(lan);
      }),
    );
    const [asWritten, decomposed, unmarked] = kept;
    expect(decomposed).toEqual(asWritten);
    const { need, 'legal-form': legalForm, phone, price } = asWritten ?? {};
    expect(unmarked).toMatchObject({
      need,
      'legal-form': legalForm,
      phone,
      price,
      commune: { communeCode: '02185' },
      product: 'mien dong',
    });
  });
});

describe('every (state, input)', () => {
  it('has exactly one reply that says something, and no answer is ever lost', async () => {
    const move = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...ANSWERS,
          'đúng',
          'không',
          'xã Mỹ Phương',
          'ba bể',
          '01200000001',
          '5',
          'chưa rõ',
          'đồng ý',
          'không đồng ý',
          '?',
          'a'.repeat(1500),
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('1', '2', '3', '9', 'quay lại', 'đọc lại', 'dừng', 'menu', 'huỷ', 'gửi'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'key:register:start',
          'key:menu:resume',
          'key:my-dossiers:list',
          'photo',
          'sticker',
          'choice:0',
          'choice:1',
          'choice:last',
        ),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 20 }), async (moves) => {
        const lan = await begun(0);
        let most = 0;
        for (const each of moves) {
          const { choices } = lan.last();
          const picked = each === 'choice:0' ? choices[0] : each === 'choice:1' ? choices[1] : choices.at(-1);
          const reply =
            each === 'photo'
              ? await lan.sendPhotos(1)
              : each === 'sticker'
                ? await lan.sendSticker()
                : each.startsWith('key:')
                  ? await lan.tap(each.slice(4))
                  : each.startsWith('choice:')
                    ? await lan.tap(picked?.key ?? 'menu:show')
                    : await lan.type(each);
          expect(reply.text).toMatch(/\S/);
          for (const { key } of reply.choices) expect(new TextEncoder().encode(key).length).toBeLessThanOrEqual(64);
          const kept = (await dossiersOf(lan)).reduce((sum, { answers }) => sum + answers.length, 0);
          expect(kept).toBeGreaterThanOrEqual(most);
          most = kept;
        }
      }),
      { numRuns: 15 },
    );
  });
});
