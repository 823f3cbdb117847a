import { describe, expect, it } from 'vitest';
import { findQuestion } from '../../../core/forms/form.ts';
import { choicesValue, findFittingValue } from '../../../core/forms/values.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';

const told = (id: string, text: string) =>
  PROGRAMMES.find((programme) => programme.id === id)?.readWish?.(text, { hasPrice: false }) ?? {};

describe('what a wish tells of the details', () => {
  it.each([
    ['trade-fair', 'ben em muon di hoi cho o trung quoc', { 'fair-where': 'abroad' }],
    ['trade-fair', 'cho em đi hội chợ Hà Nội tháng 12', { 'fair-where': 'country' }],
    ['trade-fair', 'đi hội chợ, bà lão nhà em làm miến', {}],
    ['trade-fair', 'hội chợ trong tỉnh hay Hà Nội cũng được', {}],
    ['artisan', 'mẹ tôi là nghệ nhân ưu tú', { 'artisan-title': 'meritorious' }],
    ['cluster-environment', 'xưởng bún của em muốn làm bể xử lý nước thải', { 'cluster-what': 'own-treatment' }],
    ['cluster-environment', 'muốn di dời xưởng', { 'cluster-what': 'moving' }],
    ['cluster-environment', 'xin tiền làm đường vào cụm công nghiệp', { 'cluster-what': 'infrastructure' }],
    ['cluster-environment', 'xin chuyển xưởng vào cụm', { 'cluster-what': 'moving' }],
    ['showroom-digital', 'làm website bán chè', { 'digital-what': { optionIds: ['website'] } }],
    ['showroom-digital', 'phòng trưng bày, bán hàng qua mạng', {}],
    ['showroom-digital', 'làm phòng bày hàng với bán tiktok', {}],
    ['showroom-digital', 'bán hàng trên mạng', { 'digital-what': { optionIds: ['online'] } }],
    ['trademark', 'đăng ký nhãn hiệu tập thể cho cả làng', { 'mark-kind': 'collective' }],
    ['trademark', 'công ty muốn có logo riêng', { 'mark-kind': 'own' }],
    [
      'cleaner-production',
      'sản xuất sạch hơn, giảm nước thải với đỡ tốn than',
      { 'clean-aims': { optionIds: ['energy', 'water'] } },
    ],
    ['cleaner-production', 'sản xuất sạch cho khỏi phiền ông Bùi', {}],
    [
      'packaging-consulting',
      'thiết kế bao bì với tem cho mắm',
      { 'pack-topics': { optionIds: ['packaging', 'labels'] } },
    ],
    ['technical-demonstration-model', 'làm mô hình sản phẩm mới', { 'model-kind': 'new-product' }],
    ['technical-demonstration-model', 'mô hình trình diễn công nghệ mới, sản phẩm mới', {}],
  ])('%s of "%s" is kept, and what may be two things is not', (id, text, answers) => {
    expect(told(id, text)).toEqual(answers);
    const details = PROGRAMMES.find((programme) => programme.id === id)?.details;
    for (const [question, value] of Object.entries(told(id, text))) {
      const asked = details && findQuestion(details, question);
      const fits = asked && (choicesValue.safeParse(value).success || findFittingValue(asked, value) !== undefined);
      expect(fits, question).toBe(true);
    }
  });
});
