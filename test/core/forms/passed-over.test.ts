import { describe, expect, it } from 'vitest';
import { readField } from '../../../core/forms/fields/read-field.ts';
import { findQuestion } from '../../../core/forms/form.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools } from './tennis-club.ts';

const { form } = supportRequest;
const begun = (kept: Answers = {}) => fillIn(form, kept, { tools });
const read = (questionId: string, text: string) => {
  const question = findQuestion(form, questionId);
  if (question === undefined) throw new Error(questionId);
  return readField(form, question, text, tools);
};

describe('"bỏ qua"', () => {
  it.each(['bỏ qua', 'de sau', 'hỏi sau ạ'])('as "%s" leaves open what may be left open', (text) => {
    const person = begun({
      need: 'machinery',
      product: 'x',
      'legal-form': 'cooperative',
      'contact-name': 'y',
      phone: 'z',
    });
    const at = person.at();
    person.type(text);
    expect(at).toBe('commune');
    expect(keysOf(person.last())).toEqual(['register:problem.needed', 'register:example']);
    const priced = begun({ ...person.answers(), commune: placeOf(), establishment: 'HTX' });
    priced.type(text);
    expect(priced.answers().price).toEqual({ isSkipped: true });
  });

  it('and "xong" leave an answer that is being changed as it is', () => {
    for (const text of ['bỏ qua', 'xong']) {
      const person = begun({ need: 'machinery' });
      person.type('miến');
      person.back();
      person.type(text);
      expect(person.answers().product).toBe('miến');
      expect(person.at()).toBe('commune');
    }
  });
});

describe('what is no answer', () => {
  it.each(['trưởng thôn', 'giám đốc htx', 'chủ một cơ sở sản xuất chè', 'cộng tác viên'])(
    '"%s" is nobody’s name',
    (text) => {
      expect(read('contact-name', text).kind).toBe('unread');
    },
  );

  it.each(['Thọ', 'Hồ Thị Dân', 'Chủ Văn Tài', 'Can'])('but "%s" may be', (text) => {
    expect(read('contact-name', text).kind).toBe('value');
  });

  it('"chưa có" is no product', () => {
    expect(read('product', 'chưa có').kind).toBe('unread');
  });

  it.each(['không có', 'em không có điện thoại'])('"%s" to a phone number tells whose number would do', (text) => {
    expect(read('phone', text)).toMatchObject({ problem: { key: 'register:problem.phoneNone' } });
  });
});

describe('a phone number in words', () => {
  it.each([
    'không chín không không không không không không không năm',
    'số em là khong chin khong khong khong khong khong khong khong nam',
  ])('"%s" is read', (text) => {
    expect(read('phone', text)).toEqual({ kind: 'value', value: '0900000005' });
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
