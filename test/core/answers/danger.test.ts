import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DANGERS, findDanger, numbersFor } from '../../../core/answers/asking/danger.ts';
import { fold } from '../../../core/text/fold.ts';

describe('a cry for help', () => {
  it.each([
    ['cứu với chồng em đánh em', 'violence'],
    ['chồng em lại đánh đập em', 'violence'],
    ['bố cháu đang đánh mẹ con em', 'violence'],
    ['em bị chồng đánh đập', 'violence'],
    ['tôi bị chủ nợ dọa giết', 'violence'],
    ['con em bị thầy đánh đập', 'child'],
    ['em muốn chết', 'despair'],
    ['em muốn chết quá ad ơi', 'despair'],
    ['tôi không muốn sống nữa', 'despair'],
    ['cháy nhà', 'fire'],
    ['cháy nhà rồi cứu với', 'fire'],
    ['nhà em đang cháy', 'fire'],
    ['nhà em bị lũ', 'flood'],
    ['nhà tôi đang bị ngập lụt', 'flood'],
    ['lũ quét rồi', 'flood'],
    ['máy cuốn tay thợ rồi', 'injury'],
    ['máy cán vào tay', 'injury'],
    ['chồng em bị điện giật', 'injury'],
    ['con em uống nhầm thuốc trừ sâu', 'injury'],
    ['cứu với', 'call'],
    ['cứu em với ạ', 'call'],
  ] as const)('"%s" is heard as %s, with or without marks', (text, danger) => {
    expect([findDanger(text), findDanger(fold(text)), findDanger(text.normalize('NFD'))]).toEqual([
      danger,
      danger,
      danger,
    ]);
  });

  it('of which the marks say all is heard only with them: "tự tử", not "từ từ"; "cháy rồi", not "chạy rồi"', () => {
    const heard = (...texts: string[]) => texts.map((text) => findDanger(text));
    expect(heard('em muốn tự tử', 'em muốn từ từ', 'em muon tu tu')).toEqual(['despair', undefined, undefined]);
    expect(heard('xưởng cháy rồi', 'xưởng chạy rồi', 'xuong chay roi')).toEqual(['fire', undefined, undefined]);
  });

  it.each([
    ...['máy bị cháy', 'cháy máy rồi', 'chết máy giữa chừng', 'máy đánh bóng', 'thuê người đánh máy', 'lò giết mổ'],
    ...['bảo hiểm cháy nổ xưởng mua ở đâu', 'cháy xưởng có được hỗ trợ không', 'nhà xưởng chạy 2 ca', 'xưởng chạy rồi'],
    ...['năm ngoái nhà em bị lũ', 'nhà em bị lũ cuốn máy sấy', 'lũ cuốn mất máy nhà nước có đền không'],
    ...['chồng em dành tiền mua máy', 'chồng em đánh cá', 'em bị hàng xóm đánh giá một sao', 'em đánh bóng gỗ'],
    ...['làm mệt muốn chết mà không lãi', 'nóng muốn chết', 'lợn chết nhiều quá', 'em muốn chết máy thì sao'],
    ...['cứu em với, em điền sai phiếu', 'giúp em với', 'nghề này không muốn sống bằng nó', 'bạo hành phạt bao nhiêu'],
    ...['máy cắt tay', 'tai nạn lao động ai đền', 'máy dập đầu', 'cửa hàng bị cướp khách', 'muốn chế biến chè'],
    ...['anh đánh máy giúp em', 'bình chữa cháy', 'nhà em chạy máy xay', 'bếp than', 'em muốn chết tên sản phẩm'],
    ...['chồng tôi đánh xe', 'cháy hàng', 'bán cháy kho', 'lu đựng tương', 'cưu mang', 'cừu với dê'],
  ])('"%s" is none, with or without marks', (text) => {
    expect([findDanger(text), findDanger(fold(text))]).toEqual([undefined, undefined]);
  });

  it('is heard in no question that may be looked at while building', () => {
    const rows = ['seen', 'seen-2', 'seen-3', 'seen-4', 'seen-5', 'wishes-build'].flatMap((name) =>
      readFileSync(new URL(`questions/${name}.jsonl`, import.meta.url), 'utf8')
        .trim()
        .split('\n'),
    );
    const texts = rows.map((row) => String(JSON.parse(row).q));
    expect(texts.filter((text) => findDanger(text) !== undefined || findDanger(fold(text)) !== undefined)).toEqual([]);
  });

  it('has a number to phone, whatever it is', () => {
    for (const danger of DANGERS) expect(numbersFor(danger)[0]?.number).toMatch(/^11\d$/);
  });
});
