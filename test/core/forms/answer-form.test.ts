import { describe, expect, it } from 'vitest';
import { REVIEW } from '../../../core/forms/form-state.ts';
import { fillIn, full, keysOf, optionsOf } from './fill-in.ts';

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
