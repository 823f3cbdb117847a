import { describe, expect, it } from 'vitest';
import { answerForm } from '../../../core/forms/answer-form.ts';
import { applicableQuestions } from '../../../core/forms/applicable-questions.ts';
import type { FormTools } from '../../../core/forms/fields/field-reading.ts';
import type { FormDefinition, Question } from '../../../core/forms/form.ts';
import { standAt } from '../../../core/forms/form-step.ts';
import { openForm } from '../../../core/forms/open-form.ts';
import type { Answers, AnswerValue } from '../../../core/forms/values.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools: FormTools = {
  ...clubTools,
  places: await loadPlaces(),
  nearProvinceCode: '19',
  say: (saying) => say(wordsFor('vi'), 'vi', saying),
};

/** What people type at a phone that tells nothing of any question. */
const NOTHING_TOLD = [
  ...[
    'dạ',
    'da',
    'vâng ạ',
    'vang',
    'ừ',
    'ok',
    'oke em',
    'ko',
    'không',
    'chưa',
    'có',
    'thôi',
    'để sau',
    'bỏ qua',
    '?',
    '???',
  ],
  ...[
    'là sao',
    'la sao',
    'vd?',
    'ví dụ',
    'gì cơ',
    'alo',
    'cô ơi',
    'em ơi',
    'hả',
    '👍',
    '😂😂',
    '❤️',
    '.',
    '...',
    'a',
    'k',
  ],
  ...['xong', 'xong rồi', 'hết', 'đúng', 'dung', 'sai', 'nhầm', 'sai rồi', 'gửi', 'gửi đi', 'mai', 'lát nữa', 'đợi tí'],
  ...[
    'chưa biết',
    'không rõ',
    'chưa tính',
    'chưa lần nào',
    'mai chụp',
    'để hỏi con đã',
    'giữ nguyên',
    'cảm ơn',
    'hihi',
    'uk',
  ],
];
/** What tells something, whatever was asked. */
const TOLD = [
  ...['0900000002', '0912 345 678', '500tr', '2 tỷ', '50%', 'tháng 5 năm sau', '12 người', 'xã Mỹ Phương', 'Ba Bể'],
  ...[
    'Trần Văn Nam',
    'HTX Đồng Tâm',
    'miến',
    'thêm cả bánh đa nữa',
    'hộ kinh doanh',
    'mst 0100109106',
    '1',
    '2',
    '9',
    '99',
  ],
];

function valueFor({ field }: Question): AnswerValue {
  switch (field.kind) {
    case 'choice':
      return field.options[0]?.id ?? '';
    case 'choices':
      return { optionIds: field.options.slice(0, 1).map(({ id }) => id) };
    case 'money':
      return { minVnd: 400_000_000, maxVnd: 400_000_000 };
    case 'count':
      return { minCount: 5, maxCount: 5 };
    case 'percent':
      return { minPercent: 70, maxPercent: 70 };
    case 'when':
      return { fromMonth: '2027-03', toMonth: '2027-03' };
    case 'photos':
      return { fileIds: ['photo'] };
    case 'place':
      return {
        ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
        legacyAddressText: 'Côn Minh',
      };
    case 'phone':
      return '0900000001';
    case 'tax-code':
      return '0123456787';
    case 'name':
      return field.of === 'person' ? 'Nguyễn Thị Hoa' : 'HTX Tài Hoan';
    case 'text':
      return 'chè khô';
  }
}

/** Every question answered that applies, but for the one that is open. */
function filled(form: FormDefinition, open: string): Answers {
  let answers: Record<string, AnswerValue> = {};
  for (const _ of form.questions) {
    const next = applicableQuestions(form, answers).find(
      ({ id, group }) => answers[id] === undefined && id !== open && group === undefined,
    );
    if (next === undefined) break;
    answers = { ...answers, [next.id]: valueFor(next) };
  }
  return answers;
}

const FORMS = [supportRequest.form, ...PROGRAMMES.flatMap(({ details }) => details ?? [])];

describe('every short thing that people type, at every open question', () => {
  it.each(FORMS.map((form) => [form.id, form] as const))(
    'has an answer that asks something, and changes no answer given before without telling it: %s',
    (_id, form) => {
      for (const question of form.questions.filter(({ isAside, group }) => isAside !== true && group === undefined)) {
        const answers = filled(form, question.id);
        if (!applicableQuestions(form, answers).some(({ id }) => id === question.id)) continue;
        const state = standAt(openForm({ form, answers }).state, question.id);
        for (const text of [...NOTHING_TOLD, ...TOLD]) {
          const step = answerForm({ form, answers, state, tools, input: { kind: 'text', text } });
          const where = `"${text}" at ${question.id}`;
          expect(tools.say(step.ask.text), where).toMatch(/\p{L}/u);
          const changed = step.changes.filter(
            ({ questionId, value }) =>
              questionId !== question.id &&
              answers[questionId] !== undefined &&
              JSON.stringify(answers[questionId]) !== JSON.stringify(value),
          );
          if (changed.length === 0) continue;
          expect(NOTHING_TOLD, where).not.toContain(text);
          expect(
            step.said.map((saying) => (typeof saying === 'string' ? saying : saying.key)),
            where,
          ).toContain('register:noted');
        }
      }
    },
  );
});
