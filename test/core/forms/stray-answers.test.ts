import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import { type Answers, SKIPPED } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces(), say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const { form } = supportRequest;
const begun = (kept: Answers = {}) => fillIn(form, kept, { tools });
const known: Answers = { need: 'machinery', product: 'miến', commune: placeOf() };

describe('the name of an establishment', () => {
  it.each([
    ['HTX Tài Hoan', 'cooperative'],
    ['Hợp tác xã Tài Hoan', 'cooperative'],
    ['Liên hiệp HTX Bắc Kạn', 'cooperative'],
    ['Công ty TNHH Bột Dong Hà', 'enterprise'],
    ['cty cp chè Tam Đường', 'enterprise'],
    ['Tổ hợp tác chè La Bằng', 'cooperative-group'],
    ['Hộ kinh doanh Nguyễn Thị Lan', 'business-household'],
  ])('"%s" tells what it is, which is not asked again', (name, legalForm) => {
    for (const typed of [name, fold(name)]) {
      const person = begun(known);
      person.type(typed);
      expect(person.answers()['legal-form'], typed).toBe(legalForm);
      expect(person.at()).toBe('contact-name');
    }
  });

  it.each(['hộ gia đình thôi chưa có giấy gì', 'ho gia dinh, chua co giay phep', 'nha lam ma chua dang ky'])(
    'its kind in two words for the same is no product: "%s"',
    (text) => {
      const person = begun({ need: 'machinery' });
      person.type(text);
      expect(person.answers()).toMatchObject({ 'legal-form': 'unregistered' });
      expect(person.at()).toBe('product');
    },
  );

  it.each(['chị tên Thơm', 'chi ten Thom', 'em tên là Hoàng Thị Thơm'])(
    '"%s" tells the speaker’s name where a commune is asked',
    (text) => {
      const person = begun({ need: 'machinery', product: 'miến' });
      person.type(text);
      expect(person.answers()).toMatchObject({ 'contact-name': expect.stringMatching(/Th[oơ]m$/) });
      expect(person.at()).toBe('commune');
    },
  );

  it.each([
    ['à quên, anh vừa làm giấy hộ kinh doanh tháng trước rồi', 'business-household'],
    ['vua lam giay ho kinh doanh hom qua', 'business-household'],
    ['mới thành lập htx hôm trước', 'cooperative'],
    ['em muốn làm hộ kinh doanh rồi mới xin', 'unregistered'],
    ['chưa đăng ký hộ kinh doanh xong', 'unregistered'],
    ['anh gửi hộ kinh doanh Lan rồi', 'unregistered'],
  ])('said to be registered since is no more unregistered, whatever is asked: "%s"', (text, legalForm) => {
    const whom: Answers = { 'contact-name': 'Nông Văn Bảo', phone: '0900000001', price: SKIPPED };
    for (const more of [{}, whom]) {
      const person = begun({ ...known, establishment: 'Xưởng rèn', 'legal-form': 'unregistered', ...more });
      const at = person.at();
      person.type(fold(text));
      expect(person.answers()['legal-form']).toBe(legalForm);
      if (legalForm !== 'unregistered') expect(person.at()).toBe(at);
    }
  });

  it.each(['Cơ sở Hợp Lực', 'Miến Tài Hoan', 'xưởng mộc gia đình', 'Bún Hợp Tác'])(
    '"%s" does not, and it is asked',
    (name) => {
      const person = begun(known);
      person.type(name);
      expect(person.at()).toBe('legal-form');
    },
  );

  it('told anew tells anew what it is, unless that was said otherwise', () => {
    const person = begun({ ...known, 'contact-name': 'Lan', phone: '0900000001', price: { isSkipped: true } });
    person.type('HTX Tài Hoan');
    person.type('sửa tên cơ sở thành Công ty TNHH Tài Hoan');
    expect(person.answers()['legal-form']).toBe('enterprise');
    person.type('sửa loại cơ sở');
    person.type('hộ kinh doanh');
    person.type('sửa tên cơ sở thành HTX Lan');
    expect(person.answers()).toMatchObject({ establishment: 'HTX Lan', 'legal-form': 'business-household' });
  });

  it.each([
    ['need', {}],
    ['product', { need: 'machinery' }],
    ['commune', { need: 'machinery', product: 'miến' }],
    ['contact-name', { ...known, establishment: { isSkipped: true as const }, 'legal-form': 'cooperative' }],
  ])('is kept as such where %s was asked', (asked, kept) => {
    const person = begun(kept);
    expect(person.at()).toBe(asked);
    person.type('HTX Tài Hoan');
    expect(person.answers().establishment).toBe('HTX Tài Hoan');
    expect(person.answers()[asked]).toBeUndefined();
    expect(person.at()).toBe(asked);
  });

  it('said where its kind was asked answers both', () => {
    const person = begun({ ...known, establishment: { isSkipped: true } });
    person.type('Công ty chè Tam Đường');
    expect(person.answers()).toMatchObject({ establishment: 'Công ty chè Tam Đường', 'legal-form': 'enterprise' });
    expect(person.at()).toBe('contact-name');
  });

  it('what it is, said once more at the next question, is no miss', () => {
    const person = begun(known);
    person.type('HTX Tài Hoan');
    expect(keysOf(person.type('hợp tác xã'))).toEqual(['register:noted']);
    person.type('hộ kinh doanh');
    expect(person.answers()['legal-form']).toBe('business-household');
    expect(person.at()).toBe('contact-name');
  });
});

describe('"sai tên rồi, tên là …"', () => {
  it.each([
    ['sai ten roi, ten la co so bun hoa binh', { establishment: 'Co so bun hoa binh' }],
    ['sai tên rồi, tên là Nguyễn Thị Huệ', { 'contact-name': 'Nguyễn Thị Huệ' }],
    ['nhầm số rồi, số là 0900000002', { phone: '0900000002' }],
  ])('puts right what is named, by its look: "%s"', (text, told) => {
    const person = begun({ ...known, establishment: 'Co so bun hoa', 'legal-form': 'business-household' });
    person.type('nguyen thi hoa');
    person.type('0900000001');
    expect(person.at()).toBe('price');
    person.type(text);
    expect(person.answers()).toMatchObject({ commune: placeOf(), ...told });
    expect(person.at()).toBe('price');
  });

  it('where the product is asked "cơ sở bún Lan" is the name; a smile is no part of an answer', () => {
    const person = begun({ need: 'machinery' });
    person.type('cơ sở bún Lan');
    expect(person.at()).toBe('product');
    person.type('bún khô 😋');
    expect(person.answers()).toMatchObject({ establishment: 'Cơ sở bún Lan', product: 'bún khô' });
  });
});

describe('what somebody tells of themselves', () => {
  it.each([
    ['dạ nhà em làm chè xanh, chè đinh ạ', 'product', 'chè xanh, chè đinh'],
    ['chúng tôi sản xuất miến dong', 'product', 'miến dong'],
    ['cơ sở nhà em tên là Chè Hương Mơ ạ', 'establishment', 'Chè Hương Mơ'],
    ['Nguyễn Thị Lan', 'contact-name', 'Nguyễn Thị Lan'],
  ])('"%s" is kept where it belongs, whatever was asked', (text, questionId, value) => {
    const person = begun();
    person.type(text);
    expect(person.answers()).toMatchObject({ [questionId]: value });
    expect(person.at()).toBe('need');
  });
});

describe('a place', () => {
  it('that begins like a family name is nobody', () => {
    const person = begun();
    person.type('Ta Leng Lai Chau');
    expect(person.answers()['contact-name']).toBeUndefined();
  });
});

describe('where it is asked what is made', () => {
  const atProduct = () => fillIn(form, { need: 'showroom' }, { tools: { ...tools, nearProvinceCode: '19' } });

  it('a commune of the province by its name alone is the place', () => {
    for (const text of ['con minh', 'Côn Minh']) {
      const person = atProduct();
      person.type(text);
      expect(person.answers()).toMatchObject({ commune: { commune: 'Xã Côn Minh' } });
      expect(person.at()).toBe('product');
    }
  });

  it.each(['chè xanh', 'mộc', 'miến', 'bánh ít lá gai'])('"%s" is what is made', (text) => {
    const person = atProduct();
    person.type(text);
    expect(person.answers().product).toBe(text);
  });

  it.each(['Lò rèn Nông Văn Dũ', 'Tiệm mộc Hà Thị Lan'])('"%s" is what it is called', (text) => {
    const person = atProduct();
    person.type(text);
    expect(person.answers()).toEqual({ need: 'showroom', establishment: text });
  });

  it('who they are is whom to call, and neither a product nor what an establishment is called', () => {
    const person = atProduct();
    person.type('cháu là Vàng Thị Dế');
    expect(person.answers()).toEqual({ need: 'showroom', 'contact-name': 'Vàng Thị Dế' });
    const named = begun(known);
    named.type('tôi tên là Nông Văn Thắng');
    expect(named.answers()).toMatchObject({ 'contact-name': 'Nông Văn Thắng' });
    expect(named.at()).toBe('establishment');
  });

  it.each(['thổ cẩm', 'tho cam'])('"%s" is nobody’s name, and is what is made where that is not known', (text) => {
    const person = begun({ need: 'machinery', 'filled-by': 'family', 'owner-consent': 'in-person' });
    expect(person.at()).toBe('owner-name');
    person.type(text);
    expect(person.at()).toBe('owner-name');
    expect(person.answers().product).toBe(text);
    expect(person.answers()).not.toHaveProperty('owner-name');
  });

  it.each(['5 triệu 1 cái', '300tr mỗi bộ'])('a sum of each is no product: "%s"', (text) => {
    const person = fillIn(form, { need: 'machinery' }, { tools });
    person.type(text);
    expect(person.answers()).not.toHaveProperty('product');
  });

  it('"xong" is nothing that is made, and no commune', () => {
    const person = atProduct();
    expect(keysOf(person.type('xong'))).toEqual(['register:heard']);
  });
});

describe('where the need is asked', () => {
  it.each([
    ['lam banh gio banh bao ban cho', 'banh gio banh bao'],
    ['nau ruou ngo ban le', 'ruou ngo'],
    ['san xuat mien dong cho ba con', 'mien dong'],
  ])('of "%s" what is made is kept', (text, product) => {
    const person = fillIn(form, {}, { tools });
    person.type(text);
    expect(person.answers()).toEqual({ product });
    expect(person.at()).toBe('need');
  });

  it.each(['lam nha xuong', 'lam du lich', 'lam giay phep kinh doanh'])('"%s" is no product and nobody', (text) => {
    const person = fillIn(form, {}, { tools });
    person.type(text);
    expect(person.answers()).toEqual({});
  });

  it.each(['nha em k co ten chi het', 'cơ sở em chưa đặt tên đâu'])('"%s" says that there is no name', (text) => {
    const person = fillIn(form, {}, { tools });
    person.type(text);
    expect(person.answers()).toEqual({ establishment: SKIPPED });
  });
});

describe('what manages a cluster', () => {
  it.each(['UBND xã', 'uỷ ban', 'uy ban nhan dan xa con minh', 'cơ quan nhà nước'])('is told so: "%s"', (text) => {
    const person = begun({ ...known, need: 'cluster', establishment: 'Cụm công nghiệp Côn Minh' });
    expect(person.last().ask.choices).toHaveLength(5);
    person.type(text);
    expect(person.answers()['legal-form']).toBe('public-body');
  });

  it('is not listed, and has no number', () => {
    const person = begun({ ...known, establishment: 'Cụm công nghiệp Côn Minh' });
    person.type('6');
    expect(person.answers()).not.toHaveProperty('legal-form');
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
