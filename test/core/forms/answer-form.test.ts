import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerForm, type FormInput } from '../../../core/forms/answer-form.ts';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { REVIEW, readFormState } from '../../../core/forms/form-state.ts';
import type { FormStep } from '../../../core/forms/form-step.ts';
import { goBackInForm, openForm } from '../../../core/forms/open-form.ts';
import { type Answers, type AnswerValue, fittingAnswers } from '../../../core/forms/values.ts';
import { tennisClub, tools } from './tennis-club.ts';

/** Somebody who fills in the form; keeps what is to be kept, as the records do. */
function fillIn(form: FormDefinition = tennisClub, kept: Answers = {}) {
  let answers: Record<string, AnswerValue> = { ...kept };
  let last: FormStep = openForm({ form, answers });
  const take = (next: FormStep) => {
    answers = { ...answers, ...Object.fromEntries(next.changes.map(({ questionId, value }) => [questionId, value])) };
    // The state is stored and read between two messages.
    expect(readFormState(JSON.parse(JSON.stringify(next.state)))).toEqual(next.state);
    last = next;
    return next;
  };
  const send = (input: FormInput) => take(answerForm({ form, state: last.state, answers, tools, input }));
  return {
    type: (text: string) => send({ kind: 'text', text }),
    tap: (questionId: string, option: string) => send({ kind: 'option', questionId, option }),
    back: () => take(goBackInForm({ form, state: last.state, answers })),
    at: () => last.state.at,
    answers: () => answers,
    last: () => last,
  };
}

const keysOf = (step: FormStep) => step.said.map((saying) => (typeof saying === 'string' ? saying : saying.key));
const optionsOf = (step: FormStep) => step.ask.choices.map(({ option }) => option);
const full = ['Đã chơi lâu năm', 'vợt gỗ', 'Sân Đất', '0900000001', '500 nghìn'];

describe('filling in a form', () => {
  it('asks one question after the other, keeps each answer with the person’s words, and ends at the review', () => {
    const person = fillIn();
    const steps = full.map(person.type);
    expect(steps.map(({ state }) => state.at)).toEqual(['racket', 'home', 'phone', 'fee', REVIEW]);
    expect(steps.flatMap(({ changes }) => changes.map(({ raw }) => raw))).toEqual(full);
    expect(person.answers()).toMatchObject({
      level: 'player',
      racket: 'vợt gỗ',
      home: { communeCode: '1', legacyAddressText: 'Sân Đất' },
      phone: '0900000001',
      fee: { minVnd: 500_000, maxVnd: 500_000 },
    });
  });

  it('passes over a question whose condition does not hold, and counts without it', () => {
    const person = fillIn();
    const step = person.type('mới chơi');
    expect(step.state.at).toBe('home');
    expect(step.ask.text).toMatchObject({ values: { number: 2, total: 4 } });
  });

  it('asks a question that a changed answer brings up, and only that one', () => {
    const person = fillIn();
    for (const text of ['1', 'Sân Đất', '0900000001', 'chưa rõ']) person.type(text);
    expect(person.at()).toBe(REVIEW);
    person.type('1');
    expect(person.type('Huấn luyện viên').state.at).toBe('racket');
    expect(person.type('vợt thép').state.at).toBe(REVIEW);
  });

  it.each([
    '2',
    'số 2',
    'player',
    'Đã chơi lâu năm',
    'da choi lau nam',
    'lau nam',
    'em đã chơi rồi',
    'ĐÃ CHƠI'.normalize('NFD'),
  ])('a choice is understood as "%s"', (text) => {
    expect(fillIn().type(text).changes).toMatchObject([{ questionId: 'level', value: 'player' }]);
  });

  it('two choices in one answer become one question', () => {
    const person = fillIn();
    const step = person.type('mới chơi mà muốn huấn luyện');
    expect(step.changes).toEqual([]);
    expect(optionsOf(step)).toEqual(['.pick.1.0', '.pick.1.1', '.no.1']);
    expect(person.type('huấn luyện viên').changes).toMatchObject([{ value: 'coach' }]);
  });
});

describe('a question back', () => {
  const atHome = () => {
    const person = fillIn();
    person.type('1');
    return person;
  };

  it.each(['đúng', 'dung a', 'vâng', 'ok', '1'])('"%s" takes what was proposed, with the words first said', (yes) => {
    const person = atHome();
    expect(person.type('xã Cũ').ask.choices.map(({ option }) => option)).toEqual(['.yes.1', '.no.1']);
    expect(person.type(yes).changes).toMatchObject([
      { questionId: 'home', value: { communeCode: '2', legacyAddressText: 'xã Cũ' }, raw: 'xã Cũ' },
    ]);
  });

  it.each(['không', 'ko phải', 'xã khác', '2'])('"%s" asks the question anew and keeps nothing', (no) => {
    const person = atHome();
    person.type('xã Cũ');
    const step = person.type(no);
    expect(step.changes).toEqual([]);
    expect(step.state).toMatchObject({ at: 'home' });
    expect(step.state.pending).toBeUndefined();
  });

  it('a new answer instead of yes or no counts as the answer', () => {
    const person = atHome();
    person.type('xã Cũ');
    expect(person.type('Sân Đất').changes).toMatchObject([{ value: { communeCode: '1' } }]);
  });

  it.each(['2', 'xã Tây', 'tay'])('one of several is chosen by "%s"', (text) => {
    const person = atHome();
    person.type('xã Chia');
    expect(person.type(text).changes).toMatchObject([{ value: { communeCode: '4', legacyAddressText: 'xã Chia' } }]);
  });

  it('a button of an earlier question back changes nothing', () => {
    const person = atHome();
    person.type('xã Cũ');
    person.type('xã Chia');
    const step = person.tap('home', '.yes.1');
    expect(step.changes).toEqual([]);
    expect(optionsOf(step)).toEqual(['.pick.2.0', '.pick.2.1', '.no.2']);
  });

  it('a sum that is hardly meant is asked back, and kept when it is', () => {
    const person = atHome();
    for (const text of ['Sân Đất', '0900000001']) person.type(text);
    expect(person.type('900 triệu').changes).toEqual([]);
    expect(person.type('đúng').changes).toMatchObject([{ value: { minVnd: 900_000_000 } }]);
  });
});

describe('not understood', () => {
  it('is said softly, then with an example, then with an officer beside it; an answer ends it', () => {
    const person = fillIn();
    person.type('1');
    expect(keysOf(person.type('???'))).toEqual(['register:problem.place']);
    expect(keysOf(person.type('???'))).toEqual(['register:problem.place', 'register:example']);
    expect(person.type('???').isStuck).toBe(true);
    expect(person.type('Sân Đất')).toMatchObject({ state: { misses: 0, at: 'phone' }, isStuck: false });
  });
});

describe('going back and changing', () => {
  it('goes one question back each time, offers what was said, and asks nothing twice', () => {
    const person = fillIn();
    for (const text of full.slice(0, 3)) person.type(text);
    expect(person.back().state.at).toBe('home');
    expect(person.back().state.at).toBe('racket');
    expect(optionsOf(person.last())).toContain('.keep');
    expect(person.tap('racket', '.keep')).toMatchObject({ state: { at: 'phone' }, changes: [] });
    expect(person.answers().racket).toBe('vợt gỗ');
  });

  it('says so at the first question', () => {
    expect(keysOf(fillIn().back())).toEqual(['register:atStart']);
  });

  it('leaves a question back first', () => {
    const person = fillIn();
    person.type('1');
    person.type('xã Cũ');
    expect(person.back().state).toMatchObject({ at: 'home' });
    expect(person.last().state.pending).toBeUndefined();
  });

  it.each(['4', 'câu 4', 'sửa 4', 'sửa câu 4', 'số điện thoại', 'sua so dien thoai'])(
    'on the review card "%s" changes that answer and comes back to the card',
    (text) => {
      const person = fillIn();
      for (const each of full) person.type(each);
      expect(person.type(text).state).toMatchObject({ at: 'phone', isEditing: true });
      expect(person.type('0900000002').state.at).toBe(REVIEW);
      expect(person.answers()).toMatchObject({ phone: '0900000002', racket: 'vợt gỗ' });
    },
  );

  it('"quay lại" from a change is the card again', () => {
    const person = fillIn();
    for (const each of [...full, '4']) person.type(each);
    expect(person.back().state.at).toBe(REVIEW);
  });

  it('"sửa câu 1" works in the middle too', () => {
    const person = fillIn();
    for (const each of full.slice(0, 3)) person.type(each);
    expect(person.type('sửa câu 1').state.at).toBe('level');
    expect(person.tap('level', 'coach').state.at).toBe('phone');
  });

  it('a button of an earlier question changes that answer and leaves the person where they stand', () => {
    const person = fillIn();
    for (const each of full.slice(0, 2)) person.type(each);
    expect(person.tap('level', 'coach')).toMatchObject({
      changes: [{ questionId: 'level', value: 'coach' }],
      state: { at: 'home' },
    });
    expect(person.tap('level', 'coach')).toMatchObject({ changes: [], said: [], state: { at: 'home' } });
  });
});

describe('sending', () => {
  it.each(['gửi', 'gui phieu', 'ok', '6'])('"%s" on the card sends', (text) => {
    const person = fillIn();
    for (const each of full) person.type(each);
    expect(person.type(text).isSubmitted).toBe(true);
  });

  it('with a question still open asks that question', () => {
    const person = fillIn();
    person.type('1');
    expect(person.tap(REVIEW, '.submit')).toMatchObject({ isSubmitted: false, state: { at: 'home' } });
  });
});

describe('a new version of the form', () => {
  const second: FormDefinition = {
    ...tennisClub,
    version: 2,
    questions: [
      {
        id: 'level',
        field: {
          kind: 'choice',
          options: [
            { id: 'amateur', aliases: [] },
            { id: 'coach', aliases: [] },
          ],
        },
      },
      ...tennisClub.questions.filter(({ id }) => id !== 'level' && id !== 'racket'),
      { id: 'shoe', field: { kind: 'text', maxLength: 20 } },
    ],
  };

  it('keeps every answer that still fits, asks anew what does not, and asks what is new', () => {
    const kept = {
      level: 'player',
      racket: 'vợt gỗ',
      phone: '0900000001',
      fee: { isSkipped: true },
      home: 'a string of long ago',
    };
    expect(fittingAnswers(second, kept)).toEqual({ phone: '0900000001', fee: { isSkipped: true } });
    const person = fillIn(second, fittingAnswers(second, kept));
    expect(person.at()).toBe('level');
    expect(person.tap('level', 'coach').state.at).toBe('home');
    expect(person.type('Sân Đất').state.at).toBe('shoe');
    expect(person.type('dép').state.at).toBe(REVIEW);
  });

  it('a state that stands at a question of before goes on at the first open one', () => {
    const state = { at: 'racket', misses: 2, serial: 3, isEditing: false };
    const step = answerForm({
      form: second,
      state,
      answers: { level: 'coach' },
      tools,
      input: { kind: 'text', text: 'Sân Đất' },
    });
    expect(step.changes).toMatchObject([{ questionId: 'home' }]);
  });

  it('a button of a question that is gone is answered, and changes nothing', () => {
    const person = fillIn(second);
    expect(person.tap('racket', 'anything')).toMatchObject({ changes: [], state: { at: 'level' } });
    expect(keysOf(person.tap('level', 'player'))).toEqual(['register:oldChoice']);
  });
});

describe('every (state, input)', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ...full,
      '1',
      '2',
      '9',
      'đúng',
      'không',
      'xã Cũ',
      'xã Chia',
      'Tỉnh',
      'gửi',
      'sửa 1',
      '01200000001',
      '5',
      'chưa rõ',
      '',
    ),
  );
  const option = fc.record({
    questionId: fc.constantFrom('level', 'racket', 'home', 'phone', 'fee', REVIEW, 'nothing', 'toString'),
    option: fc.constantFrom(
      'beginner',
      'coach',
      '.keep',
      '.skip',
      '.edit',
      '.submit',
      '.yes.1',
      '.no.1',
      '.pick.1.0',
      '.pick.1.9',
      '.pick',
      '.',
      '',
      'x',
    ),
  });
  const move = fc.oneof(
    { weight: 4, arbitrary: text.map((each) => ({ move: 'type', text: each }) as const) },
    { weight: 2, arbitrary: option.map((each) => ({ move: 'tap', ...each }) as const) },
    { weight: 1, arbitrary: fc.constant({ move: 'back' } as const) },
  );

  it('asks something, stands at a question or the review, and never loses an answer', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const person = fillIn();
        for (const each of moves) {
          const before = Object.keys(person.answers()).length;
          const step =
            each.move === 'type'
              ? person.type(each.text)
              : each.move === 'tap'
                ? person.tap(each.questionId, each.option)
                : person.back();
          expect(step.ask.text).not.toBe('');
          expect([...tennisClub.questions.map(({ id }) => id), REVIEW]).toContain(step.state.at);
          expect(Object.keys(person.answers()).length).toBeGreaterThanOrEqual(before);
          expect(fittingAnswers(tennisClub, person.answers())).toEqual(person.answers());
          if (step.state.at === REVIEW || step.ask.choices.length > 0)
            expect(new Set(optionsOf(step).filter((each) => each !== '.edit')).size).toBe(
              optionsOf(step).filter((each) => each !== '.edit').length,
            );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does the same for NFC, NFD and other states than ours', () => {
    const state = fc.record({
      at: fc.constantFrom('level', 'home', 'gone', REVIEW, ''),
      misses: fc.nat(5),
      serial: fc.nat(3),
      isEditing: fc.boolean(),
    });
    fc.assert(
      fc.property(state, text, (given, typed) => {
        const run = (form: 'NFC' | 'NFD') =>
          answerForm({
            form: tennisClub,
            state: given,
            answers: {},
            tools,
            input: { kind: 'text', text: typed.normalize(form) },
          });
        expect(run('NFD')).toEqual(run('NFC'));
      }),
    );
  });
});
