import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const WISH = 'htx em muốn mua máy sấy 300tr và làm bao bì';
const REST = ['Miến dong', 'xã Côn Minh, Na Rì', 'Hợp tác xã Tài Hoan', 'hợp tác xã', 'Nguyễn Thị Hoa', '0900000001'];

const needsOf = async (talker: Talker) =>
  (await house.dossiersOf(talker)).map(({ answers }) => answers.find(({ questionId }) => questionId === 'need')?.value);

/** Somebody who said what they need before anything else, agreed, and answered the rest. */
async function wished(text = WISH): Promise<Talker> {
  const talker = house.meet();
  await talker.type(text);
  await talker.pick('Đồng ý');
  for (const each of REST) await talker.type(each);
  return talker;
}

describe('what was said before the first question', () => {
  it('is told back with the consent, and neither need nor sum is asked again', async () => {
    const lan = house.meet();
    const { text } = await lan.type(WISH);
    expect(text).toContain('Anh/chị cần: Mua máy móc, dây chuyền · Làm bao bì, mẫu mã · 300 triệu đồng.');
    expect((await lan.pick('Đồng ý')).text).toContain('Câu 2/8');
    for (const each of REST) await lan.type(each);
    expect(lan.last().text).toContain('xem lại phiếu');
    expect(await house.answersOf(lan)).toMatchObject({
      need: 'machinery',
      also: { optionIds: ['packaging'] },
      price: { minVnd: 300_000_000 },
    });
  });

  it('as a question only is proposed, and kept when the person says yes', async () => {
    const lan = house.meet();
    await lan.type('máy sấy miến 400tr được hỗ trợ bao nhiêu');
    await lan.pick('Gửi phiếu nhu cầu');
    const { text } = await lan.pick('Đồng ý');
    expect(text).toContain('Anh/chị cần: Mua máy móc, dây chuyền · 400 triệu đồng. Đúng không ạ?');
    expect(await house.answersOf(lan)).toEqual({});
    expect((await lan.pick('Đúng')).text).toContain('Câu 2/8');
    expect(await house.answersOf(lan)).toMatchObject({ need: 'machinery', price: { minVnd: 400_000_000 } });
  });

  it('and was not meant leads to the whole list', async () => {
    const lan = house.meet();
    await lan.type('máy sấy miến 400tr được hỗ trợ bao nhiêu');
    await lan.pick('Gửi phiếu nhu cầu');
    await lan.pick('Đồng ý');
    expect((await lan.pick('Không đúng')).choices.length).toBeGreaterThan(5);
    expect(await house.answersOf(lan)).toEqual({});
  });

  it.each([
    ['xuong em muon di hoi cho', 'fair'],
    ['em muốn đăng ký sản phẩm tiêu biểu', 'typical-product'],
    ['nhà em tính sắm cái máy ép dầu lạc', 'machinery'],
  ])('"%s" begins the request at once', async (text, need) => {
    const lan = house.meet();
    await lan.type(text);
    await lan.pick('Đồng ý');
    expect(await needsOf(lan)).toEqual([need]);
  });
});

describe('somebody who tells what is hard, and not what they need', () => {
  it('is offered what helps, before anything personal is asked; what they choose is not asked again', async () => {
    const lan = house.meet();
    await lan.type('hàng làm ra bán chậm quá');
    expect(lan.last().choices.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['register:need:fair', 'register:need:showroom', 'register:start']),
    );
    expect((await lan.pick('Đi hội chợ')).text).toContain('Anh/chị cần: Đi hội chợ.');
    expect((await lan.pick('Đồng ý')).text).toContain('Câu 2/8');
    expect(await needsOf(lan)).toEqual(['fair']);
  });

  it.each([
    ['toi khong biet nen dang ky gi, nha lam bun kho', 'Hàng tốt mà bao bì', 'bun kho'],
    ['chào ad, nhà mình nấu rượu men lá, bán chậm lắm', 'Làm bao bì', 'rượu men lá'],
  ])('what is told beside it is known once a need is chosen: "%s"', async (text, choice, product) => {
    const lan = house.meet();
    await lan.type(text);
    await lan.pick(choice);
    expect((await lan.pick('Đồng ý')).text).toContain('Cơ sở ở xã, phường nào');
    expect(await house.answersOf(lan)).toMatchObject({ need: 'packaging', product });
  });

  it('a wish behind a greeting is a wish', async () => {
    const lan = house.meet();
    expect((await lan.type('chao ad, nha e lam nghe dan lat, muon hoc them nghe')).text).toContain('có đồng ý không');
  });

  it.each(['chưa biết cần gì', 'chua biet xin cai gi', 'k biet dang ki cai gi', 'nha toi lam mien kho qua, giup voi'])(
    '"%s" is asked what is hardest',
    async (text) => {
      const lan = house.meet();
      expect((await lan.type(text)).text).toContain('Hiện điều gì khó nhất với cơ sở?');
      await lan.pick('Thợ thiếu tay nghề');
      await lan.pick('Đồng ý');
      expect(await needsOf(lan)).toEqual(['vocational-training']);
    },
  );

  it('in a long story that ends with a question of courtesy is heard all the same', async () => {
    const lan = house.meet();
    await lan.type(
      'Chào cán bộ, nhà tôi làm nghề rèn từ thời ông nội, nay khách đặt nhiều, tôi muốn có cái búa máy khoảng 150 triệu, không biết nhà nước có giúp được gì không?',
    );
    expect(lan.last().text).toContain('Anh/chị cần: Mua máy móc, dây chuyền · 150 triệu đồng.');
  });

  it('and says what they need only under the consent is not asked it again', async () => {
    const lan = house.meet();
    await lan.type('đăng ký');
    expect((await lan.type('em muốn làm bao bì')).text).toContain('Anh/chị cần: Làm bao bì, mẫu mã.');
    expect((await lan.pick('Đồng ý')).text).toContain('Câu 2/8');
    expect(await needsOf(lan)).toEqual(['packaging']);
  });

  it('and asks something is answered', async () => {
    const lan = house.meet();
    await lan.type('máy sấy tốn điện quá, mua máy mới được hỗ trợ bao nhiêu?');
    expect(lan.last().choices.map(({ key }) => key)).not.toContain('register:need:machinery');
  });
});

describe('another need, named in the middle of a request', () => {
  it('is asked about: beside the first or instead of it; it is never an answer to what was asked', async () => {
    const lan = await wished('tôi muốn mua máy sấy');
    const mai = house.meet();
    for (const text of ['tôi muốn mua máy sấy', 'đồng ý', 'à thôi tôi muốn làm nhãn hiệu cơ']) await mai.type(text);
    expect(mai.last().text).toContain('Phiếu đang làm là: Mua máy móc, dây chuyền.');
    expect((await mai.pick('Chỉ cần')).text).toContain('Câu 2/8');
    expect(await needsOf(mai)).toEqual(['trademark']);
    expect((await house.dossiersOf(mai))[0]?.programme).toBe('trademark');
    expect(await needsOf(lan)).toEqual(['machinery']);
  });

  it('and taken back is as it was: "vẫn mua máy" is no product', async () => {
    const mai = house.meet();
    for (const text of ['tôi muốn mua máy sấy', 'đồng ý', 'thôi để làm bao bì']) await mai.type(text);
    expect(mai.last().text).toContain('Phiếu đang làm là');
    expect((await mai.type('à mà thôi vẫn mua máy')).text).toMatch(/Đã ghi: Mua máy móc, dây chuyền\.\nCâu 2\/8/);
    expect(await house.answersOf(mai)).not.toHaveProperty('product');
  });

  it('said to be one more is kept as a request of its own', async () => {
    const lan = house.meet();
    for (const text of ['tôi muốn mua máy sấy', 'đồng ý', 'chè', 'tôi muốn làm bao bì nữa']) await lan.type(text);
    expect(lan.last().text).toContain('Đã ghi thêm: Làm bao bì, mẫu mã.');
    expect(lan.last().text).toContain('Câu 3/8');
    expect(await house.answersOf(lan)).toMatchObject({
      need: 'machinery',
      also: { optionIds: ['packaging'] },
      product: 'chè',
    });
  });
});

describe('a further need', () => {
  it('is a request of its own that asks only what is not known', async () => {
    const lan = await wished();
    await lan.type('gửi');
    expect(lan.last().text).toContain('Anh/chị còn cần: Làm bao bì, mẫu mã');
    expect((await lan.pick('Làm luôn phiếu')).text).toContain('dự định làm bao bì hết khoảng bao nhiêu tiền');
    await lan.type('20tr');
    await lan.type('gửi');
    expect(lan.last().text).not.toContain('còn cần');
    expect(await needsOf(lan)).toEqual(['machinery', 'packaging']);
    const [first, second] = await house.dossiersOf(lan);
    expect(second?.programme).toBe('packaging-consulting');
    const phone = (dossier: typeof first) => dossier?.answers.find(({ questionId }) => questionId === 'phone')?.value;
    expect(phone(second)).toBe(phone(first));
  });

  it('is begun once, however often its button is pressed', async () => {
    const lan = await wished();
    await lan.type('gửi');
    const key = lan.last().choices.find(({ label }) => label.startsWith('Làm luôn'))?.key ?? '';
    await lan.tap(key);
    await lan.tap(key);
    expect(await needsOf(lan)).toHaveLength(2);
    await lan.type('làm tiếp phiếu này');
    await lan.type('20tr');
    await lan.type('gửi');
    expect((await lan.tap(key)).text).toContain('đã gửi rồi');
    expect(await needsOf(lan)).toHaveLength(2);
  });
});
