import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();

describe('a request that was paused', () => {
  it('goes on with the answer to its open question, question after question', async () => {
    const lan = await house.begun(1);
    for (const [text, next] of [
      ['miến dong', 'Câu 3/8'],
      ['xa con minh, na ri', 'Câu 4/8'],
      ['htx tai hoan', 'Câu 6/8'],
      ['nguyen thi lan', 'Câu 7/8'],
      ['0900000001', 'Câu 8/8'],
      ['400tr', 'xem lại phiếu'],
      ['sửa số điện thoại thành 0900000002', '0900 000 002'],
    ] as const) {
      expect((await lan.type('dừng')).text).toContain('Đã tạm dừng');
      const reply = await lan.type(text);
      expect(reply.text).toContain('Mình tiếp nhé.');
      expect([reply.text, ...reply.choices.map(({ label }) => label)].join('\n'), text).toContain(next);
    }
    expect(await house.answersOf(lan)).toMatchObject({ product: 'miến dong', phone: '0900000002' });
  });

  it('is left alone by thanks, a question, idle words and another wish; after weeks the answer still goes on with it', async () => {
    const lan = await house.begun(2);
    await lan.type('dừng');
    for (const text of ['cảm ơn em', 'ok', 'không', 'hôm nay trời đẹp quá em ơi', 'máy sấy được hỗ trợ bao nhiêu']) {
      expect((await lan.type(text)).text, text).not.toContain('Câu 3/8');
    }
    expect(await house.answersOf(lan)).not.toHaveProperty('commune');
    house.clock.advance(21 * 24 * 3_600_000);
    expect((await lan.type('xã Côn Minh')).text).toContain('Câu 4/8');
  });

  it('takes a photo that can be of nothing else', async () => {
    const lan = await house.begun(2);
    await lan.type('dừng');
    const { text } = await lan.sendPhotos(1);
    expect(text).toContain('giữ cùng phiếu');
    expect(text).toContain('Câu 3/8');
  });
});

describe('"dung" right under what was noted', () => {
  it('is rather "đúng": the question is asked on and the way to rest told; said once more it stops', async () => {
    const lan = await house.begun(2);
    const { text } = await lan.type('dung');
    expect(text).toContain('gõ "tạm dừng"');
    expect(text).toContain('Câu 3/8');
    expect((await lan.type('dung')).text).toContain('Đã tạm dừng');
    expect((await lan.type('xã Côn Minh')).text).toContain('Câu 4/8');
    expect((await lan.type('đung')).text).toMatch(/^Vâng ạ\.\nCâu 4\/8/);
    expect((await lan.type('tam dung')).text).toContain('Đã tạm dừng');
  });

  it('is no name: Dũng is', async () => {
    const lan = await house.begun(5);
    expect((await lan.type('Dũng')).text).toContain('Đã ghi: Dũng');
  });
});
