import { describe, expect, it } from 'vitest';
import { readField } from '../../../core/forms/fields/read-field.ts';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { answerWords } from '../../../core/forms/form-words.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { tools as clubTools } from './tennis-club.ts';

const tell = (saying: Saying) => say(wordsFor('vi'), 'vi', saying);
const tools = { ...clubTools, places: await loadPlaces(), say: tell };
const machines = formOf('advanced-equipment');
const model = formOf('technical-demonstration-model');
const packaging = formOf('packaging-consulting');

/** What is understood, as it is told back; "?" before what is asked back first, "–" for what was not understood. */
function understood(form: FormDefinition, questionId: string, text: string): string {
  const question = form.questions.find(({ id }) => id === questionId);
  if (question === undefined) throw new Error(questionId);
  const reading = readField(form, question, text, tools);
  switch (reading.kind) {
    case 'unread':
      return '–';
    case 'choose':
      return `? ${reading.options.map(({ label }) => tell(label)).join(' | ')}`;
    default: {
      const words = tell(answerWords(form, question, reading.value));
      const warned = reading.kind === 'value' && reading.warning !== undefined ? ' (!)' : '';
      return `${reading.kind === 'confirm' ? '? ' : ''}${words}${warned}`;
    }
  }
}

describe('money', () => {
  it.each([
    ['1ty2', '1,2 tỷ đồng'],
    ['300tr', '300 triệu đồng'],
    ['ba trăm rưỡi triệu', '350 triệu đồng'],
    ['khoảng 2-3 trăm', 'từ 200 đến 300 triệu đồng'],
    ['1tỷ3', '1,3 tỷ đồng'],
    ['1 tỏi rưỡi', '1,5 tỷ đồng'],
    ['hai trăm củ', '200 triệu đồng'],
    ['200 củ', '200 triệu đồng'],
    ['dưới 500tr', '500 triệu đồng'],
    ['chừng trăm rưởi triệu', '? 150 triệu đồng'],
    ['450 triệu chẵn', '450 triệu đồng'],
    ['2 tỉ 350 triệu', '2,35 tỷ đồng'],
    ['tầm 3 trăm tr', '300 triệu đồng'],
    ['80-100 củ', 'từ 80 đến 100 triệu đồng'],
    ['400.000.000 vnđ', '400 triệu đồng'],
    ['400 000 000', '400 triệu đồng'],
    ['300 triệu đồng chẵn nhé', '300 triệu đồng'],
    ['vài trăm', '–'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(supportRequest.form, 'price', text)).toBe(expected);
  });
});

describe('when', () => {
  it.each([
    ['15/8', 'ngày 15/8/2027'],
    ['cuối tháng sau', 'cuối tháng 12/2026'],
    ['sau Tết', '? tháng 2/2027 | tháng 3/2027'],
    ['sau tet', '? tháng 2/2027 | tháng 3/2027'],
    ['ra giêng', '? tháng 2/2027 | tháng 3/2027'],
    ['trước Tết', '? tháng 12/2026 | tháng 1/2027'],
    ['sang tháng', 'tháng 12/2026'],
    ['sang tháng 3', 'tháng 3/2027'],
    ['đầu tháng 3', 'đầu tháng 3/2027'],
    ['tháng 3 hoặc tháng 4', 'từ tháng 3 đến tháng 4/2027'],
    ['quý 1 năm sau', 'từ tháng 1 đến tháng 3/2027'],
    ['hè năm sau', 'từ tháng 6 đến tháng 8/2027'],
    ['cuối năm nay', 'từ tháng 11 đến tháng 12/2026'],
    ['tháng mười hai', 'tháng 12/2026'],
    ['15-8-2027', 'ngày 15/8/2027'],
    ['khi nào có tiền', '–'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(machines, 'when', text)).toBe(expected);
  });
});

describe('a phone', () => {
  it.each([
    ['01651234567', '? 0351 234 567'],
    ['0120 123 4567', '? 0701 234 567'],
    ['01231234567', '? 0831 234 567'],
    ['0186.123.4567', '? 0561 234 567'],
    ['+84 900 000 001', '0900 000 001'],
    ['84900000001', '0900 000 001'],
    ['900000001', '? 0900 000 001'],
    ['09 00 00 00 01', '0900 000 001'],
    ['o900000001', '0900 000 001'],
    ['sđt em là 0900000001 ạ', '0900 000 001'],
    ['0900-000-001', '0900 000 001'],
    ['không chín không không không không không không không một', '0900 000 001'],
    ['090000000', '–'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(supportRequest.form, 'phone', text)).toBe(expected);
  });
});

describe('a tax code', () => {
  it.each([
    ['0123456787', '0123456787'],
    ['0123456788', '0123456788 (!)'],
    ['0123456787-001', '0123456787-001'],
    ['0123456787 001', '0123456787-001'],
    ['mst: 0123 456 787', '0123456787'],
    ['001200000001', '•••• •••• 0001'],
    ['012345678', '–'],
    ['chưa có', 'Chưa có, hoặc để cán bộ hỏi sau'],
    ['ko nhớ', 'Chưa có, hoặc để cán bộ hỏi sau'],
  ])('"%s" is %s; a check digit that fails only warns', (text, expected) => {
    expect(understood(machines, 'tax-code', text)).toBe(expected);
  });
});

describe('a count', () => {
  it.each([
    ['5', '5 người'],
    ['khoảng 5-7', 'từ 5 đến 7 người'],
    ['hai vợ chồng', '2 người'],
    ['mười lăm người', '15 người'],
    ['5 người, cả em', '5 người'],
    ['chừng chục người', '10 người'],
    ['hơn 10 lao động', '10 người'],
    ['vợ chồng với 2 đứa con', '? 4 người'],
    ['có mỗi mình em', '1 người'],
    ['chỉ mình tôi', '1 người'],
    ['vài người', '–'],
    ['đông lắm', '–'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(machines, 'workers', text)).toBe(expected);
  });
});

describe('a share', () => {
  it.each([
    ['70%', '70%'],
    ['bảy mươi phần trăm', '70%'],
    ['một nửa', '50%'],
    ['2/3', '67%'],
    ['60-70', 'từ 60% đến 70%'],
    ['tất cả', '100%'],
    ['toàn bộ mua trong tỉnh', '100%'],
    ['khoảng 80 phần trăm', '80%'],
    ['phần lớn', '–'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(model, 'local-materials', text)).toBe(expected);
  });
});

describe('a choice by its number, its words or a part of them', () => {
  it.each([
    ['2', 'Hợp tác xã'],
    ['số 2', 'Hợp tác xã'],
    ['cái thứ hai', 'Hợp tác xã'],
    ['htx', 'Hợp tác xã'],
    ['hop tac', '? Hợp tác xã | Tổ hợp tác'],
    ['kinh doanh', 'Hộ kinh doanh'],
    ['cty tnhh', 'Doanh nghiệp'],
    ['chưa đki', 'Chưa đăng ký'],
    ['nhà làm thôi chưa có giấy gì', 'Chưa đăng ký'],
    ['6', '–'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(supportRequest.form, 'legal-form', text)).toBe(expected);
  });
});

describe('several choices at once', () => {
  it.each([
    ['1,3 và 4', [1, 3, 4]],
    ['1 3 4', [1, 3, 4]],
    ['134', [1, 3, 4]],
    ['1-3', [1, 2, 3]],
    ['cả 1 lẫn 2', [1, 2]],
    ['bao bì với tem nhãn', [1, 2]],
    ['tat ca', [1, 2, 3, 4, 5, 6]],
    ['hai cái đầu', [1, 2]],
    ['tất cả trừ 5', [1, 2, 3, 4, 6]],
    ['quản lý', [4]],
    ['so sach', [4]],
  ])('"%s"', (text, numbers) => {
    const question = packaging.questions.find(({ id }) => id === 'pack-topics');
    const options = question?.field.kind === 'choices' ? question.field.options.map(({ id }) => id) : [];
    const reading = question === undefined ? undefined : readField(packaging, question, text, tools);
    const optionIds = numbers.flatMap((number) => options[number - 1] ?? []);
    expect(reading).toEqual({ kind: 'value', value: { optionIds } });
  });
});

describe('a name', () => {
  it.each([
    ['em là nguyễn thị hoa ạ', 'Nguyễn Thị Hoa'],
    ['NONG THI MAI', 'Nong Thi Mai'],
    ['gặp anh Hùng', 'anh Hùng'],
    ['liên hệ chị Lan nhé', 'chị Lan'],
    ['Lò Thị Páo', 'Lò Thị Páo'],
    ['chồng em', '–'],
    ['giám đốc', '–'],
    ['0900000001', '–'],
  ])('"%s" is %s', (text, expected) => {
    expect(understood(supportRequest.form, 'contact-name', text)).toBe(expected);
  });
});

function formOf(id: string): FormDefinition {
  const details = findProgramme(id)?.details;
  if (details === undefined) throw new Error(id);
  return details;
}
