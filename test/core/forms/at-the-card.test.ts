import { describe, expect, it } from 'vitest';
import { REVIEW } from '../../../core/forms/form-state.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = {
  ...{ ...clubTools, places: await loadPlaces(), nearProvinceCode: '19' },
  say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying),
};
const million = (sum: number) => ({ minVnd: sum * 1_000_000, maxVnd: sum * 1_000_000 });
const conMinh = {
  ...{ communeCode: '02185', commune: 'Xã Côn Minh' },
  ...{ provinceCode: '19', province: 'Tỉnh Thái Nguyên', legacyAddressText: 'Côn Minh' },
};
const detailsOf = (programme: string, kept: Answers = {}) => {
  const details = findProgramme(programme)?.details;
  if (details === undefined) throw new Error(`no details of ${programme}`);
  return fillIn({ ...details, order: 'any' }, kept, { tools });
};

describe('at the card an answer names its item', () => {
  it.each([
    ['mst 0100109106, có 15 công nhân', { 'tax-code': '0100109106', workers: { minCount: 15, maxCount: 15 } }],
    ['vốn tự có 200tr', { 'own-capital': million(200) }],
    ['tháng 3 năm sau mua', { when: { fromMonth: '2027-03', toMonth: '2027-03' } }],
  ])('"%s"', (text, expected) => {
    const person = detailsOf('advanced-equipment');
    person.type(text);
    expect(person.answers()).toMatchObject(expected);
    expect(person.at()).toBe(REVIEW);
  });

  it('and changes it where it was answered', () => {
    const person = detailsOf('advanced-equipment', { workers: { minCount: 15, maxCount: 15 } });
    person.type('số công nhân là 20 mới đúng');
    expect(person.answers().workers).toMatchObject({ minCount: 20, maxCount: 20 });
  });

  it('by the very words of a choice, when only one item has them', () => {
    const person = detailsOf('management-training');
    person.type('cuối tuần');
    person.type('3 người đi');
    expect(person.answers()).toMatchObject({ 'course-days': 'weekend', learners: { minCount: 3, maxCount: 3 } });
  });

  it('several options of one choice are asked back, and the words are kept beside', () => {
    const person = detailsOf('trade-fair');
    const asked = person.type('Hà Nội với Trung Quốc');
    expect(asked.ask.text).toMatchObject({ key: 'register:choose.first' });
    person.type('2');
    expect(person.answers()).toMatchObject({ 'fair-which': 'Hà Nội với Trung Quốc', 'fair-where': 'abroad' });
  });

  it.each([
    ['advanced-equipment', 'own-capital', 'may moi mua', { 'machines.1.state': 'new' }],
    ['technical-demonstration-model', 'workers', 'cho ba con den xem', { 'model-kind': 'replication' }],
  ])('one choice is named at another item too: %s, %s, "%s"', (programme, item, text, expected) => {
    const person = detailsOf(programme, { 'machines.1.name': 'Máy sấy' });
    person.tap(item, '.edit');
    expect(person.at()).toBe(item);
    expect(person.type(text).ask.text).toMatchObject({ key: 'register:confirm.item' });
    person.type('đúng');
    expect(person.answers()).toMatchObject(expected);
  });

  it.each([
    ['trademark', 'mst chua co', { 'tax-code': { isSkipped: true } }],
    ['trademark', 'chưa có logo', {}],
  ])('what there is none of is no answer in words: %s, "%s"', (programme, text, expected) => {
    const person = detailsOf(programme);
    person.type(text);
    expect(person.answers()).toEqual(expected);
    expect(person.last().state.pending).toBeUndefined();
  });

  it('not understood twice, an example stands instead of the whole card, and "xem lại" shows it', () => {
    const person = detailsOf('trade-fair');
    person.type('hihi');
    const second = person.type('hehe');
    expect(second.ask).toEqual({ text: { key: 'register:problem.cardShort' }, choices: [] });
    expect(person.type('huhu').isStuck).toBe(true);
    expect(person.type('xem lại').ask.choices.length).toBeGreaterThan(8);
  });

  it('told without its number is asked back as the item that it may be, and kept by "đúng"', () => {
    const person = detailsOf('vocational-training');
    expect(keysOf(person.type('chị em trong thôn'))).toEqual([]);
    expect(person.at()).toBe('craft-learners');
    expect(person.answers()).toEqual({});
    person.type('đúng');
    person.tap('review', '.card');
    person.type('dệt vải lanh, thêu');
    expect(person.last().ask.text).toMatchObject({ key: 'register:confirm.item' });
    person.type('đúng rồi em');
    person.type('tầm 20 chị em');
    expect(person.answers()).toMatchObject({
      'craft-learners': { optionIds: ['neighbours'] },
      'craft-what': 'dệt vải lanh, thêu',
      learners: { minCount: 20, maxCount: 20 },
    });
  });

  it('how large a workshop is tells no trade', () => {
    const person = detailsOf('advanced-equipment');
    person.type('dien tich 1200 m2');
    expect(person.answers()).toEqual({});
    expect(person.last().ask.text).not.toMatchObject({ key: 'register:confirm.item' });
  });

  it('a choice told where a sum is asked is asked back, and the yes leads back to the sum', () => {
    const person = detailsOf('vocational-training');
    person.tap('learners', '.edit');
    expect(person.at()).toBe('learners');
    expect(person.type('chị em trong thôn').ask.text).toMatchObject({ key: 'register:confirm.item' });
    expect(person.type('đúng').state.at).toBe('learners');
    expect(person.answers()).toMatchObject({ 'craft-learners': { optionIds: ['neighbours'] } });
  });

  it('asks back another choice where one was told before, rather than an item that takes any words', () => {
    const person = detailsOf('trade-fair');
    person.type('nước ngoài');
    person.type('tỉnh khác');
    expect(person.at()).toBe('fair-where');
    person.type('đúng');
    expect(person.answers()).toMatchObject({ 'fair-where': 'country' });
    expect(person.answers()['fair-which']).toBeUndefined();
  });

  it('and kept too when somebody only goes on', () => {
    const person = detailsOf('business-startup');
    person.type('bán cho dân quanh đây với chợ huyện');
    person.type('hợp tác xã');
    expect(person.answers()).toEqual({
      'start-market': 'bán cho dân quanh đây với chợ huyện',
      'start-form': 'cooperative',
    });
  });

  it('of people that are counted in two items it is asked back as the first', () => {
    const person = detailsOf('management-training');
    person.type('2 người');
    expect(person.at()).toBe('learners');
    expect(person.last().state.pending?.options[0]?.value).toEqual({ minCount: 2, maxCount: 2 });
  });

  it('by a part of what it is called, and a figure before a word is no number of a list', () => {
    const person = detailsOf('typical-rural-product');
    person.type('ảnh trên xuống');
    expect(person.at()).toBe('photo-top');
    person.tap('product-set', '.edit');
    person.type('1 loại thôi');
    expect(person.answers()).toEqual({ 'product-set': 'single' });
  });

  it.each(['gần uỷ ban', 'canh cho huyen', 'ngã ba đường vào bản', 'ngay mặt đường quốc lộ 3'])(
    'by where it is to be: "%s" is a place in the commune that is known, in these words',
    (text) => {
      const kept = { 'digital-what': { optionIds: ['showroom'] }, commune: conMinh };
      const person = detailsOf('showroom-digital', kept);
      person.type(text);
      expect(person.last().ask.text).toMatchObject({ key: 'register:confirm.item' });
      person.type('đúng');
      expect(person.answers()['showroom-place']).toEqual({ ...conMinh, legacyAddressText: text, spot: text });
      expect(JSON.stringify(person.last().said)).toContain(text);
    },
  );

  it('but a bare sum, or a word that may be of any, is asked again', () => {
    const person = detailsOf('advanced-equipment');
    for (const text of ['600 triệu', 'chưa có', 'được']) person.type(text);
    expect(person.answers()).toEqual({});
  });
});
