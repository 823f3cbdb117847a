import { describe, expect, it } from 'vitest';
import { readAmountQuestion } from '../../../core/answers/asking/amount-question.ts';
import { readClauses } from '../../../core/answers/asking/read-clauses.ts';
import { splitSyllables } from '../../../core/answers/typing/syllables.ts';
import { fold } from '../../../core/text/fold.ts';
import { slipOnce } from '../../support/slip-once.ts';

function isComputed(text: string): boolean {
  const typed = splitSyllables(text);
  const isAccented = typed.some(({ exact, folded }) => exact !== folded);
  return readAmountQuestion(readClauses(text), isAccented)?.isSure === true;
}

const PRICES = [
  'máy sấy 400tr được hỗ trợ bao nhiêu',
  'em mua máy sấy chè giá 350 triệu thì được hỗ trợ bao nhiêu ạ',
  'máy nghiền bột 120 triệu nhà nước cho bao nhiêu',
  'tui mua máy ép dầu lạc hết 80 triệu thì được mấy đồng',
  'dây chuyền miến dong 1 tỷ 2 được bao nhiêu',
  'nhà em định mua máy đóng gói 95tr dc ht bn',
  'chào ad, em muốn mua máy hút chân không 60 triệu thì được hỗ trợ bao nhiêu vậy ạ',
  'máy cnc khắc gỗ giá 700 triệu được hỗ trợ thế nào',
  'hợp tác xã mua dây chuyền sản xuất bún khô 1,5 tỷ được bao nhiêu tiền',
  'làm mô hình trình diễn hết 2 tỷ được bao nhiêu',
  'máy rang cà phê khoảng 220 triệu được hỗ trợ bao nhiêu',
  'tủ sấy lạnh 160 triệu thì được nhiêu',
  'lò sấy gỗ 300 triệu xin được bao nhiêu',
  'nồi hơi 250 triệu nhà nước hỗ trợ bao nhiêu',
  'mua máy chưng cất tinh dầu quế 180 triệu thì được hỗ trợ bao nhiêu',
  'cho em hỏi máy cắt sắt 450 triệu được hỗ trợ bao nhiêu',
  'máy thêu công nghiệp 500 triệu được bao nhiêu',
  'máy tráng bánh giá 75 triệu được hỗ trợ bao nhiêu phần trăm',
  'xưởng em đầu tư máy xẻ gỗ 600 triệu thì được bao nhiêu',
  'bác mua máy chế biến chè 400 triệu được hỗ trợ bao nhiêu hả cháu',
  'máy đóng chai nước mắm 320 triệu được mấy trăm triệu',
  'dây chuyền đóng chai 900 triệu thì sao',
  'mua máy ba trăm triệu được bao nhiêu',
  'máy sao chè tám mươi triệu được hỗ trợ bao nhiêu',
  'máy hàn laser 130 triệu được hỗ trợ bao nhiêu ở Lai Châu',
  'thiết bị sấy thăng hoa 1 tỷ được bao nhiêu vậy',
  'mua máy nghiền gỗ làm viên nén 800 triệu được hỗ trợ bao nhiêu',
  'mô hình 3 tỷ được bao nhiêu',
];

// Nobody said that the sum is the price of a machine for making goods.
const GUARDED = [
  'nghe nói máy sấy được hỗ trợ 200 triệu',
  'nghe nói máy sấy 200 triệu được hỗ trợ bao nhiêu',
  'hỗ trợ máy tối đa 300 triệu được bao nhiêu',
  'tối đa 300 triệu một máy được hỗ trợ thế nào',
  'văn bản ghi máy 300 triệu thì được hỗ trợ bao nhiêu',
  'quyết định ghi mua máy 250 triệu được hỗ trợ bao nhiêu',
  'bà con bảo máy 150 triệu thì được bao nhiêu',
  'thấy trên mạng máy sấy 200 triệu được bao nhiêu',
  'tui đọc báo thấy mô hình 500 triệu được bao nhiêu',
  'máy sấy đã qua sử dụng 400 triệu được bao nhiêu',
  'máy sấy thanh lý 400 triệu được hỗ trợ bao nhiêu',
  'sản xuất sạch hơn mua máy 400 triệu được bao nhiêu',
  'máy 400 triệu theo sản xuất sạch hơn thì được bao nhiêu',
  'máy này huyện đã cho 100 triệu giờ được hỗ trợ bao nhiêu nữa',
  'máy sấy năm ngoái nhận 150 triệu rồi giờ được bao nhiêu',
  'dự án khác đã hỗ trợ máy 200 triệu thì được bao nhiêu',
  'mua máy ở điện máy xanh 20 triệu được hỗ trợ bao nhiêu',
  'mua tủ lạnh và máy ở siêu thị 30 triệu được bao nhiêu',
  'máy hút bụi 10 triệu được hỗ trợ bao nhiêu',
  'máy sấy tóc gia đình 2 triệu được bao nhiêu',
  'vay 400 triệu mua máy được hỗ trợ bao nhiêu',
  'tôi có 200 triệu muốn mua máy được bao nhiêu',
  'máy 400 triệu phải đối ứng bao nhiêu',
  'thuê máy 50 triệu được hỗ trợ bao nhiêu',
  'doanh thu máy 400 triệu được bao nhiêu',
  'hỗ trợ máy 300 triệu',
];

const LETTERS = [...'abdeghiklmnoprstuvxy'];

/** Every text that one spoilt letter makes: left out, typed twice, swapped, or another one. */
function spoilEachLetter(text: string): string[] {
  const letters = [...text];
  return letters.flatMap((letter, at) => {
    if (!/\p{L}/u.test(letter)) return [];
    const put = (...other: string[]): string => letters.toSpliced(at, 1, ...other).join('');
    const next = letters[at + 1];
    const swapped = next === undefined ? [] : [letters.toSpliced(at, 2, next, letter).join('')];
    return [put(), put(letter, letter), ...swapped, ...LETTERS.map((other) => put(other))];
  });
}

// One letter makes another true sentence of these: "mua máy".
const NEAR = ['sửa máy 50 triệu được hỗ trợ bao nhiêu', 'vay mua máy 400 triệu được hỗ trợ bao nhiêu'];

describe('a sum', () => {
  it.each([
    { typing: 'as typed', spoil: (text: string) => text },
    { typing: 'without accents', spoil: fold },
  ])('is computed for at least 93 % of the prices of machines, $typing', ({ spoil }) => {
    const missed = PRICES.map(spoil).filter((text) => !isComputed(text));
    console.log(
      'not computed',
      missed,
      'with a slip',
      PRICES.filter((text) => isComputed(slipOnce(spoil(text)))).length,
    );
    expect(missed.length / PRICES.length).toBeLessThanOrEqual(0.07);
  });

  it.each([...NEAR, ...NEAR.map(fold)])('is not computed: %s', (text) => {
    expect(isComputed(text)).toBe(false);
  });

  it.each([...GUARDED, ...GUARDED.map(fold)])('is not computed: %s', (text) => {
    expect(isComputed(text)).toBe(false);
  });

  it('is computed of few of these sentences when any one letter is spoilt: at most 2 %', () => {
    const spoilt = [...GUARDED, ...GUARDED.map(fold)].flatMap(spoilEachLetter);
    const computed = spoilt.filter(isComputed);
    console.log(`${computed.length} of ${spoilt.length} spoilt sentences computed`);
    expect(computed.length / spoilt.length).toBeLessThanOrEqual(0.02);
  });
});
