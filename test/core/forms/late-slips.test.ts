import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import { type Answers, SKIPPED } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces(), say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const { form } = supportRequest;
const begun = (kept: Answers) => fillIn(form, kept, { tools });
const commune = {
  ...{ communeCode: '05503', commune: 'Xã Tân Cương', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
  legacyAddressText: 'Tân Cương',
};
const told: Answers = {
  ...{ need: 'trademark', product: 'chè', commune, establishment: 'HTX Chè A', 'legal-form': 'cooperative' },
  ...{ 'contact-name': 'Mai', phone: '0911222333' },
};

describe('a slip that tells only which answer was wrong', () => {
  it.each([
    ['nham, co so khac co', 'establishment'],
    ['nhầm, cơ sở khác cơ', 'establishment'],
    ['không phải cơ sở này', 'establishment'],
    ['htx khác cơ mà', 'establishment'],
    ['nhầm rồi, người khác cơ', 'contact-name'],
    ['xa khac co ma', 'commune'],
    ['nhầm số khác cơ', 'phone'],
  ])('"%s" opens %s, and what was there stays until the right one comes', (text, at) => {
    const person = begun(told);
    expect(person.at()).toBe('price');
    person.type(text);
    expect(person.at()).toBe(at);
    expect(person.answers()).toEqual(told);
  });

  it('what is named and not known yet is asked, and becomes no other answer', () => {
    const person = begun({ need: 'trademark', product: 'chè' });
    person.type('sai số điện thoại');
    expect(person.at()).toBe('phone');
    expect(person.answers()).toEqual({ need: 'trademark', product: 'chè' });
  });

  it('of two numbers that which is called so itself is meant', () => {
    const owner = { 'filled-by': 'family', 'owner-consent': 'in-person', 'owner-name': 'Mỷ', 'owner-phone': SKIPPED };
    const person = begun({ ...told, ...owner, price: SKIPPED });
    person.type('sai số điện thoại');
    expect(person.at()).toBe('phone');
  });

  it.each([
    ['không, ý em là 35 triệu', { price: { minVnd: 35_000_000, maxVnd: 35_000_000 } }],
    ['a khoan y em la 35tr', { price: { minVnd: 35_000_000, maxVnd: 35_000_000 } }],
    ['có lẽ 40 triệu', { price: { minVnd: 40_000_000, maxVnd: 40_000_000 } }],
    ['à quên hợp tác xã em tên là chè Tân Cương', { establishment: 'Chè Tân Cương' }],
  ])('what was meant is said at the review: "%s"', (text, expected) => {
    const person = begun({ ...told, price: { isSkipped: true } });
    person.type(text);
    expect(person.answers()).toMatchObject(expected);
  });

  it('the same at the review', () => {
    const person = begun({ ...told, price: { isSkipped: true } });
    person.type('nhầm, cơ sở khác cơ');
    expect(person.at()).toBe('establishment');
    person.type('cơ sở là HTX Chè B');
    expect(person.answers().establishment).toBe('HTX Chè B');
  });

  it.each(['cơ sở của em là HTX Trà Xanh', 'co so la HTX Tra Xanh', 'nhà em tên là HTX Trà Xanh'])(
    'where a sum is asked "%s" is the name, without what leads to it',
    (text) => {
      const person = begun(told);
      person.type(text);
      expect(String(person.answers().establishment)).toMatch(/^HTX Tr[àa] Xanh$/);
      expect(person.at()).toBe('price');
    },
  );

  it.each(['Cơ sở Khác Biệt', 'xưởng gỗ khác'])('"%s" where the name is asked is one', (text) => {
    const { establishment: _, 'legal-form': __, ...before } = told;
    const person = begun(before);
    person.type(text);
    expect(String(person.answers().establishment).toLowerCase()).toBe(text.toLowerCase());
  });
});

describe('a slip about what is made', () => {
  it.each(['nhầm, bún khô thôi không có phở', 'nham, bun kho chu khong phai pho'])(
    '"%s" changes the product',
    (text) => {
      const { 'legal-form': _, 'contact-name': __, phone: ___, ...before } = told;
      const person = begun({ ...before, product: 'bún, phở', establishment: { isSkipped: true } });
      person.type(text);
      expect(String(person.answers().product)).toMatch(/^b[úu]n kh[ôo]$/);
      expect(person.answers().establishment).toEqual({ isSkipped: true });
      expect(person.at()).toBe('legal-form');
    },
  );
});

describe('all in the first message', () => {
  it('two machines with their sums and a total: the total is the price; a place in full and an owner need no other words', () => {
    const person = begun({});
    person.type(
      'muon mua may say lanh 200tr voi may hut chan khong 80tr, htx che hao dat, tan cuong thai nguyen, chu la Dao Thanh Hao 0912345678, tong khoang 2-3 trăm',
    );
    expect(person.answers()).toMatchObject({
      ...{ need: 'machinery', establishment: 'Htx che hao dat', 'legal-form': 'cooperative' },
      ...{ 'contact-name': 'Dao Thanh Hao', phone: '0912345678', commune: { communeCode: '05503' } },
      price: { minVnd: 200_000_000, maxVnd: 300_000_000 },
    });
    expect(person.at()).toBe('product');
  });

  it.each([
    ['mien dong o con minh can may say', { product: 'mien dong', commune: { communeCode: '02185' } }],
    ['Côn Minh cần máy sấy miến', { commune: { communeCode: '02185' } }],
    ['mua may ep o xa vo tranh, 2 - 3 tram trieu', { price: { minVnd: 200_000_000, maxVnd: 300_000_000 } }],
  ])('"%s" tells what stands before the wish', (text, answers) => {
    const person = begun({});
    person.type(text);
    expect(person.answers()).toMatchObject({ need: 'machinery', ...answers });
  });

  it('"em cần mua máy sấy" tells no place', () => {
    const person = begun({});
    person.type('em cần mua máy sấy');
    expect(person.answers()).toEqual({ need: 'machinery' });
  });
});

describe('what is made, told with where', () => {
  it.each([
    ['miến dong ở Côn Minh', 'miến dong', '02185'],
    ['che o tan cuong', 'che', '05503'],
    // "Cổ Lũng": "có" is no end of a place that begins with it.
    ['banh chung bo dau o co lung day', 'banh chung bo dau', '05641'],
  ])('"%s" is both', (text, product, communeCode) => {
    const person = begun({ need: 'machinery' });
    person.type(text);
    expect(person.answers()).toMatchObject({ product, commune: { communeCode } });
  });

  it('"cô là Tâm làm bánh chưng Bờ Đậu ở Cổ Lũng đây", where another question stands, is both and no answer to it', () => {
    const helped = {
      need: 'machinery',
      'filled-by': 'family',
      'owner-consent': 'unsaid',
      'owner-name': 'Nguyễn Thị Tâm',
    };
    const mother = begun(helped);
    mother.type('cô là Tâm làm bánh chưng Bờ Đậu ở Cổ Lũng đây');
    expect(mother.answers()).toMatchObject({ product: 'bánh chưng Bờ Đậu', commune: { communeCode: '05641' } });
    expect(mother.at()).toBe('owner-phone');
  });
});
