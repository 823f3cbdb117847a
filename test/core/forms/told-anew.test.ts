import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const request = requestWithDetails(findProgramme('advanced-equipment') ?? supportRequest);
const money = (million: number) => ({ minVnd: million * 1_000_000, maxVnd: million * 1_000_000 });
const KNOWN: Answers = {
  need: 'machinery',
  product: 'miến',
  commune: { communeCode: '1', commune: 'Xã A', provinceCode: '19', province: 'Tỉnh B', legacyAddressText: 'A' },
  establishment: { isSkipped: true },
  'legal-form': 'business-household',
};
const at = (kept: Answers) => fillIn(request, { ...KNOWN, ...kept }, { tools });

describe('a sum, a time, a count, a phone where a name is asked', () => {
  it.each([
    ['400tr', { price: money(400) }],
    ['nhầm, 400tr', { price: money(400) }],
    ['tháng 3 năm sau', { when: { fromMonth: '2027-03', toMonth: '2027-03' } }],
    ['8 người', { workers: { minCount: 8, maxCount: 8 } }],
    ['6 nguoi ca chong chi', { workers: { minCount: 6, maxCount: 6 } }],
    ['khong chin tam hai ba bon nam sau bay tam', { phone: '0982345678' }],
    ['o chín một hai ba bốn năm sáu bảy tám', { phone: '0912345678' }],
    ['khoảng 5 công nhân', { workers: { minCount: 5, maxCount: 5 } }],
  ])('is kept where it belongs: %s', (text, kept) => {
    for (const go of [() => at({}), backAtKind]) {
      const person = go();
      const before = person.at();
      person.type(text);
      expect(person.answers(), text).toMatchObject(kept);
      expect(person.at()).toBe(before);
    }
  });

  /** After "quay lại" the question has its answer already. */
  function backAtKind() {
    const person = at({});
    person.back();
    expect(person.at()).toBe('legal-form');
    return person;
  }

  it.each([
    ['500tr', 'price', money(400), money(500)],
    [
      'tháng 4 năm sau',
      'when',
      { fromMonth: '2027-03', toMonth: '2027-03' },
      { fromMonth: '2027-04', toMonth: '2027-04' },
    ],
    ['12 người', 'workers', { minCount: 5, maxCount: 5 }, { minCount: 12, maxCount: 12 }],
  ] as const)(
    'that was told otherwise before is asked back, and nothing changed without a yes: %s',
    (text, id, before, after) => {
      const person = at({ [id]: before });
      expect(person.at()).toBe('contact-name');
      const asked = person.type(text);
      expect(asked.changes).toEqual([]);
      expect(asked.ask.text).toMatchObject({ key: 'register:confirm.anew' });
      person.type('đúng');
      expect(person.answers()).toMatchObject({ [id]: after });
      expect(person.at()).toBe('contact-name');
    },
  );

  it.each([
    ['beside it', 0, { minVnd: 340_000_000, maxVnd: 340_000_000 }],
    ['instead of it', 1, { minVnd: 40_000_000, maxVnd: 40_000_000 }],
  ])('a machine with a smaller sum is asked whether it comes %s, also at the review', (_, pick, sum) => {
    for (const person of [at({ price: money(300) }), atReview({ price: money(300) })]) {
      const asked = person.type('may thai 40tr');
      expect(asked.ask.text).toMatchObject({ key: 'register:choose.priceBeside' });
      expect(person.answers()).toMatchObject({ price: money(300) });
      const option = asked.ask.choices[pick]?.option ?? '';
      person.tap('price', option);
      expect(person.answers()).toMatchObject({ price: sum });
    }
  });

  it.each([
    ['máy thái 320tr', {}],
    ['máy thái 40tr', { 'machines.1.name': 'Máy thái' }],
  ])('one that costs as much, or is the one that is known, changes the sum: %s %o', (text, kept) => {
    const person = at({ price: money(300), ...kept });
    expect(person.type(text).ask.text).toMatchObject({ key: 'register:confirm.anew' });
  });

  const atReview = (kept: Answers) => at({ 'contact-name': 'Lan', phone: '0900000001', ...kept });

  it('told once more just so changes nothing and is no answer that was not understood', () => {
    const person = at({ price: money(400) });
    const step = person.type('400 triệu');
    expect(keysOf(step)).not.toContain('register:problem.personName');
    expect(person.answers()).toMatchObject({ price: money(400) });
    expect(step.state).toMatchObject({ at: 'contact-name', misses: 0 });
  });

  it('at the review changes its item, also one that was told beside', () => {
    const person = at({
      'contact-name': 'Lan',
      phone: '0900000001',
      price: money(400),
      workers: { minCount: 5, maxCount: 5 },
    });
    expect(person.at()).toBe('review');
    person.type('12 công nhân');
    expect(person.answers()).toMatchObject({ workers: { minCount: 12, maxCount: 12 } });
    expect(person.at()).toBe('review');
  });
});

describe('a message that came twice', () => {
  it.each([
    [{}, 'Nông Thị Mai giám đốc', 'phone'],
    [{ 'contact-name': 'Mai' }, '0213 387 0001', 'price'],
  ] as const)('is no answer to the question after it: %s %s', (kept, text, next) => {
    const person = at(kept);
    person.type(text);
    const before = person.answers();
    const step = person.type(text);
    expect(keysOf(step)).toContain('register:problem.saidAlready');
    expect(step.state).toMatchObject({ at: next, misses: 0 });
    expect(person.answers()).toEqual(before);
  });

  it('is one where the next question is answered by it too', () => {
    const person = at({ 'contact-name': 'Mai', phone: '0900000001' });
    person.type('chưa rõ');
    expect(person.answers().price).toEqual({ isSkipped: true });
  });
});
