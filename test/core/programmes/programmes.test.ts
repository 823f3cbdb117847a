import { describe, expect, it } from 'vitest';
import { PHOTOS } from '../../../core/applications/photos.ts';
import { answerForm } from '../../../core/forms/answer-form.ts';
import { applicableQuestions } from '../../../core/forms/applicable-questions.ts';
import { askForm } from '../../../core/forms/ask-form.ts';
import type { FormDefinition, Question } from '../../../core/forms/form.ts';
import { EDIT, ENOUGH, KEEP, LATER, SKIP, SUBMIT } from '../../../core/forms/form-choice.ts';
import {
  askWords,
  exampleWords,
  guideWords,
  labelWords,
  menuAskWords,
  menuWords,
  optionWords,
  skipWords,
} from '../../../core/forms/form-words.ts';
import { GONE, MORE, YES } from '../../../core/forms/group.ts';
import { openForm } from '../../../core/forms/open-form.ts';
import { type Answers, fittingAnswers } from '../../../core/forms/values.ts';
import { findProgramme, PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { type Locale, wordsFor } from '../../../locales/words.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const tools = { ...clubTools, say: (saying: Parameters<typeof clubTools.say>[0]) => say(wordsFor('vi'), 'vi', saying) };

const optionsOf = ({ field }: Question) => (field.kind === 'choice' || field.kind === 'choices' ? field.options : []);
const menuOf = ({ field }: Question) => (field.kind === 'choice' ? (field.menu ?? []) : []);

/** The question that these answers lead to, answered with a text. */
function answer(form: FormDefinition, questionId: string, text: string, answers: Answers = {}) {
  const state = { at: questionId, misses: 0, serial: 0, isEditing: false };
  return answerForm({ form, state, answers, tools, input: { kind: 'text', text } });
}

/** As the answer of its question: one option of several is a list of one. */
const ofQuestion = ({ field }: Question, option: string) =>
  field.kind === 'choices' ? { optionIds: [option] } : option;

/** With these the question is asked. */
function leadingTo(form: FormDefinition, { askIf }: Question): Answers {
  const more = form.questions.filter(({ group }) => group?.part === MORE).map(({ id }) => [id, YES]);
  const answers = Object.fromEntries(more);
  if (askIf === undefined || 'isNoneOf' in askIf) return answers;
  if ('isAnswered' in askIf && !askIf.isAnswered) return answers;
  if ('holds' in askIf) return { ...answers, price: { minVnd: 1_000_000_000, maxVnd: 1_000_000_000 } };
  const value = 'isOneOf' in askIf ? (askIf.isOneOf[0] ?? '') : { optionIds: ['other'] };
  return { ...answers, [askIf.questionId]: value };
}

it.each(PROGRAMMES)('the programme $id is found by its id', (programme) => {
  expect(findProgramme(programme.id)).toBe(programme);
});

const FORMS = [
  ...new Set(PROGRAMMES.flatMap(({ form, details }) => (details === undefined ? [form] : [form, details]))),
];

describe.each(FORMS)('the form $id', (form) => {
  it('has each id once, and none that is taken', () => {
    const ids = form.questions.map(({ id }) => id);
    // What a migration takes over from is never used again.
    const given = (form.migrations ?? []).flatMap(({ questions = {} }) => Object.keys(questions));
    expect(ids.filter((id) => given.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(PHOTOS);
    for (const question of form.questions) {
      const options = optionsOf(question).map(({ id }) => id);
      expect(new Set(options).size).toBe(options.length);
    }
  });

  it.each<Locale>(['vi', 'en'])('has all its words in %s', (locale) => {
    const tell = (saying: Parameters<typeof say>[2]) => say(wordsFor(locale), locale, saying);
    for (const question of form.questions) {
      expect(tell(askWords(form, question, {}))).toMatch(/\S/);
      expect(tell(labelWords(form, question))).toMatch(/\S/);
      expect(tell(exampleWords(form, question))).toMatch(/\S/);
      if (question.skip !== undefined) expect(tell(skipWords(form, question))).toMatch(/\S/);
      for (const { id } of optionsOf(question)) expect(tell(optionWords(form, question, id))).toMatch(/\S/);
      for (const { id, options, isGuide } of menuOf(question)) {
        expect(tell(menuWords(form, question, id))).toMatch(/\S/);
        expect(tell(menuAskWords(form, question, id))).toMatch(/\S/);
        for (const option of isGuide ? options : []) expect(tell(guideWords(form, question, option))).toMatch(/\S/);
      }
      for (const { id } of optionsOf(question)) expect(tell(askWords(form, question, { need: id }))).toMatch(/\S/);
      const { kind } = question.field;
      expect(tell({ key: `register:another.${kind}` })).toMatch(/\S/);
      expect(tell({ key: `register:again.${kind}` })).toMatch(/\S/);
    }
  });

  it('reads each of its own labels, examples of choices and skips back, with and without marks', () => {
    for (const question of form.questions.filter(({ group }) => group?.part !== GONE)) {
      const answers = leadingTo(form, question);
      for (const { id } of optionsOf(question).filter(({ isKeptOnly }) => isKeptOnly !== true)) {
        const label = tools.say(optionWords(form, question, id));
        for (const text of [label, fold(label), label.toUpperCase(), label.normalize('NFD')]) {
          expect(answer(form, question.id, text, answers).changes, text).toMatchObject([
            { value: ofQuestion(question, id) },
          ]);
        }
      }
      if (question.skip === undefined) continue;
      const skip = tools.say(skipWords(form, question));
      expect(answer(form, question.id, fold(skip), answers).changes).toMatchObject([{ value: { isSkipped: true } }]);
    }
  });

  it('fits every button into 64 bytes', () => {
    for (const question of form.questions) {
      const options = [
        ...optionsOf(question).map(({ id }) => id),
        KEEP,
        SKIP,
        EDIT,
        SUBMIT,
        LATER,
        ENOUGH,
        '.pick.999.99',
        '.yes.999',
      ];
      const topic = form.order === 'any' ? 'details' : 'register';
      for (const option of options) {
        const key = `${topic}:answer:${form.id}.99.abcd:${question.id}:${option}`;
        expect(new TextEncoder().encode(key).length, key).toBeLessThanOrEqual(64);
      }
    }
  });
});

describe('the support request', () => {
  const { form } = supportRequest;

  it('counts at most eight questions', () => {
    for (const need of ['machinery', 'trademark', 'typical-product', 'other']) {
      const asked = applicableQuestions(form, { need, also: { optionIds: ['fair'] } });
      expect(asked.filter(({ isAside }) => isAside !== true).length).toBeLessThanOrEqual(8);
    }
  });

  it('asks by ids that dossiers have been kept with', () => {
    expect(form.questions.map(({ id }) => id)).toEqual([
      'need',
      'also',
      'filled-by',
      'owner-consent',
      'owner-name',
      'owner-phone',
      'product',
      'commune',
      'establishment',
      'legal-form',
      'contact-name',
      'phone',
      'price',
    ]);
  });

  it('numbers the first question', () => {
    const { ask } = openForm({ form, answers: {} });
    expect(tools.say(ask.text)).toBe('Câu 1/8: Anh/chị cần hỗ trợ việc gì? Gõ số, hoặc gõ bằng lời.');
  });

  it('words the price by what is needed', () => {
    const state = { at: 'price', misses: 0, serial: 0, isEditing: false };
    const asked = (need: string) => tools.say(askForm({ form, answers: { need } }, state).text);
    expect(asked('machinery')).toBe('Câu 8/8: Anh/chị dự định mua máy khoảng bao nhiêu tiền?');
    expect(asked('other')).toBe('Câu 8/8: Anh/chị dự định làm việc này hết khoảng bao nhiêu tiền?');
  });

  it.each([
    ['tôi muốn mua máy sấy miến', 'machinery'],
    ['may dong goi', 'machinery'],
    ['lam mo hinh trinh dien', 'demonstration'],
    ['dang ky nhan hieu cho che', 'trademark'],
    ['in tem nhan', 'packaging'],
    ['bao bi', 'packaging'],
    ['di hoi cho ha noi', 'fair'],
    ['dao tao nghe cho lao dong', 'vocational-training'],
    ['làm phòng trưng bày', 'showroom'],
    ['ban hang qua mang', 'showroom'],
    ['sản xuất sạch hơn', 'cleaner-production'],
    ['muon mo cong ty', 'startup'],
    ['tap huan quan ly', 'management-training'],
    ['xu ly nuoc thai cho xuong bun', 'cluster'],
    ['dang ky san pham tieu bieu', 'typical-product'],
    ['nghe nhan dan chieu truc', 'artisan'],
    ['khác', 'other'],
  ])('"%s" needs %s', (text, need) => {
    const [first] = answer(form, 'need', text).changes;
    expect(first).toMatchObject({ questionId: 'need', value: need, raw: text });
  });

  it.each([
    ['tôi muốn mua máy đóng gói và làm bao bì', ['machinery', 'packaging']],
    ['lam nhan hieu, bao bi', ['trademark', 'packaging']],
    ['mua may say va di hoi cho voi lam tem nhan', ['machinery', 'fair', 'packaging']],
  ])('"%s" needs several, and nothing is asked back', (text, [need, ...optionIds]) => {
    expect(answer(form, 'need', text).changes).toMatchObject([
      { questionId: 'need', value: need },
      { questionId: 'also', value: { optionIds } },
    ]);
  });

  it('asks which is meant when two are named and nothing joins them', () => {
    const step = answer(form, 'need', 'mua máy đóng gói bao bì');
    expect(step.ask.choices.map(({ label }) => tools.say(label))).toEqual([
      'Mua máy móc, dây chuyền',
      'Làm bao bì, mẫu mã',
      'Cả hai',
      'Không có trong số này',
    ]);
  });

  it('takes the sum that was named with the need, and does not ask it again', () => {
    const step = answer(form, 'need', 'mua may say mien 400tr');
    expect(step.changes).toMatchObject([
      { questionId: 'need', value: 'machinery' },
      { questionId: 'price', value: { minVnd: 400_000_000, maxVnd: 400_000_000 } },
    ]);
    expect(tools.say(step.said[0] ?? '')).toBe('Đã ghi: Mua máy móc, dây chuyền · 400 triệu đồng.');
  });

  it.each(['chưa rõ lắm', '7', 'việc khác, hoặc chưa rõ'])('"%s" helps to find out by what is hard', (text) => {
    const labels = answer(form, 'need', text).ask.choices.map(({ label }) => tools.say(label));
    expect(labels).toContain('Khó bán, ít người biết');
    expect(labels).toContain('Việc khác, để cán bộ xem');
  });

  it('what was kept by the option of an earlier version is still told', () => {
    expect(fittingAnswers(form, { need: 'training' })).toEqual({ need: 'training' });
  });

  it.each([
    ['htx', 'cooperative'],
    ['hợp tác xã kiểu mới', 'cooperative'],
    ['cty tnhh', 'enterprise'],
    ['hộ kd', 'business-household'],
    ['tổ hợp tác', 'cooperative-group'],
    ['chưa đăng ký gì', 'unregistered'],
    ['hộ gia đình thôi', 'unregistered'],
  ])('"%s" is registered as %s', (text, legalForm) => {
    expect(answer(form, 'legal-form', text).changes).toMatchObject([{ value: legalForm }]);
  });

  it.each([
    ['toi ten la nguyen thi hoa', 'Nguyen Thi Hoa'],
    ['Chị Hoa', 'Chị Hoa'],
    ['em là Trần Văn Bình ạ', 'Trần Văn Bình'],
  ])('the contact of "%s" is %s', (text, name) => {
    expect(answer(form, 'contact-name', text).changes).toMatchObject([{ value: name, raw: text }]);
  });

  it.each([
    ['establishment', 'chưa có tên'],
    ['price', 'em chưa biết giá'],
    ['price', 'chua ro'],
  ])('%s may be left open by "%s"', (questionId, text) => {
    expect(answer(form, questionId, text).changes).toMatchObject([{ value: { isSkipped: true } }]);
  });
});
