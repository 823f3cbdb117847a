import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_LIMITS } from '../../../bot/channels/text-limits.ts';
import { applicableQuestions } from '../../../core/forms/applicable-questions.ts';
import { readField } from '../../../core/forms/fields/read-field.ts';
import type { FormDefinition, Question } from '../../../core/forms/form.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import type { FormStep } from '../../../core/forms/form-step.ts';
import { GONE, MORE } from '../../../core/forms/group.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import { type Answers, fittingAnswers } from '../../../core/forms/values.ts';
import { findProgramme, PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from '../forms/fill-in.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const tell = (saying: Saying) => say(wordsFor('vi'), 'vi', saying);
const tools = { ...clubTools, places: await loadPlaces(), say: tell };
const DETAILS = PROGRAMMES.flatMap(({ id, details }) => (details === undefined ? [] : [{ id, form: details }]));
const FORMS = [{ id: 'request', form: supportRequest.form }, ...DETAILS];
const MOST_DAYS = 30;
const MACHINES = 2;

/** One right answer to a question, told so that it means the same on any day of a month. */
function answerTo({ id, field, group }: Question): { text: string } | { photo: string } {
  if (group?.part === MORE) return { text: group.number < MACHINES ? 'còn' : 'hết rồi' };
  switch (field.kind) {
    case 'photos':
      return { photo: `photo-of-${id}` };
    case 'place':
      return { text: 'xã Côn Minh, Na Rì' };
    case 'money':
      return { text: '400 triệu' };
    case 'count':
      return { text: '7 người' };
    case 'percent':
      return { text: 'bảy mươi phần trăm' };
    case 'when':
      return { text: 'tháng 5 năm 2027' };
    case 'tax-code':
      return { text: '0123456787' };
    case 'choice':
    case 'choices':
      return { text: '1' };
    case 'phone':
      return { text: '0900000001' };
    case 'name':
      return { text: field.of === 'person' ? 'Nông Thị Mài' : 'Cơ sở Mài' };
    default:
      return { text: 'Đồ bằng gỗ lát' };
  }
}

const plain = (answers: Answers) => JSON.parse(fold(JSON.stringify(answers)));

describe.each(DETAILS)('the details of $id', ({ form }) => {
  const open = (answers: Answers) =>
    applicableQuestions(form, answers).filter(({ id, group }) => answers[id] === undefined && group?.part !== GONE);

  /** Picks one open question after the other by `order`; repeats, waits and leaves the accents away as told. */
  const fill = ({ order, again = [], days = [], hasMarks = true }: Life): Answers => {
    let person = fillIn(form, {}, { tools });
    const answer = (question: Question) => {
      const given = answerTo(question);
      if (person.at() !== question.id) person.tap(question.id, '.edit');
      if ('photo' in given) person.photos(given.photo);
      else person.type(hasMarks ? given.text : fold(given.text));
    };
    for (let turn = 0; turn < 200; turn += 1) {
      const left = open(person.answers());
      const question = left[(order[turn % order.length] ?? 0) % (left.length || 1)];
      if (question === undefined) return person.answers();
      answer(question);
      if (again[turn % again.length] === true && question.group?.part !== MORE) answer(question);
      const today = clubTools.today.add({ days: Math.min(MOST_DAYS, days[turn % days.length] ?? 0) });
      person = fillIn(form, person.answers(), { tools: { ...tools, today } });
    }
    throw new Error('There is always something left to answer.');
  };

  it('any order, repetition or delay of the same answers, with accents or without, gives the same dossier', () => {
    const straight = fill({ order: [0] });
    expect(open(straight)).toEqual([]);
    const life = fc.record({
      order: fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }),
      again: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      days: fc.array(fc.nat(MOST_DAYS), { minLength: 3, maxLength: 3 }),
      hasMarks: fc.boolean(),
    });
    fc.assert(
      fc.property(life, (each) => {
        expect(plain(fill(each))).toEqual(plain(straight));
      }),
      { numRuns: 6 },
    );
  });

  it('with its longest answers is still shown in one message, which is all that a rationed channel may send', () => {
    const person = fillIn(form, {}, { tools });
    for (let turn = 0; turn < 200; turn += 1) {
      const [question] = open(person.answers());
      if (question === undefined) break;
      if (person.at() !== question.id) person.tap(question.id, '.edit');
      const given = answerTo(question);
      const { field } = question;
      if ('photo' in given) person.photos(given.photo);
      else person.type(field.kind === 'text' ? 'gỗ lát '.repeat(200).slice(0, field.maxLength - 1) : given.text);
      expect(rendered(person.last()).length).toBeLessThanOrEqual(TEXT_LIMITS['zalo-bot']);
    }
    expect(rendered(person.tap(REVIEW, '.card')).length).toBeLessThanOrEqual(TEXT_LIMITS['zalo-bot']);
  });
});

type Life = { order: number[]; again?: boolean[]; days?: number[]; hasMarks?: boolean };

function rendered({ said, ask }: FormStep): string {
  return [...said, ask.text, ...ask.choices.map(({ label }, order) => `${order + 1}. ${tell(label)}`)]
    .map((each) => tell(each))
    .join('\n');
}

describe('the request for each kind of support', () => {
  const STATEMENTS = [
    'sản phẩm: chè khô',
    'xã Côn Minh',
    'HTX Tài Hoan',
    'liên hệ: Nông Thị Mai',
    '0900000001',
    '400tr',
  ];
  const WANTED = {
    ...{ product: 'chè khô', establishment: 'HTX Tài Hoan', 'legal-form': 'cooperative', phone: '0900000001' },
    'contact-name': 'Nông Thị Mai',
  };

  it.each(DETAILS)('told in any order and again makes the same dossier: $id', ({ id }) => {
    const need = needOf(id);
    const form = requestWithDetails(findProgramme(id) ?? supportRequest);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...STATEMENTS, need.said], { minLength: STATEMENTS.length + 1 }),
        fc.subarray(STATEMENTS),
        fc.boolean(),
        (order, again, hasMarks) => {
          const person = fillIn(form, {}, { tools });
          for (const each of [...order, ...again]) person.type(hasMarks ? each : fold(each));
          expect(plain(person.answers())).toMatchObject(plain({ need: need.id, ...WANTED }));
          expect(person.answers().commune).toMatchObject({ commune: 'Xã Côn Minh' });
          expect(person.at()).toBe(REVIEW);
        },
      ),
      { numRuns: 12 },
    );
  });
});

/** The option of a programme, and its label as it is typed. */
function needOf(programmeId: string): { id: string; said: string } {
  const question = supportRequest.form.questions.find(({ id }) => id === 'need');
  const options = question?.field.kind === 'choice' ? question.field.options : [];
  const option = options.find(({ wordsOf }) => wordsOf === `programmes:${programmeId}.request`);
  return { id: option?.id ?? '', said: tell({ key: `programmes:${programmeId}.request.option` }) };
}

describe.each(FORMS)('at every question of $id', ({ form }) => {
  it('nonsense is asked again twice, the second time with an example, and then an officer is offered', () => {
    const nonsense = fc.string({ unit: fc.constantFrom(...'?!@#%&*~^=<>|'), minLength: 1, maxLength: 12 });
    const ids = form.questions.filter(({ group }) => group === undefined || group.number === 1).map(({ id }) => id);
    for (const id of ids) {
      const standing = openAt(form, id);
      if (standing === undefined) continue;
      fc.assert(
        fc.property(nonsense, nonsense, nonsense, (first, second, third) => {
          const person = openAt(form, id) ?? standing;
          const steps = [person.type(first), person.type(second), person.type(third)];
          expect(person.at()).toBe(id);
          for (const step of steps) expect(keysOf(step).join()).toMatch(/register:(problem|photos)/);
          expect(
            steps.map(({ isStuck }) => isStuck),
            id,
          ).toEqual([false, false, true]);
          const hasExample = steps.map((step) => keysOf(step).includes('register:example'));
          expect(hasExample.slice(1), id).toEqual([true, false]);
        }),
        { numRuns: 4 },
      );
    }
  });

  it('a new version with other questions and options keeps every answer that still fits', () => {
    const person = fillIn(form, {}, { tools });
    for (const question of form.questions) {
      if (!applicableQuestions(form, person.answers()).includes(question)) continue;
      const given = answerTo(question);
      person.tap(question.id, '.edit');
      if ('photo' in given) person.photos(given.photo);
      else person.type(given.text);
    }
    const answers = person.answers();
    fc.assert(
      fc.property(fc.subarray(form.questions.map(({ id }) => id)), fc.boolean(), (gone, isFewer) => {
        const next: FormDefinition = {
          ...form,
          version: form.version + 1,
          questions: [
            { id: 'brand-new', field: { kind: 'text', maxLength: 40 } },
            ...form.questions
              .filter(({ id }) => !gone.includes(id))
              .map((each) => (isFewer ? withoutFirst(each) : each)),
          ],
        };
        const kept = fittingAnswers(next, answers);
        for (const [id, value] of Object.entries(answers)) {
          const question = next.questions.find((each) => each.id === id);
          const isChoice = question?.field.kind === 'choice' || question?.field.kind === 'choices';
          if (question === undefined || (isFewer && isChoice)) continue;
          expect(kept[id]).toEqual(value);
        }
        expect(Object.keys(kept).some((id) => gone.includes(id))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

function withoutFirst(question: Question): Question {
  const { field } = question;
  if (field.kind !== 'choice' && field.kind !== 'choices') return question;
  return { ...question, field: { ...field, options: field.options.slice(1) } };
}

/** Somebody who stands at a question; undefined when it is never asked by itself. */
function openAt(form: FormDefinition, id: string) {
  const question = form.questions.find((each) => each.id === id);
  if (question === undefined || question.isAside === true || question.group?.part === GONE) return undefined;
  const answers: Record<string, Answers[string]> = {};
  const { askIf } = question;
  if (askIf !== undefined && 'isOneOf' in askIf) {
    const by = form.questions.find((each) => each.id === askIf.questionId);
    const [option = ''] = askIf.isOneOf;
    answers[askIf.questionId] = by?.field.kind === 'choices' ? { optionIds: [option] } : option;
    if (by?.askIf !== undefined && 'isAnswered' in by.askIf) answers['filled-by'] = 'family';
  }
  if (askIf !== undefined && 'isAnswered' in askIf) answers['filled-by'] = 'family';
  // So dear that the sum hangs on what it is.
  if (id === 'equipment-kind') answers.price = { minVnd: 900_000_000, maxVnd: 900_000_000 };
  const person = fillIn(form, answers, { tools });
  if (form.order === 'any') person.tap(id, '.edit');
  else {
    const before = form.questions.slice(0, form.questions.indexOf(question)).filter((each) => each.isAside !== true);
    for (const each of before) {
      const given = answerTo(each);
      if (!('text' in given) || answers[each.id] !== undefined) continue;
      const reading = readField(form, each, given.text, tools);
      if (reading.kind === 'value') answers[each.id] = reading.value;
    }
    return fillIn(form, answers, { tools });
  }
  return person;
}
