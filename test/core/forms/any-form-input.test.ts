import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerForm } from '../../../core/forms/answer-form.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import { fittingAnswers } from '../../../core/forms/values.ts';
import { fillIn, full, optionsOf } from './fill-in.ts';
import { tennisClub, tools } from './tennis-club.ts';

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
