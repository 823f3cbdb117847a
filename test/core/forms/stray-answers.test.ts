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

  it.each([
    ['à quên, anh vừa làm giấy hộ kinh doanh tháng trước rồi', 'business-household'],
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

describe('at the review', () => {
  it('the very words of a choice change it', () => {
    const person = begun({
      ...known,
      establishment: 'Hà',
      'legal-form': 'cooperative',
      'contact-name': 'Lan',
      phone: '0900000001',
      price: { isSkipped: true },
    });
    expect(person.at()).toBe('review');
    person.type('hộ kinh doanh');
    expect(person.answers()['legal-form']).toBe('business-household');
    expect(person.at()).toBe('review');
  });
});

describe('a question back', () => {
  it('stays open over words that mean something else; whoever answers what comes later has agreed', () => {
    const person = begun({ need: 'machinery', product: 'miến' });
    person.type('Mỹ Phương, Ba Bể');
    const asked = person.last().ask.text;
    person.type('gần nhà văn hoá');
    expect(person.last().ask.text).toEqual(asked);
    expect(keysOf(person.type('gửi nhé'))).toEqual(['register:notComplete']);
    expect(person.last().ask.text).toEqual(asked);
    person.type('0900000001');
    expect(person.answers()).toMatchObject({ phone: '0900000001', commune: { commune: 'Xã Thượng Minh' } });
    expect(person.at()).toBe('establishment');
  });

  it.each(['khong phai', 'không đúng rồi'])('agreed so is asked again by "%s", which is no name', (text) => {
    const person = begun({ need: 'machinery', product: 'miến' });
    person.type('Mỹ Phương, Ba Bể');
    person.type('0900000001');
    person.type(text);
    expect(person.at()).toBe('commune');
    expect(person.answers()).not.toHaveProperty('establishment');
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
