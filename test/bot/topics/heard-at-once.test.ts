import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();

async function say(talker: Talker, ...texts: string[]): Promise<string> {
  for (const text of texts) await talker.type(text);
  return talker.last().text;
}
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

describe('a first message that is a wish', () => {
  it.each(['gửi phiếu nhu cầu', 'chào em, tôi muốn mua máy sấy miến'])(
    'is met by who this is, what is kept, and the question: three lines; all of it one tap away (%s)',
    async (wish) => {
      const lan = house.meet();
      const first = await say(lan, wish);
      expect(linesOf(first)).toHaveLength(3);
      expect(linesOf(first)[0]).toContain('trợ lý tự động của');
      // What is kept and for what, how long, and the rights.
      expect(linesOf(first)[1]).toMatch(/giữ tên, số điện thoại.*xem xét hỗ trợ.*90 ngày.*12 tháng.*rút đồng ý/);
      expect(linesOf(first)[2]).toContain('anh/chị có đồng ý không?');
      expect((await lan.pick('Đọc đầy đủ')).text).toContain('ảnh giấy tờ của cơ sở');
      expect(await say(lan, 'đồng ý')).toMatch(/Câu [12]\/8/);
    },
  );
});

/** In the words of each kind of support: product and kind of establishment are said in it. */
const WISHES = {
  machinery: 'em muon mua may cho mien dong cua htx',
  'demonstration-model': 'em muon lam mo hinh trinh dien ky thuat cho mien dong cua htx',
  'cleaner-production': 'em muon lam san xuat sach hon cho mien dong cua htx',
  trademark: 'em muon lam nhan hieu cho mien dong cua htx',
  packaging: 'em muon lam bao bi cho mien dong cua htx',
  fair: 'em muon di hoi cho ban mien dong cua htx',
  'vocational-training': 'em muon day nghe lam mien dong cho xa vien cua htx',
  showroom: 'em muon mo phong trung bay cho mien dong cua htx',
  cluster: 'em muon xu ly nuoc thai cho lang nghe mien dong cua htx',
  'typical-product': 'em muon dang ky san pham tieu bieu cho mien dong cua htx',
};

describe('what a wish tells', () => {
  it.each(Object.entries(WISHES))(
    'of the product and the kind of establishment is not asked again: %s',
    async (_need, wish) => {
      const lan = house.meet();
      expect(await say(lan, wish, 'đồng ý')).toContain('Câu 3/');
      expect(await house.answersOf(lan)).toMatchObject({ product: 'mien dong', 'legal-form': 'cooperative' });
    },
  );

  it('before "Có chỗ cần sửa" is not asked again, whether wished or asked about', async () => {
    for (const words of ['muốn làm bao bì', 'làm bao bì được hỗ trợ bao nhiêu']) {
      const lan = await house.sentBefore();
      house.clock.advance(24 * 3_600_000);
      await say(lan, words);
      if (!lan.last().text.includes('Vẫn dùng')) await lan.pick('Gửi phiếu nhu cầu');
      await lan.pick('Có chỗ cần sửa');
      await say(lan, 'số điện thoại', '0900000009');
      const { text } = await lan.pick('làm tiếp');
      expect(text, words).toContain('bao bì');
      expect(text, words).not.toContain('Câu 1/8: Anh/chị cần hỗ trợ việc gì');
    }
  });
});

describe('a request that rests', () => {
  it('goes on with a sum, a time, a number of people, one more product that belong to another of its questions', async () => {
    const lan = await house.begun(4);
    for (const [text, noted] of [
      ['400tr', '400 triệu đồng'],
      ['8 người', '8 người'],
      ['tháng 3 năm sau', 'tháng 3/2027'],
      ['thêm cả bánh đa nữa', 'Miến dong, bánh đa'],
    ] as const) {
      await say(lan, 'quay lại', 'dừng');
      expect(await say(lan, text), text).toContain(`Đã ghi: ${noted}`);
    }
    await say(lan, 'dừng');
    expect(await say(lan, '500tr')).toContain('Dự kiến chi: đổi thành 500 triệu đồng, đúng không ạ?');
    expect(await house.answersOf(lan)).toMatchObject({ price: { minVnd: 400_000_000 } });
    await say(lan, 'đúng');
    expect(await house.answersOf(lan)).toMatchObject({ price: { minVnd: 500_000_000 } });
  });
});
