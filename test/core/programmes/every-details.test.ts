import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../core/forms/form.ts';
import type { FormStep } from '../../../core/forms/form-step.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import { type Answers, fittingAnswers } from '../../../core/forms/values.ts';
import { KINDS } from '../../../core/programmes/kinds.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from '../forms/fill-in.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const tell = (saying: Saying, locale: 'vi' | 'en' = 'vi') => say(wordsFor(locale), locale, saying);
const tools = { ...clubTools, say: tell };
const saidBy = (step: FormStep) => [...step.said, step.ask.text, ...step.ask.choices.map(({ label }) => label)];
const FORMS = [supportRequest.form, ...PROGRAMMES.flatMap(({ details }) => details ?? [])];

const move = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    text: fc.constantFrom(
      '1',
      '2',
      '1,3',
      'xong',
      'để sau',
      'chưa',
      'chưa rõ',
      'Sân Đất',
      '400tr',
      '70%',
      '5-7',
      '15/8',
      'sau tết',
      'mua máy và làm bao bì',
      '0900000001',
      '0123456787',
      '???',
      'quay lại',
    ),
  }),
  fc.record({ kind: fc.constant('pick' as const), order: fc.nat(20) }),
  fc.record({ kind: fc.constant('photos' as const) }),
  fc.record({ kind: fc.constant('back' as const) }),
);

describe.each(FORMS)('the form $id', (form) => {
  it('says something in both languages at every step, keeps what fits, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const person = fillIn(form, {}, { tools });
        for (const each of moves) {
          const before = Object.keys(person.answers());
          const offered = person.last().ask.choices;
          const chosen = each.kind === 'pick' ? offered[each.order % (offered.length || 1)] : undefined;
          const step =
            each.kind === 'type'
              ? person.type(each.text)
              : each.kind === 'photos'
                ? person.photos('file')
                : chosen === undefined
                  ? person.back()
                  : person.tap(chosen.questionId, chosen.option);
          for (const saying of saidBy(step)) {
            expect(tell(saying)).toMatch(/\S/);
            expect(tell(saying, 'en')).toMatch(/\S/);
          }
          expect(Object.keys(person.answers())).toEqual(expect.arrayContaining(before));
          expect(fittingAnswers(form, person.answers())).toEqual(person.answers());
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** One right answer to each question, by the kind of its field. */
function answerTo(form: FormDefinition, questionId: string): { text: string } | { photo: true } {
  const field = form.questions.find(({ id }) => id === questionId)?.field;
  switch (field?.kind) {
    case 'photos':
      return { photo: true };
    case 'place':
      return { text: 'Sân Đất' };
    case 'money':
      return { text: '400tr' };
    case 'count':
      return { text: '5' };
    case 'percent':
      return { text: '70%' };
    case 'when':
      return { text: 'tháng 3' };
    case 'tax-code':
      return { text: '0123456787' };
    case 'choice':
    case 'choices':
      return { text: '1' };
    default:
      return { text: 'Nguyễn Thị Hoa' };
  }
}

describe.each(KINDS)('the details of $id', ({ details, id }) => {
  const form = PROGRAMMES.find((each) => each.id === id)?.details ?? { ...details, order: 'any' as const };
  const single = form.questions.filter(({ group, askIf }) => group === undefined && askIf === undefined);

  it('answered in any order, each perhaps twice, make the same dossier', () => {
    const fill = (order: readonly string[]): Answers => {
      const person = fillIn(form, {}, { tools });
      for (const questionId of order) {
        person.tap(questionId, '.edit');
        const answer = answerTo(form, questionId);
        if ('photo' in answer) person.photos(`photo-of-${questionId}`);
        else person.type(answer.text);
      }
      return person.answers();
    };
    const ids = single.map((question) => question.id);
    const straight = fill(ids);
    expect(Object.keys(straight).sort()).toEqual([...ids].sort());
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), fc.subarray(ids), (order, again) => {
        expect(fill([...order, ...again])).toEqual(straight);
      }),
      { numRuns: 10 },
    );
  });
});
