import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import { type Answers, placeValue } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = {
  ...{ ...clubTools, places: await loadPlaces(), nearProvinceCode: '19' },
  say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying),
};
const begun = (kept: Answers = {}) => fillIn(supportRequest.form, kept, { tools });

describe('what is told where something else was asked', () => {
  it.each([['xóm Nà Chúa, xã Đổng Xá, Na Rì'], ['bản Nà Chúa xã Côn Minh'], ['thôn 3, xã Côn Minh, huyện Na Rì cũ']])(
    '"%s" is a place and no product, in the own words of who said it',
    (text) => {
      const person = begun({ need: 'machinery' });
      person.type(text);
      const place = placeValue.parse(person.answers().commune);
      expect(place.provinceCode).toBe('19');
      expect(place.legacyAddressText).toBe(text);
      expect(person.answers().product).toBeUndefined();
      expect(person.at()).toBe('product');
    },
  );

  it('the very words of a kind of establishment are kept where a place was asked', () => {
    const person = begun({ need: 'machinery', product: 'miến' });
    person.type('tổ hợp tác');
    expect(person.answers()['legal-form']).toBe('cooperative-group');
    expect(person.at()).toBe('commune');
  });

  it('a number of ten digits is no sum', () => {
    const person = begun({ need: 'machinery', product: 'miến' });
    person.type('4600987654');
    expect(person.answers().price).toBeUndefined();
  });

  it('the need that was noted already is no product when it is said again', () => {
    const person = begun({ need: 'cleaner-production' });
    person.type('san xuat sach hon');
    expect(person.answers().product).toBeUndefined();
    person.type('bun kho');
    expect(person.answers().product).toBe('bun kho');
  });

  it('the place of whose wish it is, is no part of the name', () => {
    const person = begun();
    person.type('em muon lam nhan hieu cho mien dong cua htx tai hoan o con minh');
    expect(person.answers().establishment).toBe('htx tai hoan');
    expect(placeValue.parse(person.answers().commune).provinceCode).toBe('19');
  });

  it('a sum that puts something right is no product', () => {
    const person = begun({ need: 'machinery', product: 'thổ cẩm' });
    person.type('nhầm, 90tr');
    expect(person.answers().product).toBe('thổ cẩm');
  });

  it('words of asking a favour are nobody’s name', () => {
    const person = begun();
    person.type('htx chị muốn mua máy sấy, chị nhờ em hướng dẫn');
    expect(person.answers()).toMatchObject({ need: 'machinery' });
    expect(person.answers()['contact-name']).toBeUndefined();
  });
});

describe('a question back', () => {
  it('is answered by the same once more, and what was told with it stays', () => {
    const person = begun({ need: 'machinery', product: 'miến' });
    person.type('xã Mỹ Phương, Ba Bể, Bắc Kạn');
    person.type('my phuong ba be');
    expect(placeValue.parse(person.answers().commune).legacyAddressText).toBe('xã Mỹ Phương, Ba Bể, Bắc Kạn');
  });

  it('that is not understood for the third time says so in one line, without the example once more', () => {
    const person = begun({ need: 'machinery', product: 'miến' });
    person.type('xyz abc');
    person.type('xyz abc');
    const said = person.type('xyz abc').said;
    expect(said).toHaveLength(1);
  });
});
