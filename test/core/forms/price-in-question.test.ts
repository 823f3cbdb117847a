import { describe, expect, it } from 'vitest';
import { findPriceInQuestion } from '../../../core/forms/price-in-question.ts';

describe('a price that stands in a question', () => {
  it.each([
    ['may nay 30 trieu, duoc bao nhieu?', '30 trieu', true],
    ['gia 250tr thi nha nuoc cho bao nhieu a', '250tr', true],
    ['khoảng 300-400 triệu được bao nhiêu', 'khoang 300-400 trieu', true],
    ['1 tỷ 2 thì được hỗ trợ bao nhiêu phần trăm', '1 ty 2', true],
    ['máy 1tr5 được bao nhiêu', '1tr5', true],
    ['máy 30 triệu 3 cái được bao nhiêu', '30 trieu', false],
    ['em mua máy sấy 400tr dc bao nhiêu', '400tr', false],
  ])('is found in "%s"', (text, said, isAlone) => {
    expect(findPriceInQuestion(text)).toEqual({ said, isAlone });
  });

  it.each([
    'nếu máy 500 triệu thì được bao nhiêu',
    'hàng xóm mua máy 200 triệu được bao nhiêu',
    'máy 200 triệu với bao bì 30 triệu được bao nhiêu',
    'tối đa 300 triệu phải không',
    'được bao nhiêu',
    'mã 0123456787 đúng không',
  ])('is none of theirs in "%s"', (text) => {
    expect(findPriceInQuestion(text)).toBeUndefined();
  });
});
