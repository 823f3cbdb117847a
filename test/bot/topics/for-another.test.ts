import { describe, expect, it } from 'vitest';
import { readHelper } from '../../../core/programmes/for-another.ts';
import { codeIn, prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();

describe('somebody who fills a request in for another', () => {
  it.each([
    ['em đăng ký hộ mẹ', 'family'],
    ['con khai giúp bố mẹ', 'family'],
    ['tôi là trưởng thôn, khai cho bà con', 'village-head'],
    ['toi la cong tac vien khuyen cong xa', 'collaborator'],
    ['khai ho ba con trong ban', 'other'],
    ['khai hộ', 'other'],
    ['tôi làm hộ mẹ tôi', 'family'],
    ['em làm giùm bà nội', 'family'],
    ['đăng ký giùm bà Lan', 'other'],
    ['dang ky ho chu Tai voi', 'other'],
    ['đăng ký giúp em với', undefined],
    ['đăng ký hộ kinh doanh', undefined],
    ['làm hộ tôi cái phiếu', undefined],
    ['nấu rượu làm cho gia đình', undefined],
    ['hợp tác xã', undefined],
    ['Trần Trưởng Thôn', undefined],
  ])('is known by "%s": %s', (text, helper) => {
    expect(readHelper(text)).toBe(helper);
  });

  it('is asked for the owner’s consent first, then who that is, and goes on; all of it is kept', async () => {
    const lan = await house.begun(1);
    expect((await lan.type('em khai hộ mẹ')).text).toContain('Chủ cơ sở đã đồng ý');
    expect((await lan.pick('qua điện thoại')).text).toContain('Chủ cơ sở họ tên là gì?');
    await lan.type('Nông Thị Mai');
    await lan.type('không có');
    expect(lan.last().text).toContain('làm ra sản phẩm gì');
    for (const text of ['Miến dong', 'Côn Minh', 'chưa có tên', 'htx', 'Nguyễn Thị Hoa', '0900000001', '400tr']) {
      await lan.type(text);
    }
    expect(lan.last().choices.map(({ label }) => label)).toContain('Người khai: Con cháu, người nhà');
    expect(codeIn((await lan.type('gửi phiếu')).text)).toMatch(/^KC-2026-/);
    expect(await house.answersOf(lan)).toMatchObject({
      'filled-by': 'family',
      'owner-consent': 'by-phone',
      'owner-name': 'Nông Thị Mai',
      'owner-phone': { isSkipped: true },
    });
  });

  it('without the owner’s yes is asked neither their name nor their phone', async () => {
    const lan = await house.begun(1);
    await lan.type('tôi là trưởng thôn');
    expect((await lan.pick('Chưa hỏi')).text).toContain('làm ra sản phẩm gì');
    expect(Object.keys(await house.answersOf(lan)).sort()).toEqual(['filled-by', 'need', 'owner-consent']);
  });

  it('who fills in their own is asked none of it', async () => {
    const lan = await house.sent();
    expect(
      Object.keys(await house.answersOf(lan)).filter((id) => id.startsWith('owner') || id === 'filled-by'),
    ).toEqual([]);
  });
});
