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
});
