import { describe, expect, it } from 'vitest';
import { answerForm } from '../../../core/forms/answer-form.ts';
import { readNameField } from '../../../core/forms/fields/text-fields.ts';
import { saysSlip } from '../../../core/forms/read-correction.ts';
import { FOR_ANOTHER_QUESTIONS } from '../../../core/programmes/for-another.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { tools } from './tennis-club.ts';

const { form } = supportRequest;

function answer(questionId: string, text: string, answers = {}) {
  const state = { at: questionId, misses: 0, serial: 0, isEditing: false };
  return answerForm({ form, state, answers, tools, input: { kind: 'text', text } }).changes;
}

describe('a word that looks like another one without its marks', () => {
  it.each(['cơ sở khác', 'cô Lan', 'cổ phần'])('"%s" is no yes of an owner', (text) => {
    expect(FOR_ANOTHER_QUESTIONS.map(({ id }) => id)).toContain('owner-consent');
    const kept = answer('owner-consent', text, { need: 'machinery', 'filled-by': 'family' });
    expect(kept.map(({ questionId }) => questionId)).not.toContain('owner-consent');
  });

  it.each(['lợn', 'lợn thịt', 'lon nước', 'lớn'])('"%s" takes nothing back', (text) => {
    expect(saysSlip(text)).toBe(false);
  });

  it.each(['lộn rồi', 'lon roi', 'nhầm rồi ạ', 'em ghi lộn'])('"%s" does', (text) => {
    expect(saysSlip(text)).toBe(true);
  });

  it('"anh Minh" is a name, "anh mình" is none', () => {
    expect(readNameField('anh Minh', { of: 'person' })).toMatchObject({ kind: 'value' });
    expect(readNameField('anh mình', { of: 'person' }).kind).toBe('unread');
  });
});

describe('a product', () => {
  it.each([
    ['em làm bún', 'bún'],
    ['dạ nhà em làm bún khô ạ', 'bún khô'],
    ['chuyen san xuat che', 'che'],
    ['làm miến dong với bún', 'miến dong với bún'],
    ['đan lát mây tre', 'đan lát mây tre'],
    ['da phong thuy', 'da phong thuy'],
    ['nhà em trồng chè', 'nhà em trồng chè'],
    ['miến dong, hộ nhà em', 'miến dong'],
    ['mien dong cua nha em a', 'mien dong'],
    ['chè của htx', 'chè của htx'],
  ])('is kept of "%s" without who makes it', (text, value) => {
    expect(answer('product', text, { need: 'machinery' })).toMatchObject([{ questionId: 'product', value }]);
  });

  it('is rather a knife than Mr Đào, while it is not known yet; Mr Đào Văn Lâm is somebody', () => {
    expect(answer('commune', 'dao phuc sen ren', { need: 'machinery' }).map(({ questionId }) => questionId)).toEqual(
      [],
    );
    expect(answer('commune', 'dao van lam', { need: 'machinery' })).toMatchObject([{ questionId: 'contact-name' }]);
  });
});

describe('a long number beside a wish', () => {
  it.each(['muốn làm nhãn hiệu, mst 4600123456', 'muốn làm nhãn hiệu mã số thuế 012345678901'])(
    '"%s" is no sum',
    (text) => {
      expect(answer('need', text).map(({ questionId }) => questionId)).not.toContain('price');
    },
  );

  it('is found in a story, and a number word alone ("ba tôi") is none', () => {
    const story =
      'Gia đình tôi làm nghề rèn dao từ thời ông nội, nay khách đặt nhiều mà búa tay không kịp, tôi muốn mua cái búa máy khoảng 150 triệu, nhờ trung tâm giúp';
    expect(answer('need', story)).toContainEqual(
      expect.objectContaining({ questionId: 'price', value: { minVnd: 150_000_000, maxVnd: 150_000_000 } }),
    );
    const mother = 'ba toi la nghe nhan det tho cam, muon mo lop truyen nghe';
    expect(answer('need', mother).map(({ questionId }) => questionId)).not.toContain('price');
  });

  it('with its zeros is one', () => {
    expect(answer('need', 'mua máy 1200000000')).toContainEqual(
      expect.objectContaining({ questionId: 'price', value: { minVnd: 1_200_000_000, maxVnd: 1_200_000_000 } }),
    );
  });
});
