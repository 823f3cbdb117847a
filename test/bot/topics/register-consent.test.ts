import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CONSENT_VERSION } from '../../../bot/conversation/topics/form/consent.ts';
import { wordsFor } from '../../../locales/words.ts';
import { keyOf, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const { begun, dossiersOf, answersOf } = house;

const consentsOf = async (talker: Talker) =>
  house.db.consentRecord.findMany({ where: { personId: await talker.personId() }, orderBy: { at: 'asc' } });

describe('consent', () => {
  it('comes before the first question, says who, why, how long and which rights, and is kept as evidence', async () => {
    const lan = house.meet();
    const asked = await lan.tap('register:start');
    expect(asked.text).toContain('Trung tâm Khuyến công thử');
    // Short under the first words of all; whole where it is asked for.
    expect(asked.choices.map(({ label }) => label)).toEqual(['Đồng ý', 'Không đồng ý', 'Đọc đầy đủ']);
    const whole = await lan.pick('Đọc đầy đủ');
    for (const { text } of [asked, whole]) {
      for (const word of ['tự động', 'xem xét hỗ trợ', '90 ngày', 'xem, sửa, xoá', 'rút đồng ý'])
        expect(text.toLowerCase()).toContain(word);
    }
    expect(whole.choices.map(({ label }) => label)).toEqual(['Đồng ý', 'Không đồng ý']);
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
    // What nobody can answer may go to an officer besides; the question stays the same.
    expect(
      lan
        .last()
        .choices.map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['Đồng ý', 'Không đồng ý']);
  });

  it.each([
    'đồng ý',
    'Tôi đồng ý ạ',
    'em dong y nhe',
    'vâng e đồng ý ạ',
    'chị đồng ý nha em',
    'ừ thì đồng ý, làm đi em',
    'hoàn toàn đồng ý, đồng ý',
  ])('"%s" is a yes', async (text) => {
    const lan = house.meet();
    await lan.tap('register:start');
    expect((await lan.type(text)).text).toContain('Câu 1/8');
  });

  it('a yes with more behind it is a yes, and what is told behind it is kept', async () => {
    const lan = house.meet();
    await lan.type('em muốn mua máy sấy miến');
    expect((await lan.type('e đồng ý, nhà em ở xã Côn Minh')).text).toContain('Câu 2/8');
    expect(await answersOf(lan)).toMatchObject({ need: 'machinery', commune: { communeCode: '02185' } });
    const hoa = house.meet();
    await hoa.tap('register:start');
    expect((await hoa.type('đồng ý. mua máy sấy 400tr')).text).toContain('Câu 2/8');
  });

  it('a photo before the yes gets one short sentence with the two choices and the way to the whole text, and is no yes', async () => {
    const lan = house.meet();
    await lan.tap('register:start');
    for (const send of [() => lan.sendPhotos(2), () => lan.sendUnread('photo-unread')]) {
      const said = await send();
      expect(said.text).toBe('Trợ lý chưa dùng ảnh này. Anh/chị chọn "Đồng ý" trước đã, rồi gửi ảnh sau giúp.');
      expect(said.choices.map(({ label }) => label)).toEqual(['Đồng ý', 'Không đồng ý', 'Xem lại đầy đủ']);
    }
    expect(await consentsOf(lan)).toEqual([]);
    expect((await lan.pick('Đồng ý')).text).toContain('Câu 1/8');
  });

  it('a no is kept too, nothing is asked, and the next start asks again', async () => {
    const lan = house.meet();
    await lan.tap('register:start');
    expect((await lan.type('e ko đồng ý đâu')).text).toContain('không ghi gì cả');
    expect(await consentsOf(lan)).toMatchObject([{ granted: false }]);
    expect(await dossiersOf(lan)).toEqual([]);
    // Who thinks better of it says so.
    expect((await lan.type('tôi đồng ý')).text).toContain('Anh/chị có đồng ý không?');
    expect((await lan.tap('register:start')).text).toContain('Anh/chị có đồng ý không?');
  });

  it('once given is not asked again', async () => {
    const lan = await begun(8);
    await lan.pick('Gửi phiếu');
    house.clock.advance(3_600_000);
    expect((await lan.tap('register:start')).text).toContain('Vẫn dùng thông tin cơ sở này?');
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

  it('typed twice is one consent, and no answer to the question after it', async () => {
    const lan = house.meet();
    await lan.type('tôi muốn làm nhãn hiệu');
    expect((await lan.type('dong y')).text).toContain('Câu 2/8');
    expect((await lan.type('dong y')).text).toContain('Câu 2/8');
    expect((await lan.type('miến dong')).text).toContain('Đã ghi: miến dong.');
    expect(await consentsOf(lan)).toHaveLength(1);
  });

  it('has a new version when its words change', () => {
    const { t } = wordsFor('vi');
    const text = [t('register:consent.intro'), t('register:consent.what'), t('register:consent.rights')].join('\n');
    const sha256 = createHash('sha256').update(text).digest('hex').slice(0, 16);
    expect({ version: CONSENT_VERSION, sha256 }).toMatchInlineSnapshot(`
      {
        "sha256": "94e3134ba921c680",
        "version": "request-3",
      }
    `);
  });
});
