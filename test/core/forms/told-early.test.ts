import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import { readSaidMachine } from '../../../core/programmes/said-machine.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces(), say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const request = requestWithDetails(supportRequest);
const begun = (kept: Answers = {}) => fillIn(request, kept, { tools });
const count = (number: number) => ({ minCount: number, maxCount: number });
const money = (million: number) => ({ minVnd: million * 1_000_000, maxVnd: million * 1_000_000 });

describe('what is told early of the details', () => {
  it.each<[string, Answers]>([
    [
      'em muốn mua máy sấy cũ 300tr, mã số thuế 0123456787, có 5 công nhân',
      { need: 'machinery', price: money(300), 'tax-code': '0123456787', workers: count(5) },
    ],
    ['mua máy sấy 300tr vốn tự có 100tr', { need: 'machinery', price: money(300), 'own-capital': money(100) }],
    ['xưởng có 7 người làm, muốn làm bao bì', { need: 'packaging', workers: count(7) }],
    ['mst: 0123456787 cần đăng ký nhãn hiệu', { need: 'trademark', 'tax-code': '0123456787' }],
    ['mua máy nghiền, người đại diện là Nông Văn Nam', { need: 'machinery', representative: 'Nông Văn Nam' }],
    [
      'mua máy sấy, 70% nguyên liệu trong tỉnh',
      { need: 'machinery', 'local-materials': { minPercent: 70, maxPercent: 70 } },
    ],
    ['muốn mua máy ép, tháng 5 sang năm', { need: 'machinery', when: { fromMonth: '2027-05', toMonth: '2027-05' } }],
    [
      'muốn mua máy ép, dự kiến tháng 3 năm sau',
      { need: 'machinery', when: { fromMonth: '2027-03', toMonth: '2027-03' } },
    ],
  ])('"%s" is kept with the wish, and is nothing of what was asked', (text, told) => {
    for (const typed of [text, fold(text)]) {
      const person = begun();
      person.type(typed);
      expect({
        ...person.answers(),
        representative: person.answers().representative && told.representative,
      }).toMatchObject(told);
      expect(person.at()).toBe('product');
    }
  });

  it.each([
    ['mien dong nha em muon thi san pham tieu bieu', 'mien dong'],
    ['rượu men lá Bằng Phúc của chúng tôi muốn đi hội chợ', 'rượu men lá Bằng Phúc'],
    ['nha minh nau ruou men la, ban cham lam, muon di hoi cho', 'ruou men la'],
    ['bao bì nhà em xấu quá, muốn làm bao bì', undefined],
  ])('what stands before whose it is, and no trouble behind it, is what is made: "%s"', (text, product) => {
    const person = begun();
    person.type(text);
    expect(person.answers().product).toBe(product);
  });

  it('stands at the review, and is changed there like any other answer', () => {
    const person = begun({
      ...{ need: 'machinery', product: 'miến', commune: place(), establishment: 'Hà', 'legal-form': 'cooperative' },
      ...{ 'contact-name': 'Lan', price: { isSkipped: true } },
    });
    person.type('có 5 công nhân');
    const { ask } = person.type('0900000001');
    expect(ask.choices.map(({ questionId }) => questionId)).toContain('workers');
    person.type('sửa số người làm thành 7');
    expect(person.answers().workers).toEqual(count(7));
    expect(person.at()).toBe('review');
  });

  it('at any question stays a fact: it is no product and no name', () => {
    const starts: Answers[] = [{ need: 'machinery' }, { need: 'machinery', product: 'miến', commune: place() }];
    for (const kept of starts) {
      const person = begun(kept);
      const asked = person.at();
      person.type('có 5 công nhân, mã số thuế 0123456787');
      expect(person.answers()).toMatchObject({ workers: count(5), 'tax-code': '0123456787' });
      expect(person.at()).toBe(asked);
      expect(person.answers()[asked]).toBeUndefined();
    }
  });

  it('a personal id as tax code is not left among the words of the wish', () => {
    const person = begun();
    const { changes } = person.type('mua máy sấy, mã số thuế 001200000001');
    expect(person.answers()['tax-code']).toBe('001200000001');
    expect(changes.map(({ raw }) => raw).join(' ')).not.toContain('001200000001');
  });

  it.each([
    'muốn làm phòng trưng bày thổ cẩm 80tr',
    'xuong may tho cam can mua may',
    'htx có 20 thành viên cần mua máy',
  ])('"%s" tells no number of workers', (text) => {
    for (const typed of [text, fold(text)]) {
      const person = begun();
      person.type(typed);
      expect(person.answers().workers).toBeUndefined();
    }
  });

  it('is never asked by itself: who tells nothing is asked the eight questions', () => {
    const person = begun();
    expect(person.last().ask.text).toMatchObject({ values: { number: 1, total: 8 } });
  });
});

describe('the machine that a wish names', () => {
  it.each([
    ['em muốn mua máy sấy cũ 300tr', { name: 'máy sấy', state: 'used' }],
    ['em muon mua may say cu 300tr', { name: 'may say', state: 'used' }],
    ['mua máy cũ', { state: 'used' }],
    ['đầu tư lò sấy 500kg đã qua sử dụng', { name: 'lò sấy 500kg', state: 'used' }],
    ['muốn mua máy sấy mới thay máy cũ', { name: 'máy sấy', state: 'new' }],
    ['mua máy rửa củ 50tr', { name: 'máy rửa củ' }],
    ['mua may thai cu 20tr', { name: 'may thai cu' }],
    ['sắm cái máy ép dầu lạc', { name: 'máy ép dầu lạc' }],
  ])('of "%s"', (text, machine) => {
    expect(readSaidMachine(text)).toEqual(machine);
  });

  it.each(['mua máy sấy và máy nghiền 300tr', 'mua máy sấy, máy nghiền', 'thay máy cũ', 'làm bao bì', 'mua bò'])(
    'none of "%s"',
    (text) => {
      expect(readSaidMachine(text)).toBeUndefined();
    },
  );
});

describe('a product', () => {
  it.each([
    ['nhà em làm miến dong, muốn xin hỗ trợ', 'miến dong'],
    ['nha em lam mien dong muon xin ho tro', 'mien dong'],
    ['em chuyên làm chè xanh, chè đinh', 'chè xanh, chè đinh'],
    ['miến dong', 'miến dong'],
    ['chè xanh và mật ong', 'chè xanh và mật ong'],
  ])('told while it is not clear what is needed is kept: "%s"', (text, product) => {
    const person = begun();
    person.type(text);
    expect(person.answers().product).toBe(product);
    expect(person.at()).toBe('need');
  });

  it('told with what is needed is not asked again', () => {
    const person = begun();
    person.type('nhà em làm miến dong muốn mua máy sấy');
    expect(person.answers()).toMatchObject({ need: 'machinery', product: 'miến dong' });
    expect(person.at()).toBe('commune');
  });

  it.each([
    'em làm phiếu hộ mẹ em',
    'em làm đơn xin hỗ trợ',
    'nhà em làm nông',
    'em làm bao bì',
    'tôi làm giám đốc htx',
  ])('"%s" tells none', (text) => {
    const person = begun();
    person.type(text);
    expect(person.answers().product).toBeUndefined();
  });

  it('said once more where the commune is asked is called said, not an unknown commune', () => {
    const person = begun({ need: 'machinery', product: 'miến dong' });
    expect(keysOf(person.type('mien dong'))).toEqual(['register:problem.saidAlready']);
    expect(keysOf(person.type('mien dong'))).toContain('register:example');
    expect(person.type('mien dong').isStuck).toBe(true);
    const kiln = begun({ need: 'machinery', product: 'gạch nung thủ công' });
    expect(keysOf(kiln.type('gach nung'))).toEqual(['register:problem.saidAlready']);
  });
});

describe('a place inside the name of the establishment', () => {
  it.each([
    ['Htx Tài Hoan ở Côn Minh', 'Htx Tài Hoan'],
    ['htx tai hoan o con minh', 'Htx tai hoan'],
    ['HTX Tài Hoan tại xã Côn Minh, Na Rì', 'HTX Tài Hoan'],
    ['Công ty chè Hà An ở thôn Chợ, Côn Minh', 'Công ty chè Hà An'],
  ])('"%s" gives the commune and the name without it, whichever of the two was asked', (text, name) => {
    const asked: Answers[] = [
      { need: 'machinery', product: 'miến' },
      { need: 'machinery', product: 'miến', commune: place() },
    ];
    for (const kept of asked) {
      const person = begun(kept);
      person.type(text);
      expect(person.answers()).toMatchObject({ establishment: name, commune: { commune: 'Xã Côn Minh' } });
      expect(person.at()).toBe('contact-name');
    }
  });

  it.each(['Cơ sở bún ở nhà', 'HTX miến dong Côn Minh', 'Hợp tác xã ong Côn Minh', 'Cơ sở ô tô Minh Phát'])(
    '"%s" is a name as it is',
    (name) => {
      const person = begun({ need: 'machinery', product: 'miến', commune: place() });
      person.type(name);
      expect(person.answers().establishment).toBe(name);
    },
  );

  it('another than the one told before stays in the name', () => {
    const person = begun({ need: 'machinery', product: 'miến', commune: { ...place(), communeCode: '99999' } });
    person.type('HTX Tài Hoan ở Côn Minh');
    expect(person.answers()).toMatchObject({
      establishment: 'HTX Tài Hoan ở Côn Minh',
      commune: { communeCode: '99999' },
    });
  });

  it('with the contact and the phone beside it fills them all', () => {
    const person = begun({ need: 'fair', product: 'miến' });
    person.type('htx tài hoan ở côn minh, chị lan 0900000001');
    expect(person.answers()).toMatchObject({
      ...{ establishment: 'Htx tài hoan', 'contact-name': 'Chị Lan', phone: '0900000001' },
      commune: { commune: 'Xã Côn Minh' },
    });
  });
});

describe('"the same number"', () => {
  const helped: Answers = {
    ...{ need: 'machinery', 'filled-by': 'family', 'owner-consent': 'in-person', 'owner-name': 'Nông Thị Mai' },
    ...{ 'owner-phone': '0900000007', product: 'miến', commune: place(), establishment: 'Hà' },
    ...{ 'legal-form': 'cooperative', 'contact-name': 'Lan' },
  };
  it.each(['cùng số trên', 'cung so tren a', 'số trên', 'vẫn số đó nhé', 'giống số trên', 'như trên', 'số vừa cho'])(
    '"%s" is the one that was told before',
    (text) => {
      const person = begun(helped);
      person.type(text);
      expect(person.answers().phone).toBe('0900000007');
    },
  );

  it.each(['số này luôn', 'số đang nhắn', 'so zalo nay'])('"%s" is asked back once: it may be another', (text) => {
    const person = begun(helped);
    person.type(text);
    expect(person.answers().phone).toBeUndefined();
    expect(person.last().ask.text).toMatchObject({ key: 'register:confirm.phone' });
    person.type('đúng');
    expect(person.answers().phone).toBe('0900000007');
  });

  it.each(['số này luôn', 'số đang nhắn', 'cùng số trên'])('"%s", when none was told, is asked for plainly', (text) => {
    const { 'owner-phone': _, ...others } = helped;
    const person = begun({ ...others, 'owner-phone': { isSkipped: true } });
    expect(keysOf(person.type(text))).toEqual(['register:problem.phoneThis']);
  });
});

describe('in the details', () => {
  const details = findProgramme('advanced-equipment')?.details ?? supportRequest.form;
  it.each<[string, string, Answers]>([
    ['sector', 'tháng 3 năm sau', { when: { fromMonth: '2027-03', toMonth: '2027-03' } }],
    ['sector', '0123456787', { 'tax-code': '0123456787' }],
    ['sector', 'có 12 công nhân', { workers: count(12) }],
    ['representative', 'vốn tự có 200tr', { 'own-capital': money(200) }],
    ['representative', 'mst 0123456787', { 'tax-code': '0123456787' }],
    ['machines.1.name', '7 người làm', { workers: count(7) }],
    ['machines.1.name', 'tháng 3 năm sau', { when: { fromMonth: '2027-03', toMonth: '2027-03' } }],
    ['workers', 'Máy đã qua sử dụng', { 'machines.1.state': 'used' }],
    ['own-capital', 'người đại diện là Nông Văn Nam', { representative: 'Nông Văn Nam' }],
  ])('at %s, "%s" is taken where it belongs, and what was asked stays', (asked, text, told) => {
    const person = fillIn(details, {}, { tools });
    person.tap(asked, '.edit');
    person.type(text);
    expect(person.answers()).toMatchObject(told);
    expect(person.answers()[asked]).toBeUndefined();
    expect(person.at()).toBe(asked);
  });

  it('what answers the question and tells of another is both', () => {
    const person = fillIn(details, {}, { tools });
    person.tap('workers', '.edit');
    person.type('7 người, mã số thuế 0123456787');
    expect(person.answers()).toMatchObject({ workers: count(7), 'tax-code': '0123456787' });
  });

  it('a story is kept whole, with what it tells beside', () => {
    const form = findProgramme('cleaner-production')?.details ?? details;
    const person = fillIn(form, {}, { tools });
    person.tap('clean-now', '.edit');
    const story = 'xưởng có 9 công nhân, mỗi tháng đốt 3 tấn củi';
    person.type(story);
    expect(person.answers()).toMatchObject({ 'clean-now': story, workers: count(9) });
  });
});

function place() {
  return {
    ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
    legacyAddressText: 'Côn Minh',
  };
}
