import { describe, expect, it } from 'vitest';
import { prefill } from '../../../web/console/pages/questions/prefill.ts';

const read = (answer: string, question = 'phòng trưng bày được hỗ trợ bao nhiêu ??') =>
  prefill(question, answer, 'Trung tâm');

describe('what an article is filled in with', () => {
  it('title and question from what was asked', () => {
    expect(read('Có ạ.')).toMatchObject({
      title: 'Phòng trưng bày được hỗ trợ bao nhiêu',
      question: 'phòng trưng bày được hỗ trợ bao nhiêu ??',
    });
    expect(read('x', ` ${'rất dài '.repeat(80)}`).title.length).toBeLessThanOrEqual(120);
    expect(read('x', ` ${'rất dài '.repeat(80)}`).question.length).toBeLessThanOrEqual(300);
    expect(read('x', '')).toMatchObject({ title: '', question: '' });
  });

  it.each([
    ['Theo Thông tư 28/2018/TT-BTC, Điều 8, khoản 4: một nửa.', 'Thông tư 28/2018/TT-BTC', 'Điều 8, khoản 4'],
    ['Nghị quyết số 12/2026/NQ-HĐND quy định.', 'Nghị quyết số 12/2026/NQ-HĐND', ''],
    ['Điều 5 khoản 2 điểm a Quyết định 10/2025/QĐ-UBND.', 'Quyết định 10/2025/QĐ-UBND', 'Điều 5 khoản 2 điểm a'],
    ['Có ạ, một nửa giá máy.', 'Trung tâm', ''],
  ])('document and article from "%s"', (answer, document, article) => {
    expect(read(answer)).toMatchObject({ document, article });
  });

  it.each([
    ['Áp dụng từ 1/1/2027 đến hết ngày 31/12/2027.', '2027-01-01', '2027-12-31'],
    ['Kể từ ngày 5/2/2027 mới nhận.', '2027-02-05', ''],
    ['Từ 31/2/2027 thì không có ngày ấy.', '', ''],
    ['Không có ngày nào.', '', ''],
  ])('dates from "%s"', (answer, effectiveFrom, effectiveTo) => {
    expect(read(answer.replace('Từ', 'từ').replace('Kể từ', 'kể từ'))).toMatchObject({ effectiveFrom, effectiveTo });
  });
});
