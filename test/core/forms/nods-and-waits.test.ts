import { describe, expect, it } from 'vitest';
import { looksLikeQuestion } from '../../../core/forms/looks-like-question.ts';
import { saysHeard, saysWait } from '../../../core/forms/speaks-to-form.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { fillIn, keysOf } from './fill-in.ts';

const KNOWN: Answers = {
  need: 'machinery',
  product: 'miến',
  commune: { communeCode: '1', commune: 'Xã A', provinceCode: '19', province: 'Tỉnh B', legacyAddressText: 'A' },
  establishment: { isSkipped: true },
  'legal-form': 'business-household',
  'contact-name': 'Lan',
  phone: '0900000001',
  price: { isSkipped: true },
};
const QUESTIONS = ['product', 'commune', 'establishment', 'contact-name', 'phone', 'price'];

const at = (question: string) =>
  fillIn(
    supportRequest.form,
    Object.fromEntries(Object.entries(KNOWN).filter(([id]) => QUESTIONS.indexOf(id) < QUESTIONS.indexOf(question))),
  );

describe('a nod to what was noted', () => {
  it.each(QUESTIONS)('is no answer to %s, and no answer that was not understood', (question) => {
    for (const text of [
      'đúng rồi',
      'dung roi a',
      'vâng ạ',
      'ừ',
      'ok em',
      'dạ đúng',
      'chuẩn rồi',
      'đung',
      'giữ nguyên',
      'đồng ý',
    ]) {
      const person = at(question);
      const step = person.type(text);
      expect(keysOf(step), text).toEqual(['register:heard']);
      expect(step.changes).toEqual([]);
      expect(step.state).toMatchObject({ at: question, misses: 0 });
    }
  });

  it('without its marks is a product where a product is asked: stone, wine', () => {
    for (const text of ['đá', 'da', 'vang']) expect(saysHeard(text, { mayBeThing: true }), text).toBe(false);
    expect(saysHeard('dạ', { mayBeThing: true })).toBe(true);
  });

  it('at an answer that is being changed leaves it as it is', () => {
    const person = fillIn(supportRequest.form, KNOWN);
    person.tap('contact-name', '.edit');
    expect(person.at()).toBe('contact-name');
    person.type('đúng rồi');
    expect(person.at()).toBe('review');
    expect(person.answers()['contact-name']).toBe('Lan');
  });
});

describe('who needs time', () => {
  const WAITS = [
    ...[
      'đợi tí',
      'cho em ti nhe',
      'chờ tôi một lát',
      'khoan đã',
      'từ từ đã',
      'bận rồi',
      'dạ để em về hỏi lại nhà em đã',
    ],
    ...[
      'mai em trả lời',
      'lát nữa tôi nhắn',
      'tôi phải hỏi giá đã, mai trả lời',
      'để hỏi chồng đã',
      'suy nghĩ thêm đã',
    ],
  ];
  it.each(QUESTIONS)('at %s is given it, and loses nothing', (question) => {
    for (const text of WAITS) {
      const step = at(question).type(text);
      expect(keysOf(step), text).toEqual(['register:wait']);
      expect(step.changes).toEqual([]);
      expect(step.state).toMatchObject({ at: question, misses: 0 });
    }
  });

  it('at the review is given it too', () => {
    expect(keysOf(fillIn(supportRequest.form, KNOWN).type('để hỏi chồng đã'))).toEqual(['register:wait']);
    for (const text of ['thoi mai lam', 'thoi de mai hoi nha da']) expect(saysWait(text), text).toBe(true);
    for (const text of ['Mai Lâm', 'mai lam']) expect(saysWait(text), text).toBe(false);
  });

  it.each(['bàn đá', 'Mai Lâm', 'đồi chè', 'cho thuê', 'đội 5', 'tính', 'bán đá'])(
    'says nothing of it with "%s"',
    (text) => {
      for (const typed of [text, fold(text)]) expect(saysWait(typed), typed).toBe(false);
    },
  );
});

describe('"chưa đăng ký gì"', () => {
  it.each(['chưa đăng ký gì', 'chua dang ky kinh doanh', 'nhà em chưa đăng ký gì cả', 'chưa đăng ký đâu ạ'])(
    'asks nothing: "%s" is the answer of who is not registered',
    (text) => {
      expect(looksLikeQuestion(text)).toBe(false);
      const { 'legal-form': _, ...rest } = KNOWN;
      const person = fillIn(supportRequest.form, rest);
      expect(person.at()).toBe('legal-form');
      person.type(text);
      expect(person.answers()['legal-form']).toBe('unregistered');
    },
  );

  it.each([
    'không biết làm gì',
    'phiếu của em còn thiếu gì',
    'không có giấy đăng ký thì làm gì',
    'em chưa biết nộp ở đâu',
  ])('is another thing than a question without its mark: "%s"', (text) => expect(looksLikeQuestion(text)).toBe(true));

  it.each(['product', 'establishment', 'contact-name'])(
    'where %s is asked is no answer to that, but to its own',
    (question) => {
      const person = at(question);
      const { 'legal-form': before } = person.answers();
      person.type('chưa đăng ký kinh doanh');
      expect(person.answers()['legal-form']).toBe('unregistered');
      expect(person.at()).toBe(question);
      expect(before).not.toBe('unregistered');
    },
  );
});
