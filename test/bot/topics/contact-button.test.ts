import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';

const { begun } = prepareRequestHouse();
const BUTTON = 'Gửi số điện thoại của tôi';
const ENDS = 'Vâng ạ.';

describe('the button that shares the own phone number', () => {
  it('stands at the question for the number, whatever is said meanwhile, and goes with the next reply', async () => {
    const lan = await begun(6);
    expect(lan.last()).toMatchObject({ contactButton: BUTTON, choices: [] });
    expect(await lan.type('12')).toMatchObject({ contactButton: BUTTON });
    expect(await lan.type('doc lai')).toMatchObject({ contactButton: BUTTON });
    const aside = await lan.type('ma tien nay co phai tra lai ko');
    expect(aside).toMatchObject({ text: expect.stringContaining('Câu 7/8'), contactButton: BUTTON });
    expect(aside).not.toHaveProperty('endsContactButton');

    const next = await lan.type('0900000001');
    expect(next).toMatchObject({ text: expect.stringContaining('Câu 8/8'), endsContactButton: ENDS });
    expect(next).not.toHaveProperty('contactButton');
    expect(await lan.type('400tr')).not.toHaveProperty('endsContactButton');
  });

  it.each([
    ['a question back', '900000001', 'đúng không ạ'],
    ['the question before', 'quay lai', 'Câu 6/8'],
    ['the menu', 'menu', 'Anh/chị cần việc gì'],
    ['a pause', 'dừng', 'tạm dừng'],
  ])('goes with %s', async (_name, typed, words) => {
    const lan = await begun(6);
    const reply = await lan.type(typed);
    expect(reply).toMatchObject({ text: expect.stringContaining(words), endsContactButton: ENDS });
    expect(reply).not.toHaveProperty('contactButton');
  });

  it('leaves the choices beside it within reach: what a key says is taken as the choice', async () => {
    const lan = await begun(8);
    const asked = await lan.pick('Số điện thoại');
    const [keep] = asked.choices;
    expect(asked).toMatchObject({ contactButton: BUTTON, choices: [{ label: 'Giữ nguyên: 0900 000 001' }] });
    expect(await lan.type(keep?.label ?? '')).toMatchObject({
      text: expect.stringContaining('xem lại phiếu'),
      endsContactButton: ENDS,
    });
  });
});
