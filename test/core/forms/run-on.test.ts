import { describe, expect, it } from 'vitest';
import { partRunOn } from '../../../core/forms/part-run-on.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import { placeValue } from '../../../core/forms/values.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces(), say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const form = requestWithDetails(supportRequest);
const NAME = /^htx mien dong cota$/i;
const communeOf = (value: unknown) => placeValue.safeParse(value).data?.commune;

describe('a name and its place without a comma', () => {
  const SAID = [
    'HTX MIEN DONG COTA XA CON MINH BAC KAN',
    'htx mien dong cota xa con minh na ri',
    'htx miến dong cota ở xã côn minh'.normalize('NFD'),
    'Htx mien dong cota con minh bac kan',
  ];
  it.each(['need', 'product', 'commune', 'establishment', 'legal-form', 'contact-name'])(
    'are both heard at %s',
    (asked) => {
      for (const said of SAID) {
        const kept = { need: 'machinery', product: 'miến', 'filled-by': 'other' };
        const order = ['need', 'product', 'commune', 'establishment', 'legal-form', 'contact-name'];
        const before = order.slice(0, order.indexOf(asked)).filter((id) => id === 'need' || id === 'product');
        const person = fillIn(form, Object.fromEntries(before.map((id) => [id, kept[id as keyof typeof kept]])), {
          tools,
        });
        if (!['need', 'product', 'commune'].includes(asked)) person.tap(asked, '.edit');
        person.type(said);
        const { establishment, commune, ...others } = person.answers();
        expect(String(establishment).normalize('NFC').replaceAll('ế', 'e'), said).toMatch(NAME);
        expect(communeOf(commune), said).toBe('Xã Côn Minh');
        expect(others['legal-form'], said).toBe('cooperative');
      }
    },
  );

  it('with the wish, the person and the number are all heard', () => {
    const person = fillIn(form, {}, { tools });
    person.type(
      'CO SO SAN XUAT MIEN DONG NGUYEN THI HOA XA CON MINH NA RI BAC KAN SDT 0900000001 MUA MAY SAY 300 TRIEU',
    );
    const { commune, ...others } = person.answers();
    expect(others).toMatchObject({
      need: 'machinery',
      product: 'MIEN DONG',
      establishment: 'CO SO SAN XUAT MIEN DONG NGUYEN THI HOA',
      phone: '0900000001',
      price: { minVnd: 300_000_000 },
    });
    expect(communeOf(commune)).toBe('Xã Côn Minh');

    const other = fillIn(form, { need: 'machinery', product: 'miến' }, { tools });
    other.type('CO SO MIEN NGON XA CON MINH NGUYEN THI HOA 0900000001');
    expect(other.answers()).toMatchObject({
      establishment: 'CO SO MIEN NGON',
      'contact-name': 'Nguyen Thi Hoa',
      phone: '0900000001',
    });
    expect(other.at()).toBe('legal-form');
  });

  it('and told to a voice in one long breath are all heard', () => {
    const person = fillIn(form, {}, { tools });
    person.type(
      'alo em ơi chị là lan ở xã yên phong chị làm bún khô chị muốn mua cái máy đùn bún với cái máy sấy khoảng bốn trăm triệu số chị không chín không không không không không không không một',
    );
    expect(communeOf(person.answers().commune)).toBe('Xã Yên Phong');
    expect(person.answers()).toMatchObject({
      ...{ need: 'machinery', product: 'bún khô', phone: '0900000001' },
      price: { minVnd: 400_000_000, maxVnd: 400_000_000 },
    });
  });

  it.each([
    'htx chung toi muon lam bao bi',
    'HTX nông nghiệp Yên Dương',
    'HTX chè La Bằng Thái Nguyên',
    'em muon mua may o xa con minh',
    'cty cp che tam duong',
  ])('are not torn from each other where they are one: "%s"', (text) => {
    expect(partRunOn(text, tools)).toBe(text);
  });
});

describe('what a wish tells of who wishes it', () => {
  it.each([
    [
      'em muon lam nhan hieu cho mien dong cua htx',
      { need: 'trademark', product: 'mien dong', 'legal-form': 'cooperative' },
    ],
    ['htx chúng tôi muốn làm bao bì cho chè shan tuyết', { product: 'chè shan tuyết', 'legal-form': 'cooperative' }],
    ['làm bao bì cho bún khô của hộ kinh doanh nhà tôi', { product: 'bún khô', 'legal-form': 'business-household' }],
    ['cong ty em muon di hoi cho o trung quoc', { need: 'fair', 'legal-form': 'enterprise' }],
    [
      'em là hộ kinh doanh muốn mở lớp dạy nghề đan lát',
      { need: 'vocational-training', 'legal-form': 'business-household' },
    ],
    ['xưởng em chưa đăng ký, muốn mua máy cưa gỗ 50tr', { need: 'machinery', 'legal-form': 'unregistered' }],
    ['xu ly nuoc thai cho xuong bun', { need: 'cluster', product: 'bun' }],
    [
      'làm nhãn hiệu cho chè của HTX Hảo Đạt',
      { establishment: 'HTX Hảo Đạt', product: 'chè', 'legal-form': 'cooperative' },
    ],
    [
      'e lm mien dong o con minh, muon xin nha nc ho tro may say vs bao bi, tong chac 400-500tr, e ten Hoa 0900000001',
      { need: 'machinery', also: { optionIds: ['packaging'] }, product: 'mien dong', 'contact-name': 'Hoa' },
    ],
    [
      'em tên Hoa số 0900000001 muốn mua lò nấu rượu',
      { need: 'machinery', 'contact-name': 'Hoa', phone: '0900000001' },
    ],
    ['tổ hợp tác muốn làm website bán miến', { need: 'showroom', 'legal-form': 'cooperative-group' }],
  ])('is not asked again: "%s"', (text, told) => {
    const person = fillIn(form, {}, { tools });
    person.type(text);
    expect(person.answers()).toMatchObject(told);
  });

  it('"cơ sở em" is whose it is, and no name; what is known as one thing is kept whole', () => {
    const person = fillIn(form, {}, { tools });
    person.type('chao ad, co so e sx nuoc mam, muon lam tem nhan');
    expect(person.answers()).toMatchObject({ need: 'packaging', product: 'nuoc mam' });
    expect(person.answers()).not.toHaveProperty('establishment');
  });

  it('"cho trung bay" is where things are shown, and no egg', () => {
    const person = fillIn(form, {}, { tools });
    person.type('toi muon lam cho trung bay san pham');
    expect(person.answers()).toEqual({ need: 'showroom' });
  });

  it.each([
    'muốn lập hợp tác xã',
    'muon mo cong ty',
    'mua máy sấy của công ty Hà Anh',
    'đăng ký nhãn hiệu, nhãn hiệu chưa đăng ký',
    'mua máy cho thợ',
    'em muốn thành lập hộ kinh doanh',
  ])('is not guessed: "%s"', (text) => {
    const person = fillIn(form, {}, { tools });
    person.type(text);
    expect(person.answers()).not.toHaveProperty('legal-form');
    expect(person.answers()).not.toHaveProperty('product');
  });
});

describe('after "quay lại" to a question that has its answer', () => {
  it.each(['need', 'product', 'commune'])('%s, a sum is still the price', (asked) => {
    const person = fillIn(form, { need: 'machinery', product: 'miến' }, { tools });
    person.type('xã Côn Minh, Na Rì');
    person.tap(asked, '.edit');
    person.type('30tr');
    expect(person.answers()).toMatchObject({ need: 'machinery', product: 'miến', price: { minVnd: 30_000_000 } });
    expect(person.at()).toBe(asked);
  });
});
