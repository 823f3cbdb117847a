import { describe, expect, it } from 'vitest';
import { readSaidOwn } from '../../../core/forms/said-own.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf, optionsOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = {
  ...{ ...clubTools, places: await loadPlaces(), nearProvinceCode: '19' },
  say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying),
};
const begun = (kept: Answers = {}) => fillIn(supportRequest.form, kept, { tools });
const million = (sum: number) => ({ minVnd: sum * 1_000_000, maxVnd: sum * 1_000_000 });
const detailsOf = (programme: string, kept: Answers = {}) => {
  const details = findProgramme(programme)?.details;
  if (details === undefined) throw new Error(`no details of ${programme}`);
  return fillIn({ ...details, order: 'any' }, kept, { tools });
};
const CON_MINH = {
  ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
  legacyAddressText: 'xã Côn Minh, Na Rì',
};

describe('an answer that fits another question', () => {
  it('"1,2 tỷ" is one sum where a number would choose, and no first choice with two tỷ', () => {
    const person = begun();
    person.type('1,2 tỷ');
    expect(person.answers()).toEqual({ price: million(1_200) });
    expect(person.at()).toBe('need');
  });

  it('an old phone number is renewed and told, since it cannot be asked back there', () => {
    const person = begun({ need: 'machinery', product: 'bún' });
    const step = person.type('01689 000 123');
    expect(person.answers().phone).toBe('0389000123');
    expect(keysOf(step)).toContain('register:phoneNow');
    expect(person.at()).toBe('commune');
  });

  it('a commune that has another name today is kept and told', () => {
    const person = begun();
    const step = person.type('xã Lục Ba, Đại Từ');
    expect(person.answers().commune).toMatchObject({ commune: 'Xã Đại Từ', legacyAddressText: 'xã Lục Ba, Đại Từ' });
    expect(keysOf(step)).toContain('register:placeNow');
  });

  it('a joint-stock company is an establishment like any other', () => {
    const person = begun();
    person.type('Công ty cổ phần tinh bột sắn Cam Lộ');
    expect(person.answers()).toMatchObject({ 'legal-form': 'enterprise' });
  });

  it.each(['tỷ rưỡi', 'khoảng hai trăm triệu', 'ba tram ruoi'])('"%s" is nobody’s name', (text) => {
    const person = begun({
      need: 'machinery',
      product: 'dao',
      commune: CON_MINH,
      establishment: 'Lò rèn',
      'legal-form': 'cooperative',
    });
    person.type(text);
    expect(person.answers()['contact-name']).toBeUndefined();
    expect(person.at()).toBe('contact-name');
  });

  it('a hurried one in small letters, with "c" for chị, leaves the product alone', () => {
    const person = begun({ need: 'trade-fair' });
    person.type('che bup, htx che La Bang, xa la bang, c Thu 0966777888');
    expect(person.answers()).toMatchObject({
      ...{ product: 'che bup', establishment: 'Htx che La Bang', 'contact-name': 'c Thu', phone: '0966777888' },
      commune: { commune: 'Xã La Bằng' },
    });
  });

  it('an establishment that bears the name of the place that is asked back agrees to it, and is kept', () => {
    const person = begun({ need: 'machinery', product: 'rượu' });
    expect(person.type('bằng phúc').state.pending).toBeDefined();
    person.type('HTX rượu Bằng Phúc');
    expect(person.answers()).toMatchObject({
      commune: { commune: 'Xã Đồng Phúc' },
      establishment: 'HTX rượu Bằng Phúc',
    });
    expect(person.at()).toBe('contact-name');
  });

  it('a workshop with its place in full, and what is shown by its machine, is one need', () => {
    const person = begun();
    person.type(
      'xuong ren phuc sen quang hoa cao bang, muon lam mo hinh trinh dien ren dao bang bua may cho ba con xem',
    );
    expect(person.answers()).toMatchObject({ need: 'demonstration', commune: { commune: 'Xã Quảng Uyên' } });
    expect(person.answers().establishment).toBe('Xuong ren');
  });

  it('of a shop floor and a company the company gives the name', () => {
    const person = begun({ need: 'machinery', product: 'gỗ bóc' });
    person.type('xưởng gỗ em đang chạy tốt, cty tnhh gỗ Yên Trạch, xã Yên Trạch Phú Lương, 0965000777');
    expect(person.answers()).toMatchObject({ 'legal-form': 'enterprise', phone: '0965000777' });
    expect(person.answers().establishment).toMatch(/Yên Trạch$/i);
  });

  it('a commune is asked back when the district behind it is one of long ago', () => {
    const person = begun({ need: 'demonstration', product: 'dao' });
    const step = person.type('Phúc Sen Quảng Uyên');
    expect(step.state.pending?.kind).toBe('confirm');
    person.type('đúng');
    expect(person.answers().commune).toMatchObject({
      commune: 'Xã Quảng Uyên',
      legacyAddressText: 'Phúc Sen Quảng Uyên',
    });
  });

  it('the full name of an establishment puts right the short one that its wish told', () => {
    const kept = {
      need: 'trademark',
      product: 'chè',
      commune: CON_MINH,
      establishment: 'Công ty chè',
      'legal-form': 'enterprise',
    };
    const person = begun(kept);
    person.type('Công ty cổ phần chè Tam Đường');
    expect(person.answers().establishment).toBe('Công ty cổ phần chè Tam Đường');
    expect(person.at()).toBe('contact-name');
  });

  it('somebody’s name is no commune that was not found', () => {
    const person = begun({ need: 'machinery', product: 'chiếu' });
    person.type('Võ Thị Hường');
    expect(person.answers()['contact-name']).toBe('Võ Thị Hường');
    expect(person.at()).toBe('commune');
  });

  it.each([
    ['công ty tôi làm gạch không nung muốn đầu tư dây chuyền', 'gạch không nung'],
    ['nhà em làm bún không biết có được không', 'bún'],
  ])('of "%s" the product is %s', (text, product) => {
    const question = supportRequest.form.questions.find(({ id }) => id === 'product');
    if (question === undefined) throw new Error('no product');
    expect(readSaidOwn(question, text)).toBe(product);
  });
});

describe('where a need is to be agreed to', () => {
  it('what is made is kept, and the need still asked', () => {
    const person = begun();
    person.type('máy đóng gói bao bì');
    expect(person.last().state.pending).toBeDefined();
    person.type('rượu men lá Bằng Phúc');
    expect(person.answers()).toEqual({ product: 'rượu men lá Bằng Phúc' });
    expect(person.at()).toBe('need');
    const exact = begun({ need: 'machinery', product: 'mật ong' });
    exact.type('mật ong bạc hà');
    expect(exact.answers().product).toBe('mật ong bạc hà');
    expect(exact.at()).toBe('commune');
  });
});

describe('who and where, when it was told before', () => {
  it.each(['vẫn là em', 'chính tôi', 'như trên', 'mình đứng tên', 'e đại diện luôn'])('"%s" is who speaks', (text) => {
    for (const [filledBy, expected] of [
      [{}, 'Hoàng Thị Tâm'] as const,
      [{ 'filled-by': 'family' }, undefined] as const,
    ]) {
      const person = detailsOf('vocational-training', { 'contact-name': 'Hoàng Thị Tâm', ...filledBy });
      person.tap('representative', '.edit');
      person.type(text);
      expect(person.answers().representative).toBe(expected);
    }
  });

  it.each(['nhà văn hóa thôn', 'ngay tại thôn em', 'ở xưởng nhà em'])(
    '"%s" is in the commune of the request',
    (text) => {
      const person = detailsOf('vocational-training', { commune: CON_MINH });
      person.tap('craft-place', '.edit');
      person.type(text);
      expect(person.answers()['craft-place']).toMatchObject({ communeCode: CON_MINH.communeCode });
    },
  );
});

describe('the workshop', () => {
  it.each(['như trên', 'vẫn chỗ đó', 'ngay tại nhà luôn ạ'])('is where the request said, by "%s"', (text) => {
    const person = detailsOf('advanced-equipment', { commune: CON_MINH });
    person.tap('workshop', '.edit');
    expect(optionsOf(person.last())).toContain('.same');
    person.type(text);
    expect(person.answers().workshop).toEqual(CON_MINH);
  });

  it('is so by its button, and an old button changes nothing', () => {
    const person = detailsOf('advanced-equipment', { commune: CON_MINH });
    person.tap('workshop', '.edit');
    person.tap('workshop', '.same');
    person.tap('workshop', '.edit');
    person.type('xã Lục Ba, Đại Từ');
    person.type('đúng');
    person.tap('workshop', '.same');
    expect(person.answers().workshop).toMatchObject({ commune: 'Xã Đại Từ' });
  });
});

describe('a machine in one line', () => {
  it.each([
    ['máy ép đùn bún 200kg/giờ, mới, 150tr', { 'machines.1.state': 'new', 'machines.1.price': million(150) }],
    ['lò sấy cũ 80 triệu', { 'machines.1.state': 'used', 'machines.1.price': million(80) }],
  ])('"%s" is not asked for its parts again', (text, expected) => {
    const person = detailsOf('advanced-equipment');
    person.tap('machines', '.edit');
    person.type(text);
    expect(person.answers()).toMatchObject({ 'machines.1.name': text, ...expected });
    expect(person.at()).toBe('machines.1.more');
  });

  it.each(['may thai cu san 2 tan', 'máy thái củ 15kW', 'Lò sấy 500 kg một mẻ'])(
    '"%s" says no price and no age',
    (text) => {
      const person = detailsOf('advanced-equipment');
      person.tap('machines', '.edit');
      person.type(text);
      expect(Object.keys(person.answers())).toEqual(['machines.1.name']);
    },
  );
});
