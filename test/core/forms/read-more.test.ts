import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const request = requestWithDetails(supportRequest);
const KNOWN: Answers = {
  need: 'machinery',
  commune: { communeCode: '1', commune: 'Xã A', provinceCode: '19', province: 'Tỉnh B', legacyAddressText: 'A' },
};
const begun = (kept: Answers = {}) => fillIn(request, { ...KNOWN, ...kept }, { tools });

describe('one more product', () => {
  it.each([
    ['sản phẩm còn có cả miến nữa', 'miến'],
    ['thêm cả bánh đa nữa', 'bánh đa'],
    ['à ngoài ra em còn làm bún khô nữa', 'bún khô'],
    ['có thêm phở khô nữa nhé', 'phở khô'],
    ['còn làm cả mứt gừng dẻo nữa', 'mứt gừng dẻo'],
    ['thêm chè', 'chè'],
  ])('told after the others is added to them, whatever is asked: %s', (text, thing) => {
    for (const [typed, added] of [
      [text, thing],
      [fold(text), fold(thing)],
    ] as const) {
      const places: Answers[] = [{}, { establishment: 'HTX A', 'legal-form': 'cooperative', 'contact-name': 'Lan' }];
      for (const at of places) {
        const person = begun({ product: 'nấm khô', ...at });
        const before = person.at();
        person.type(typed);
        expect(person.answers().product, typed).toBe(`nấm khô, ${added}`);
        expect(person.at()).toBe(before);
      }
    }
  });

  it('where the product is asked is the product alone', () => {
    const person = begun();
    expect(person.at()).toBe('product');
    person.type('sản phẩm còn có cả miến nữa');
    expect(person.answers().product).toBe('miến');
  });

  it('that is there already is not written twice', () => {
    const person = begun({ product: 'miến dong, chè' });
    person.type('có thêm chè nữa');
    expect(person.answers().product).toBe('miến dong, chè');
  });

  it.each([
    'còn gì nữa không',
    'thêm ảnh nữa',
    'còn câu nào nữa',
    'thêm số này 0900000002',
    'muốn làm thêm bao bì nữa',
    'thôi không thêm nữa',
    'còn nữa',
  ])('is another thing than "%s"', (text) => {
    const person = begun({ product: 'miến' });
    person.type(text);
    expect(person.answers().product).toBe('miến');
  });
});
