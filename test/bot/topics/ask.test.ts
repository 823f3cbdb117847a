import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

/** Somebody who has been greeted already. */
async function meetGreeted(): Promise<Talker> {
  const person = house.meet();
  await person.type('xin chào');
  return person;
}

const labels = (person: Talker): string[] => person.last().choices.map(({ label }) => label);

async function findHandoffs(person: Talker) {
  return await house.db.humanHandoff.findMany({ where: { personId: await person.personId() } });
}

describe('a question that the library answers', () => {
  it('is answered in a few lines, document and article in the last, with four ways on', async () => {
    const person = await meetGreeted();
    const { text } = await person.type('mua may thi dc ho tro bn phan tram');
    expect(text.split('\n').length).toBeLessThanOrEqual(4);
    expect(text.split('\n').at(-1)).toBe('Nguồn: Thông tư 28/2018/TT-BTC, Điều 8, khoản 4.');
    expect(labels(person)).toEqual(['Gửi phiếu nhu cầu', 'Xem nguồn', 'Chưa đúng', 'Gặp cán bộ']);
  });

  it('with a price in it is answered by the sum, its rule, and a word about the province', async () => {
    const person = await meetGreeted();
    const { text } = await person.type('may say mien 400tr dc ho tro bn');
    expect(text).toContain('nhiều nhất 200 triệu đồng (50 % giá máy, trần 300 triệu đồng một cơ sở)');
    expect(text).toContain('nguồn quốc gia (Thông tư 28/2018/TT-BTC, Điều 8, khoản 4)');
    expect(text).toContain('Mức riêng của tỉnh Thái Nguyên thì Trợ lý chưa có số đã xác nhận');
  });

  it('says so where the document has not been checked', async () => {
    const person = await meetGreeted();
    expect((await person.type('tiền này có phải trả lại không')).text).toContain('(bản sửa đổi chưa đối chiếu)');
    expect((await person.type('đăng ký nhãn hiệu được hỗ trợ bao nhiêu')).text).toContain('chưa đối chiếu văn bản');
  });

  it('shows document, article, date in force, certainty and review under "Xem nguồn"', async () => {
    const person = await meetGreeted();
    await person.type('200 triệu đúng không');
    const { text } = await person.pick('Xem nguồn');
    expect(text).toContain('Thông tư 28/2018/TT-BTC, Điều 8: có hiệu lực từ 11/5/2018.');
    expect(text).toContain('Thông tư liên tịch 26/2014: hết hiệu lực sau 10/5/2018, nhắc để so sánh.');
    expect(text).toContain('đã đọc trong nguồn. Xem lại ngày 22/11/2026.');
    expect(labels(person)).not.toContain('Xem nguồn');
  });

  it('is followed up', async () => {
    const person = await meetGreeted();
    await person.type('may say 800tr dc ho tro bn');
    expect((await person.type('thế còn dây chuyền?')).text).toContain('nhiều nhất 400 triệu đồng');
  });
});

describe('a question between several articles', () => {
  it('is met by up to three to choose from, and the choice is answered', async () => {
    const person = await meetGreeted();
    await person.type('400tr duoc ho tro bao nhieu');
    expect(labels(person).slice(0, 3)).toEqual([
      'Mua máy được hỗ trợ bao nhiêu',
      'Dây chuyền được hỗ trợ bao nhiêu',
      'Mô hình trình diễn được hỗ trợ bao nhiêu',
    ]);
    expect((await person.pick('Dây chuyền')).text).toContain('450 triệu đồng');
    expect((await person.type('2')).text).toContain('có hiệu lực từ 11/5/2018');
  });

  it('is met by choices in the middle of a request too: beside its own where a number is a choice, by their names elsewhere', async () => {
    const several = 'làm nhãn hiệu có mất phí không';
    const person = await meetGreeted();
    for (const answer of [
      'tôi muốn làm nhãn hiệu',
      'đồng ý',
      'miến dong',
      'xã Côn Minh',
      'HTX Tài Hoan',
      'hợp tác xã',
    ]) {
      await person.type(answer);
    }
    const { text } = await person.type(several);
    const named = [...text.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title);
    expect(named.length).toBeGreaterThan(1);
    expect((await person.type(named[0] ?? '')).text).toContain('Nguồn:');

    await person.type('Nguyễn Thị Lan');
    await person.type('0900000001');
    await person.type(several);
    expect(labels(person)).toEqual(['Chưa rõ', ...named, 'Gửi câu vừa hỏi cho cán bộ']);
    const answer = await person.pick(named[0] ?? '');
    expect(answer.text).toContain('Nguồn:');
    expect(answer.text).toContain('Câu 8/8');
  });
});

describe('a question that nothing answers', () => {
  const question = 'giá vàng hôm nay bao nhiêu';

  it('is not answered: it says so, and by when an officer would', async () => {
    const person = await meetGreeted();
    const { text } = await person.type(question);
    expect(text).toContain('chưa có nguồn chắc chắn');
    expect(text).toMatch(/Cán bộ có thể trả lời anh\/chị trước \d+ giờ .+\/\d+/);
    expect(labels(person)).toEqual(['Gửi', 'Thôi']);
    expect(await findHandoffs(person)).toEqual([]);
  });

  it('goes to an officer word for word, once, with the promised time', async () => {
    const person = await meetGreeted();
    await person.type(question);
    await person.pick('Gửi');
    const [handoff] = await findHandoffs(person);
    expect(handoff).toMatchObject({ kind: 'question', text: question, status: 'waiting' });
    expect(handoff?.promisedAt).toBeInstanceOf(Date);
    await person.tap('ask:send');
    expect(person.last().text).toContain('đã gửi');
    expect(await findHandoffs(person)).toHaveLength(1);
  });

  it('goes nowhere when the person says no', async () => {
    const person = await meetGreeted();
    await person.type(question);
    await person.type('thôi');
    expect(person.last().text).toContain('chưa gửi gì');
    expect(await findHandoffs(person)).toEqual([]);
  });

  it('the second time shows how to ask', async () => {
    const person = await meetGreeted();
    await person.type(question);
    expect((await person.type('thời tiết mai thế nào')).text).toContain('ví dụ: mua máy được hỗ trợ bao nhiêu');
  });
});

describe('words that ask for no knowledge', () => {
  it.each([
    ['cảm ơn nhé', 'Không có gì', 'menu:show'],
    ['bạn là người thật hay máy', 'trợ lý tự động của Trung tâm Khuyến công thử', 'officer:start'],
    ['bot ngu', 'xin lỗi vì chưa trả lời đúng ý', 'officer:start'],
  ])('"%s" is met by a fitting reply and the button for it', async (text, words, key) => {
    const person = await meetGreeted();
    const reply = await person.type(text);
    expect(reply.text).toContain(words);
    expect(reply.choices.map((choice) => choice.key)).toContain(key);
    // The button does what it says.
    expect((await person.tap(key)).text).not.toBe('');
  });

  it.each([
    ['cho tôi nói chuyện với cán bộ', 'officer:start'],
    ['tôi muốn đăng ký', 'register:start'],
    ['hồ sơ của tôi đến đâu rồi', 'my-dossiers:list'],
    ['đừng gửi tin nữa', 'news:ask-stop'],
    ['xóa hết dữ liệu của tôi', 'my-data:show'],
    ['tôi rút lại đồng ý', 'my-data:consents'],
  ])('"%s" leads there at once, as the button does', async (text, key) => {
    const [typing, tapping] = [await meetGreeted(), await meetGreeted()];
    const typed = await typing.type(text);
    expect(typed.choices).toEqual((await tapping.tap(key)).choices);
  });

  it('a wish to have a product chosen begins its request', async () => {
    const person = await meetGreeted();
    expect((await person.type('muốn đăng ký thi sản phẩm tiêu biểu')).text).toContain(
      'Đăng ký sản phẩm công nghiệp nông thôn tiêu biểu',
    );
  });

  it('a place of before is told as what it is now', async () => {
    const person = await meetGreeted();
    expect((await person.type('xa my phuong ba be')).text).toContain(
      'Xã Mỹ Phương (huyện Ba Bể, tỉnh Bắc Kạn cũ) nay là xã Thượng Minh, tỉnh Thái Nguyên.',
    );
    expect((await person.type('xã Zần Quỳnh Xoan')).text).toContain('chưa tìm ra nơi này');
  });
});

describe('an old button', () => {
  it('of an article that is gone says so', async () => {
    const person = await meetGreeted();
    expect((await person.tap('ask:article:gone')).text).toContain('không còn dùng nữa');
    expect((await person.tap('ask:source:gone')).text).toContain('không còn dùng nữa');
  });
});
