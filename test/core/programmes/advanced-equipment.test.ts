import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormChoice } from '../../../core/forms/form-choice.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import type { FormStep } from '../../../core/forms/form-step.ts';
import { listItems } from '../../../core/forms/list-items.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import { fittingAnswers } from '../../../core/forms/values.ts';
import { findProgramme, PROGRAMMES, programmeOfNeed } from '../../../core/programmes/programmes.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from '../forms/fill-in.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const advancedEquipment = findProgramme('advanced-equipment');
const details = advancedEquipment?.details;
if (details === undefined) throw new Error('The programme has details.');
const form = details;

const tell = (saying: Saying, locale: 'vi' | 'en' = 'vi') => say(wordsFor(locale), locale, saying);
const tools = { ...clubTools, say: tell };
const start = () => fillIn(form, {}, { tools });
const saidBy = (step: FormStep) => [...step.said, step.ask.text, ...step.ask.choices.map(({ label }) => label)];

/** As a person of a real kind would answer, in the order of the card. */
const ANSWERS = [
  '0123456787',
  'nguyễn thị hoa',
  'Sân Đất',
  'thực phẩm',
  'khoảng 5 người',
  'Lò sấy miến',
  'mới',
  '400tr',
  'còn máy nữa',
  'Máy đóng gói',
  'máy cũ',
  'chưa có giá',
  'hết',
  '200tr',
  'tháng 3 năm sau',
  'rồi, đã được',
  'năm 2023 được hỗ trợ máy gói',
];

it('what is needed decides the programme', () => {
  expect(programmeOfNeed('machinery')).toBe(advancedEquipment);
  expect(programmeOfNeed('demonstration').id).toBe('technical-demonstration-model');
  expect(programmeOfNeed('fair').id).toBe('trade-fair');
  for (const need of ['training', 'other', 'no-such-need', '']) {
    expect(programmeOfNeed(need).id).toBe('support-request');
  }
});

it('every programme begins with the same request', () => {
  expect(new Set(PROGRAMMES.map((programme) => programme.form)).size).toBe(1);
});

describe('the details of advanced equipment', () => {
  it('are asked in the order of the card, each answer kept at once', () => {
    const person = start();
    person.type('1');
    for (const text of ANSWERS) expect(person.type(text).changes.length, text).toBeGreaterThan(0);
    expect(person.at()).toBe('certificate');
    person.photos('a', 'b');
    expect(person.type('xong').state.at).toBe('quotation');
    person.photos('c');
    const end = person.type('xong');
    expect(end.state.at).toBe(REVIEW);
    expect(end.ask.choices.map(({ label }) => tell(label))).toEqual([
      'Mã số thuế: 0123456787',
      'Người đại diện: Nguyễn Thị Hoa',
      'Nơi đặt xưởng: xã Sân Đất, tỉnh Thái Nguyên',
      'Ngành: Chế biến nông, lâm, thuỷ sản, thực phẩm',
      'Số người làm: 5 người',
      'Máy định mua: 2 máy',
      'Vốn tự có: 200 triệu đồng',
      'Dự kiến mua: tháng 3/2027',
      'Đã được hỗ trợ: Đã được',
      'Hỗ trợ trước đây: năm 2023 được hỗ trợ máy gói',
      'Ảnh giấy đăng ký: 2 ảnh',
      'Ảnh báo giá: 1 ảnh',
      'Xong',
    ]);
    expect(tell(person.tap('machines', '.edit').ask.choices[1]?.label ?? '')).toBe(
      'Máy 2: Máy đóng gói · Máy đã qua sử dụng · Chưa có báo giá',
    );
    expect(listItems({ form, answers: person.answers() }).every(({ isMissing }) => !isMissing)).toBe(true);
  });

  it('a used machine and an earlier support are written down and stop nothing', () => {
    const person = start();
    person.type('máy định mua');
    for (const text of ['Máy gói', 'cũ', '20tr']) person.type(text);
    expect(person.answers()['machines.1.state']).toBe('used');
    person.tap('earlier-support', '.edit');
    expect(person.type('có rồi').state.at).toBe('earlier-what');
  });

  it('what was supported is asked only of those who were', () => {
    const person = start();
    person.tap('earlier-support', '.edit');
    expect(person.type('chưa').state.at).toBe('certificate');
    expect(listItems({ form, answers: person.answers() }).map(({ id }) => id)).not.toContain('earlier-what');
  });

  it.each([
    ['làm miến dong', 'food'],
    ['chè', 'food'],
    ['đan lát mây tre', 'crafts'],
    ['gạch không nung', 'building-materials'],
    ['cơ khí', 'mechanics'],
    ['phân bón', 'farm-chemicals'],
    ['chưa rõ', 'other'],
  ])('"%s" is of the sector %s', (text, sector) => {
    const person = start();
    person.tap('sector', '.edit');
    expect(person.type(text).changes).toMatchObject([{ value: sector }]);
  });

  it('twelve digits of a tax code are kept, told by their last four, and not in the own words', () => {
    for (const text of ['000000001234', 'mst: 000 000 001 234', '000000001234 hay 000000005678']) {
      const person = start();
      person.tap('tax-code', '.edit');
      const first = person.type(text);
      const asked = first.state.pending === undefined ? [] : [first];
      const last = asked.length === 0 ? first : person.type('1');
      expect(last.changes).toMatchObject([{ questionId: 'tax-code', value: '000000001234' }]);
      const said = [...asked, last]
        .flatMap(saidBy)
        .map((saying) => tell(saying))
        .join('\n');
      expect(said).toContain('1234');
      expect(said.replace(/\D/g, '')).not.toContain('00000000');
      expect(last.changes[0]?.raw?.replace(/\D/g, '') ?? '').not.toContain('00000000');
    }
  });

  it.each([
    ['chưa có logo', undefined],
    ['chua co nhan hieu', undefined],
    ['chưa có mã số thuế', { isSkipped: true }],
    ['chưa có', { isSkipped: true }],
  ])('of a tax code "%s" is kept only when it speaks of one', (text, kept) => {
    const person = fillIn(form, {}, { tools });
    person.tap('tax-code', '.edit');
    person.type(text);
    expect(person.answers()['tax-code']).toEqual(kept);
  });

  it('a tax code with a wrong check digit is kept, with a word to compare the paper', () => {
    const person = start();
    person.tap('tax-code', '.edit');
    const step = person.type('0123456789');
    expect(step.changes).toMatchObject([{ value: '0123456789' }]);
    expect(tell(step.said[1] ?? '')).toContain('xem lại trên giấy');
  });
});

describe('every (state, input) of the details', () => {
  const ids = [
    'tax-code',
    'workers',
    'machines',
    'machines.1',
    'machines.1.name',
    'machines.1.gone',
    'machines.1.more',
    'machines.2.name',
    'machines.20.name',
    'earlier-support',
    'certificate',
    'own-capital',
    REVIEW,
    'toString',
  ];
  const options = [
    '.edit',
    '.keep',
    '.skip',
    '.later',
    '.card',
    '.done',
    '.add',
    '.none',
    '.enough',
    '.yes.1',
    '.no.1',
    '.pick.1.0',
    '.',
    '',
    'yes',
    'no',
    'food',
    'used',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ...ANSWERS,
      '1',
      '2',
      '5',
      '12',
      'xong',
      'để sau',
      'hết',
      'có',
      'không',
      'chưa có',
      'đúng',
      'gửi',
      'mới và cũ',
      '000000001234',
    ),
  );
  type Move =
    | { move: 'type'; text: string }
    | { move: 'tap'; questionId: string; option: string }
    | { move: 'choose'; order: number }
    | { move: 'photos'; count: number }
    | { move: 'back' };
  const move: fc.Arbitrary<Move> = fc.oneof(
    { weight: 4, arbitrary: text.map((each): Move => ({ move: 'type', text: each })) },
    { weight: 3, arbitrary: fc.nat(14).map((order): Move => ({ move: 'choose', order })) },
    {
      weight: 2,
      arbitrary: fc.record({
        move: fc.constant('tap' as const),
        questionId: fc.constantFrom(...ids),
        option: fc.constantFrom(...options),
      }),
    },
    { weight: 1, arbitrary: fc.nat(2).map((count): Move => ({ move: 'photos', count })) },
    { weight: 1, arbitrary: fc.constant<Move>({ move: 'back' }) },
  );
  const isOpen = fc.constantFrom(
    undefined,
    () => false,
    (id: string) => id.startsWith('machines'),
    (id: string) => id === 'certificate',
  );

  it('says and offers something in both languages, keeps what fits, loses nothing, and touches nothing that is locked', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), isOpen, (moves, open) => {
        const person = fillIn(form, {}, { tools, isOpen: open });
        const take = (each: Move): FormStep => {
          const offered: FormChoice[] = person.last().ask.choices;
          if (each.move === 'type') return person.type(each.text);
          if (each.move === 'tap') return person.tap(each.questionId, each.option);
          if (each.move === 'photos')
            return person.photos(...Array.from({ length: each.count }, (_, order) => `file-${order}`));
          const chosen = each.move === 'choose' ? offered[each.order % (offered.length || 1)] : undefined;
          return chosen === undefined ? person.back() : person.tap(chosen.questionId, chosen.option);
        };
        for (const each of moves) {
          const before = Object.keys(person.answers());
          const step = take(each);
          for (const saying of saidBy(step)) {
            expect(tell(saying)).toMatch(/\S/);
            expect(tell(saying, 'en')).toMatch(/\S/);
          }
          expect(step.changes.every(({ questionId }) => open?.(questionId) ?? true)).toBe(true);
          expect(Object.keys(person.answers())).toEqual(expect.arrayContaining(before));
          expect(fittingAnswers(form, person.answers())).toEqual(person.answers());
          for (const { questionId, option } of step.ask.choices) {
            const key = `details:answer:equipment.99.abcd:${questionId}:${option}`;
            expect(new TextEncoder().encode(key).length, key).toBeLessThanOrEqual(64);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
