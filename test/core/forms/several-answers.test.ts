import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tell = (saying: Saying) => say(wordsFor('vi'), 'vi', saying);
const tools = { ...clubTools, places: await loadPlaces(), say: tell };
const { form } = supportRequest;
const begun = (kept: Answers = {}) => fillIn(form, kept, { tools });
const communeOf = (answers: Answers) => {
  const { commune } = answers;
  return typeof commune === 'object' && 'commune' in commune ? commune.commune : undefined;
};

describe('a sum alone', () => {
  it('is no product, also when it was told before', () => {
    const person = begun({ need: 'machinery', price: { minVnd: 400_000_000, maxVnd: 400_000_000 } });
    person.type('400tr');
    expect(person.answers()).not.toHaveProperty('product');
    expect(person.at()).toBe('product');
  });
});

describe('several answers in one message', () => {
  it('fill the questions to which they can only belong; the rest answers what was asked', () => {
    const person = begun({ need: 'machinery' });
    person.type('miến dong, htx Tài Hoan, xã Côn Minh, chị Lan 0900000001, 400tr');
    expect(person.answers()).toMatchObject({
      product: 'miến dong',
      establishment: 'Htx Tài Hoan',
      'contact-name': 'chị Lan',
      phone: '0900000001',
      price: { minVnd: 400_000_000 },
    });
    expect(communeOf(person.answers())).toBe('Xã Côn Minh');
    // What the establishment is stands in its name.
    expect(person.at()).toBe('review');
  });

  it.each([
    'xã La Bằng, htx Tài Hoan, bà Nguyễn Thị Hải 0900000001',
    'xa la bang, htx tai hoan, ba nguyen thi hai 0900000001',
  ])('a commune that begins with "La" is one, and its label no more: "%s"', (text) => {
    const person = begun({ need: 'trademark', product: 'chè' });
    person.type(text);
    expect(communeOf(person.answers())).toBe('Xã La Bằng');
    expect(Object.keys(person.answers())).toEqual(expect.arrayContaining(['establishment', 'contact-name', 'phone']));
  });

  it('without marks too: a full name is somebody, and a commune with its district of old a place', () => {
    const person = begun({ need: 'machinery' });
    person.type('mien dong, htx Tai Hoan, con minh na ri, Nguyen Thi Hoa 0900000001');
    expect(person.answers()).toMatchObject({ product: 'mien dong', 'contact-name': 'Nguyen Thi Hoa' });
    expect(communeOf(person.answers())).toBe('Xã Côn Minh');
  });

  it('with their labels, in any order, on several lines', () => {
    const person = begun({ need: 'machinery' });
    person.type('SĐT: 0900000001\nSản phẩm: chè khô\nTên cơ sở: Chè Xanh\nhợp tác xã');
    expect(person.answers()).toMatchObject({
      product: 'chè khô',
      establishment: 'Chè Xanh',
      phone: '0900000001',
      'legal-form': 'cooperative',
    });
  });

  it.each(['miến dong, bún khô', 'ba kích, trà hoa vàng', 'tinh dầu quế; tinh dầu sả', 'rau, củ, quả sấy'])(
    'but "%s" is one answer',
    (text) => {
      const person = begun({ need: 'machinery' });
      person.type(text);
      expect(person.answers()).toEqual({ need: 'machinery', product: text });
    },
  );

  it('the label of what is asked is no part of the answer', () => {
    const person = begun({ need: 'machinery' });
    person.type('Sản phẩm của tôi là gỗ bóc');
    expect(person.answers().product).toBe('gỗ bóc');
    person.type('na rì');
    person.type('cái thứ 3');
    expect(communeOf(person.answers())).toBe('Xã Văn Lang');
  });

  it('a name and a phone number together are both kept', () => {
    const person = begun({ need: 'machinery', product: 'x', establishment: 'y', 'legal-form': 'cooperative' });
    person.type('xã Côn Minh');
    person.type('Nguyễn Thị Lan 0900 000 001 nhé');
    expect(person.answers()).toMatchObject({ 'contact-name': 'Nguyễn Thị Lan', phone: '0900000001' });
  });

  it('a place said once more is no name; a name that holds its place is told apart', () => {
    const person = begun({ need: 'machinery', product: 'miến', commune: placeOf() });
    person.type('xa con minh');
    expect(person.answers().establishment).toBeUndefined();
    const other = begun({ need: 'machinery' });
    other.type('bún khô, cơ sở bún Hiền phường Bắc Kạn');
    expect(other.answers()).toMatchObject({ product: 'bún khô', establishment: 'Cơ sở bún Hiền' });
    expect(communeOf(other.answers())).toBe('Phường Bắc Kạn');
  });

  it('"công ty tôi cần làm nhãn hiệu" is a wish and no name', () => {
    const person = begun();
    person.type('cty che tam duong xa ban bo lai chau can lam nhan hieu che, chi Mai 0900000002');
    expect(person.answers()).toMatchObject({ need: 'trademark', 'contact-name': 'chi Mai', phone: '0900000002' });
    expect(person.answers().establishment).toBe('Cty che tam duong');
    const own = begun();
    own.type('công ty tôi cần làm nhãn hiệu chè, chị Mai 0900000002');
    expect(own.answers()).toMatchObject({ need: 'trademark', 'legal-form': 'enterprise' });
    expect(own.answers().establishment).toBeUndefined();
    expect(communeOf(person.answers())).toBe('Xã Bản Bo');
  });

  it('what belongs elsewhere is kept though the rest was not understood', () => {
    const person = begun({ need: 'machinery', product: 'miến' });
    const step = person.type('gần chợ, 0900000001');
    expect(person.answers().phone).toBe('0900000001');
    expect(keysOf(step)).toEqual(['register:noted', 'register:problem.place']);
    expect(person.at()).toBe('commune');
  });
});

describe('a place in the sentence of a wish', () => {
  it.each([
    ['tôi ở Côn Minh Na Rì muốn mua máy sấy miến', 'Xã Côn Minh'],
    ['Cơ sở tôi ở xã Côn Minh, huyện Na Rì, cần mua máy sấy', 'Xã Côn Minh'],
    ['xã Côn Minh muốn mua máy', 'Xã Côn Minh'],
    ['minh o my phuong ba be muon mua may', 'Xã Thượng Minh'],
    ['Hộ nhà em ở Mỹ Phương, Ba Bể, Bắc Kạn xin mua máy', 'Xã Thượng Minh'],
    ['tôi muốn mua máy sấy ở Côn Minh', 'Xã Côn Minh'],
  ])('"%s" is not asked again', (text, commune) => {
    for (const typed of [text, fold(text)]) {
      const person = begun();
      person.type(typed);
      expect(person.answers().need).toBe('machinery');
      expect(communeOf(person.answers()), typed).toBe(commune);
      expect(person.at()).toBe('product');
    }
  });

  it('a new name is told with the old one', () => {
    const person = begun();
    const step = person.type('tôi ở Mỹ Phương Ba Bể muốn mua máy');
    expect(step.said.map(tell).join('\n')).toContain(
      'Xã Mỹ Phương (huyện Ba Bể, tỉnh Bắc Kạn cũ) nay là xã Thượng Minh',
    );
  });

  it.each([
    'tôi muốn mua máy bán ở Từ Sơn Bắc Ninh',
    'tôi ở Thái Nguyên muốn mua máy',
    'chè ở Tam Đường muốn mua máy',
    'ở nhà tôi muốn mua máy',
    'tôi ở gần chợ muốn mua máy',
  ])('"%s" names none that is surely theirs', (text) => {
    const person = begun();
    person.type(text);
    expect(person.answers().need).toBe('machinery');
    expect(person.answers().commune).toBeUndefined();
  });
});

describe('who does not know', () => {
  it.each(['không biết', 'ko biết ạ', 'em cũng chưa rõ lắm', 'chịu', 'k nhớ', 'Chưa biết'])(
    '"%s" is no product, no name, no place, no kind of establishment; it brings the example at once',
    (text) => {
      const answers = { need: 'machinery', product: 'miến', 'legal-form': 'cooperative', 'contact-name': 'Lan' };
      for (const missing of ['product', 'legal-form', 'contact-name'] as const) {
        const { [missing]: _, ...kept } = answers;
        const person = begun({ ...kept, commune: placeOf(), establishment: 'HTX' });
        const step = person.type(text);
        expect(step.changes).toEqual([]);
        expect(person.at()).toBe(missing);
        expect(keysOf(step)).toContain('register:example');
      }
    },
  );

  it.each(['là sao', 'gì cơ', 'hả', 'chưa hiểu'])('nor does "%s" answer anything', (text) => {
    const person = begun({ need: 'machinery' });
    expect(keysOf(person.type(text))).toEqual(['register:problem.unclear', 'register:example']);
  });
});

describe('a slip', () => {
  const kept: Answers = {
    need: 'machinery',
    product: 'miến',
    commune: placeOf(),
    establishment: 'HTX',
    'legal-form': 'cooperative',
    'contact-name': 'Lan',
    phone: '0900000001',
  };

  it.each(['à nhầm, số là 0900000002', 'xin lỗi em ghi sai, 0900000002', 'sửa số điện thoại thành 0900000002'])(
    '"%s" puts the number right, and the form goes on where it was',
    (text) => {
      const person = begun(kept);
      person.type(text);
      expect(person.answers().phone).toBe('0900000002');
      expect(person.at()).toBe('price');
    },
  );

  it('another number where none is asked is asked back, the same one changes nothing', () => {
    const person = begun(kept);
    person.type('0900000003');
    expect(person.answers().phone).toBe('0900000001');
    person.type('đúng');
    expect(person.answers().phone).toBe('0900000003');
    expect(person.at()).toBe('price');
    expect(keysOf(person.type('0900000003'))).toEqual(['register:heard']);
  });

  it('"nhầm rồi" asks the last one again; "giữ nguyên" leaves it', () => {
    const person = begun(kept);
    person.type('nhầm rồi ạ');
    expect(person.at()).toBe('phone');
    person.type('giữ nguyên');
    expect(person.answers()).toEqual(kept);
    expect(person.at()).toBe('price');
  });

  it('names the answer that is meant', () => {
    const person = begun({ ...kept, price: { minVnd: 1_000_000, maxVnd: 1_000_000 } });
    person.type('sửa tên cơ sở thành HTX Tài Hoan');
    expect(person.answers().establishment).toBe('HTX Tài Hoan');
    person.type('nhầm sản phẩm');
    expect(person.at()).toBe('product');
    person.type('giữ nguyên');
    person.type('500tr');
    expect(person.answers().price).toMatchObject({ minVnd: 500_000_000 });
    person.type('Gửi');
    expect(person.last().isSubmitted).toBe(true);
  });

  it('"nhầm, …" is the answer before, where it can be that', () => {
    const person = begun({ need: 'packaging' });
    person.type('à nhầm, nhãn hiệu');
    expect(person.answers()).toEqual({ need: 'trademark' });
    person.type('chè khô');
    person.type('sửa sản phẩm thành chè khô, chè túi lọc');
    expect(person.answers().product).toBe('chè khô, chè túi lọc');
    expect(person.at()).toBe('commune');
  });

  it.each([
    ['à nhầm, sản phẩm là bún khô chứ không phải bột dong', 'product', 'bún khô'],
    ['tên công ty tôi ghi sai, là Công ty Bún Hà', 'establishment', 'Công ty Bún Hà'],
    ['sản phẩm ghi nhầm, là chè khô', 'product', 'chè khô'],
  ])('"%s" tells what is right and what is not', (text, questionId, value) => {
    const person = begun(kept);
    person.type(text);
    expect(person.answers()).toMatchObject({ [questionId]: value });
    expect(person.at()).toBe('price');
  });

  it('"gửi" before the end says that something is missing', () => {
    const person = begun(kept);
    expect(keysOf(person.type('gửi nhé'))).toEqual(['register:notComplete']);
  });
});

function placeOf() {
  return {
    communeCode: '01',
    commune: 'Xã Côn Minh',
    provinceCode: '19',
    province: 'Tỉnh Thái Nguyên',
    legacyAddressText: 'Côn Minh',
  };
}
