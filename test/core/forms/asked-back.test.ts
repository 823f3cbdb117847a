import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces(), say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const { form } = supportRequest;
const begun = (kept: Answers = {}) => fillIn(form, kept, { tools });

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

  it.each([
    ['mam ruoc, nuoc mam', { product: 'mam ruoc, nuoc mam' }],
    ['banh it la gai', { product: 'banh it la gai' }],
    ['hkd', { 'legal-form': 'business-household' }],
    ['co so Hoa Mai', { establishment: 'Co so Hoa Mai' }],
    ['co so tinh dau Que Lam', { establishment: 'Co so tinh dau Que Lam' }],
  ])('about a township of elsewhere, told before its time, is agreed to by "%s"', (text, told) => {
    const person = fillIn(form, { need: 'showroom' }, { tools: { ...tools, nearProvinceCode: '19' } });
    person.type('thi tran cua viet');
    expect(person.last().ask.text).toMatchObject({ key: 'register:confirm.place' });
    person.type(text);
    expect(person.answers()).toMatchObject({ commune: { commune: 'Xã Cửa Việt' }, ...told });
    expect(person.last().state.pending).toBeUndefined();
  });

  it.each(['thi tran moi sap nhap', 'o huyen gio linh co', 'đợi tí', 'khong'])(
    'about a township is not agreed to by "%s", which is no product',
    (text) => {
      const person = fillIn(form, { need: 'showroom' }, { tools: { ...tools, nearProvinceCode: '19' } });
      person.type('thi tran cua viet');
      person.type(text);
      expect(person.answers()).toEqual({ need: 'showroom' });
      expect(person.at()).toBe('commune');
    },
  );

  it.each(['khong phai', 'không đúng rồi'])('agreed so is asked again by "%s", which is no name', (text) => {
    const person = begun({ need: 'machinery', product: 'miến' });
    person.type('Mỹ Phương, Ba Bể');
    person.type('0900000001');
    person.type(text);
    expect(person.at()).toBe('commune');
    expect(person.answers()).not.toHaveProperty('establishment');
  });
});
