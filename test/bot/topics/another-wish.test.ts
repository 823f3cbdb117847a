import { describe, expect, it } from 'vitest';
import { codeIn, prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();

/** Somebody who asks for a machine and says in the middle that they want packages. */
async function wishing() {
  const lan = await house.begun(2);
  expect((await lan.type('tôi muốn làm bao bì')).text).toContain('hay chỉ cần việc đó thôi?');
  return lan;
}

const REST = ['xã Côn Minh, Na Rì', 'Hợp tác xã Tài Hoan', 'Nguyễn Thị Hoa', '0900000001', '400tr'];

describe('a second wish, said inside a request', () => {
  it('is kept when nobody answers whether it comes beside or instead: it stands at the review, and is offered after sending', async () => {
    const lan = await wishing();
    for (const text of REST) await lan.type(text);
    expect(lan.last().choices.map(({ label }) => label)).toContain('Cần thêm: Làm bao bì, mẫu mã');
    const sent = await lan.type('gửi');
    expect(codeIn(sent.text)).toMatch(/^KC-2026-/);
    expect(sent.choices.map(({ label }) => label).join(' | ')).toContain('Làm bao bì, mẫu mã');
    expect(await house.answersOf(lan)).toMatchObject({ need: 'machinery', also: { optionIds: ['packaging'] } });
  });

  it('instead of the first takes its place, and is no further one', async () => {
    const lan = await wishing();
    await lan.pick('Chỉ cần: Làm bao bì');
    for (const text of REST) await lan.type(text);
    const labels = lan.last().choices.map(({ label }) => label);
    expect(labels).toContain('Cần hỗ trợ: Làm bao bì, mẫu mã');
    expect(labels.filter((label) => label.startsWith('Cần thêm'))).toEqual([]);
    expect((await lan.type('gửi')).choices.map(({ label }) => label).join(' | ')).not.toContain('Mua máy');
  });

  it('that was none after all is dropped', async () => {
    const lan = await wishing();
    await lan.pick('Không, vẫn: Mua máy');
    for (const text of REST) await lan.type(text);
    const labels = lan.last().choices.map(({ label }) => label);
    expect(labels).toContain('Cần hỗ trợ: Mua máy móc, dây chuyền');
    expect(labels.filter((label) => label.startsWith('Cần thêm'))).toEqual([]);
  });

  it('named again at the review is said to stand there', async () => {
    const lan = await house.begun(8);
    await lan.type('cần làm thêm bao bì nữa');
    const { text } = await lan.type('làm nốt cái bao bì');
    expect(text).toContain('Đã có trong phiếu: Làm bao bì, mẫu mã');
  });

  it('beside the first is said to be kept, once', async () => {
    const lan = await wishing();
    expect((await lan.pick('Cần cả hai')).text).toContain('Đã ghi thêm: Làm bao bì, mẫu mã');
    expect(await house.answersOf(lan)).toMatchObject({ also: { optionIds: ['packaging'] } });
  });

  it.each(['thôi không làm bao bì nữa', 'thoi k lam bao bi nua'])(
    'is dropped by "%s", which is no answer',
    async (text) => {
      const lan = await wishing();
      await lan.pick('Cần cả hai');
      expect((await lan.type(text)).text).toContain('không làm thêm: Làm bao bì, mẫu mã');
      expect(await house.answersOf(lan)).toMatchObject({ product: 'Miến dong' });
      for (const answer of REST) await lan.type(answer);
      expect(
        lan
          .last()
          .choices.map(({ label }) => label)
          .join(' | '),
      ).not.toContain('Cần thêm');
    },
  );

  it('takes the place of the first when that is given up; the last one given up asks whether the request ends', async () => {
    const lan = await wishing();
    await lan.pick('Cần cả hai');
    expect((await lan.type('thôi không mua máy nữa')).text).toContain('Làm bao bì, mẫu mã');
    expect(await house.answersOf(lan)).toMatchObject({ need: 'packaging' });
    const last = await lan.type('thôi không làm bao bì nữa');
    expect(last.choices.map(({ key }) => key).join(' | ')).toContain('register:discard:');
  });

  it('given up after sending is begun by nobody, and the request stays', async () => {
    const lan = await wishing();
    await lan.pick('Cần cả hai');
    for (const text of REST) await lan.type(text);
    await lan.type('gửi');
    expect((await lan.type('thôi không làm bao bì nữa')).text).toContain('không lập phiếu Làm bao bì, mẫu mã nữa');
  });
});

describe('a request that was sent', () => {
  it('tells who asks for their sum what it could get', async () => {
    const lan = await house.begun(2);
    for (const text of REST) await lan.type(text);
    const sent = await lan.type('gửi');
    expect((await lan.type('tôi được bao nhiêu tiền')).text).toMatch(
      new RegExp(`^Phiếu ${codeIn(sent.text)}: .*200 triệu đồng`, 's'),
    );
  });
});
