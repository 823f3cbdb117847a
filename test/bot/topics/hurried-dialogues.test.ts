import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';
import { begunForOne, OTHER } from './two-establishments.ts';

const house = prepareRequestHouse();

/** Says these one after the other; returns what is said to the last. */
async function say(talker: Talker, ...texts: string[]): Promise<string> {
  for (const text of texts) await talker.type(text);
  return talker.last().text;
}
const labelsOf = (talker: Talker) => talker.last().choices.map(({ label }) => label);
const LEAVE = 'Khi cần, anh/chị cứ nhắn vào đây.';

describe('where nothing is open', () => {
  it.each(['xong', 'không', 'khong', 'ko', 'hết rồi', 'xong rồi cảm ơn em', 'ko can gi nua', 'thôi', 'ok xong'])(
    '"%s" is a leave, and met with a kind word',
    async (text) => {
      const lan = house.meet();
      await say(lan, 'chào');
      expect(await say(lan, text)).toContain(LEAVE);
    },
  );

  it('"không" under a question to an officer sends none, and after an answer it is a leave', async () => {
    const lan = house.meet();
    await say(lan, 'chào', 'bo sung');
    expect(labelsOf(lan)).toContain('Thôi');
    expect(await say(lan, 'không')).not.toContain('Gửi câu hỏi này');
    expect(labelsOf(lan)).toEqual(['Về menu']);
    await say(lan, 'mức hỗ trợ máy móc là bao nhiêu');
    expect(await say(lan, 'không')).toContain(LEAVE);
  });

  it('what was set aside is one tap away then, and where a form is open the words are its own', async () => {
    const lan = await house.begun(2);
    expect(await say(lan, 'xong')).toContain('xã, phường nào');
    await say(lan, 'dừng');
    expect(await say(lan, 'xong rồi')).toContain(LEAVE);
    expect(labelsOf(lan)).toContain('Làm tiếp việc đang dở');
  });
});

describe('under the consent', () => {
  it('a commune, a name and a number, each alone, are kept once it is given', async () => {
    const lan = house.meet();
    await say(lan, 'em muốn mua máy sấy chè', 'phuc thuan', 'anh Hùng', '0912333444');
    expect(lan.last().text).toContain('Trợ lý nghe rồi');
    await say(lan, 'đồng ý');
    expect(await house.answersOf(lan)).toMatchObject({
      ...{ need: 'machinery', 'contact-name': 'anh Hùng', phone: '0912333444' },
      commune: { commune: 'Phường Phúc Thuận' },
    });
  });
});

describe('the wrong establishment', () => {
  const draftOf = async (talker: Talker) => {
    const draft = (await house.dossiersOf(talker)).at(-1);
    return {
      of: draft?.establishmentId,
      values: Object.fromEntries((draft?.answers ?? []).map(({ questionId, value }) => [questionId, value])),
    };
  };

  it('noticed at the review, with no other named: which one is asked, and taken by a tap', async () => {
    const lan = await begunForOne(house);
    expect(await say(lan, 'nham, co so khac co')).toContain('Phiếu này làm cho cơ sở nào?');
    await lan.pick('Chè Hoa Sen');
    expect((await draftOf(lan)).values).toMatchObject({ ...OTHER, price: { minVnd: 50_000_000 } });
    // The same button once more.
    expect((await lan.type('đọc lại')).text).toContain('Vâng, phiếu này cho Chè Hoa Sen.');
  });

  it('is none that is known: what was taken over goes, what was told here stays, and neither of them is renamed', async () => {
    const lan = await begunForOne(house);
    await say(lan, 'không phải cơ sở này');
    await lan.pick('Cơ sở khác');
    expect(lan.last().text).toContain('làm ra sản phẩm gì');
    const { of, values } = await draftOf(lan);
    expect(of).toBeNull();
    expect(values).toMatchObject({ need: 'packaging', price: { minVnd: 50_000_000 } });
    expect(Object.keys(values)).not.toContain('establishment');
  });

  it('"đăng ký cho cơ sở khác" helps nobody called Sở', async () => {
    const lan = await house.begun(3);
    await say(lan, 'đăng ký cho cơ sở khác nữa');
    expect((await house.answersOf(lan))['filled-by']).toBeUndefined();
  });
});

describe('a question of one’s own sum', () => {
  it.each(['ho tro toi da bao nhieu', 'the nha nuoc cho bao nhieu trong do', 'chi phai bo ra bao nhieu'])(
    '"%s" at the review is answered by the figures told',
    async (text) => {
      const lan = await house.begun(8);
      const told = await say(lan, text);
      expect(told).toContain('200 triệu đồng');
      expect(told).toContain('xem lại phiếu');
    },
  );
});

describe('a mother whose son began for her', () => {
  it('greets and tells who she is: her product and commune are kept, and her greeting is no end of it', async () => {
    const tam = house.meet();
    await say(tam, 'e lam giup me e, me e muon mua may lam banh chung', 'dong y', 'me e dong y roi', 'Nguyen Thi Tam');
    const told = await say(tam, 'chao chau, co la Tam lam banh chung Bo Dau o Co Lung day');
    expect(told).toContain('nay là xã Vô Tranh');
    expect(told).toContain('Số điện thoại của chủ cơ sở');
    expect(await house.answersOf(tam)).toMatchObject({
      product: 'banh chung Bo Dau',
      commune: { commune: 'Xã Vô Tranh' },
    });
  });
});
