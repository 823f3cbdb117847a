import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { createAnswerer } from '../../../core/answers/answerer.ts';
import { findMessageKind, learnMessageKinds } from '../../../core/answers/asking/message-kind/message-kind.ts';
import { WISH_EXAMPLES } from '../../../core/answers/asking/message-kind/wish-examples.ts';
import { splitSyllables } from '../../../core/answers/typing/syllables.ts';
import { projectRoot } from '../../../host/project-root.ts';

const date = '2026-11-22';
const answerer = createAnswerer(await readKnowledge({ root: projectRoot }));
const ask = (text: string) => answerer.ask({ text, date, provinceCode: '19' });
const lessons = { inside: ['máy cũ có được hỗ trợ không'], outside: ['mai có mưa không'], wishes: WISH_EXAMPLES };

describe('examples of wishes', () => {
  it('are many for each wish, and none is said twice', () => {
    for (const { intent, texts } of WISH_EXAMPLES) expect(texts.length, intent).toBeGreaterThanOrEqual(60);
    const all = WISH_EXAMPLES.flatMap(({ texts }) => texts);
    expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
  });

  it('teach the same each time they are learnt', () => {
    expect(learnMessageKinds(lessons).weights).toEqual(learnMessageKinds(lessons).weights);
  });
});

describe('the kind of a message', () => {
  it('is shared out between a question, what no article answers, and the wishes', () => {
    const model = learnMessageKinds(lessons);
    for (const text of ['', 'xyzt', 'nhắc em với', 'máy cũ có được hỗ trợ không', 'a '.repeat(500)]) {
      const { inside, outside, wish } = findMessageKind(model, splitSyllables(text));
      expect(inside + outside + wish.share).toBeLessThanOrEqual(1.000_001);
      for (const share of [inside, outside, wish.share]) expect(share).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a wish in words that no pattern knows', () => {
  it.each([
    ['hồ sơ nhà em nằm im cả tháng nay', 'status'],
    ['ho so nha em nam im ca thang nay', 'status'],
    ['em lỡ gửi rồi, rút phiếu giúp em', 'status'],
    ['tooi muoons gawpj canf boo', 'officer'],
    ['mở đợt thì kêu tui một tiếng hí', 'remind-me'],
  ])('is met: "%s"', (text, intent) => {
    expect(ask(text)).toMatchObject({ kind: 'intent', intent });
  });

  it('is not seen in a question that stands close to it', () => {
    expect(ask('máy này dùng để làm gì')).toMatchObject({ intent: 'about' });
    for (const text of ['may hut am dung de lam gi', 'nồi hơi là gì']) expect(ask(text).kind, text).not.toBe('intent');
    for (const text of ['đăng ký kinh doanh ở đâu', 'khuyến công là gì', 'bình chọn sản phẩm tiêu biểu là gì']) {
      expect(ask(text).kind, text).not.toBe('intent');
    }
  });
});

describe('a question in which a pattern of a wish is heard', () => {
  it.each([
    ['lắp ráp đồ điện tử nhỏ có đúng ngành', 'complaint'],
    ['khuyến công bắc kạn đã làm được gì', 'about'],
    ['xã tôi ai giúp dân làm hồ sơ khuyến công', 'register'],
    ['căn cứ văn bản nào để bình chọn', 'register-selection'],
  ])('stays the question: "%s"', (text, misheard) => {
    expect(ask(text), misheard).not.toMatchObject({ kind: 'intent' });
  });

  it('is the wish where it is about a dossier by its code', () => {
    expect(ask('phieu KC-2026-0012 sao roi')).toMatchObject({ kind: 'intent', intent: 'status' });
  });
});

describe('the name of a place', () => {
  it('pulls in no article when nothing else of the question is ours', () => {
    for (const text of ['mai Thái Nguyên có mưa không', 'Lai Châu có tuyết không', 'o Lang Son an gi ngon']) {
      expect(ask(text).kind, text).toBe('none');
    }
  });
});
