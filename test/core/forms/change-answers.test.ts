import { describe, expect, it } from 'vitest';
import { answerForm } from '../../../core/forms/answer-form.ts';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import { fittingAnswers } from '../../../core/forms/values.ts';
import { fillIn, full, keysOf, optionsOf } from './fill-in.ts';
import { tennisClub, tools } from './tennis-club.ts';

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
