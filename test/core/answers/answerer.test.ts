import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { createAnswerer } from '../../../core/answers/answerer.ts';
import { fold } from '../../../core/text/fold.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { machineSlowness } from '../../support/machine-slowness.ts';

const knowledge = await readKnowledge({ root: projectRoot });
const answerer = createAnswerer(knowledge);
const date = '2026-11-22';
const ask = (text: string, more: { provinceCode?: string; previous?: string } = {}) =>
  answerer.ask({ text, date, ...more });

describe('the answerer', () => {
  it('gives an article for its title, word for word, with and without accents', () => {
    for (const article of knowledge.articles) {
      for (const title of [article.title, fold(article.title)]) {
        const answer = ask(title, { provinceCode: article.province });
        expect([answer.kind, answer.articles[0]?.id]).toEqual(['answer', article.id]);
      }
    }
  });

  it('tells what holds in one province only there', () => {
    expect(ask('mức hỗ trợ của tỉnh Lai Châu', { provinceCode: '19' }).articles[0]?.id).toBe('local-rates-lai-chau');
    const elsewhere = ask('mức hỗ trợ riêng của tỉnh', { provinceCode: '12' });
    expect(elsewhere.articles.map(({ id }) => id)).not.toContain('local-rates-thai-nguyen');
  });

  it('tells the rate of the province beside the national one where it is known, and first where it was named', () => {
    const told = (text: string, more: Parameters<typeof ask>[1]) => ask(text, more).articles.map(({ id }) => id);
    const text = 'mua máy được hỗ trợ bao nhiêu';
    expect(told(text, { provinceCode: '12' })).toEqual(['machine-rate', 'lai-chau-machine']);
    expect(told('lai chau ho tro mua may toi da bao nhieu', { provinceCode: '19' })[0]).toBe('lai-chau-machine');
    expect(told('ở Lai Châu thì sao', { previous: text })).toEqual(['lai-chau-machine', 'machine-rate']);
    expect(told(text, { provinceCode: '19' })).toEqual(['machine-rate']);
    expect(told('đăng ký nhãn hiệu được bao nhiêu', { provinceCode: '12' })).toEqual(['trademark']);
    // What it was says nothing of what it is.
    expect(told('mức 200 triệu là mức cũ à', { provinceCode: '12' })).toEqual(['old-ceilings']);
  });

  it('answers two questions in one message, and says when it answers only one of them', () => {
    const both = ask('hồ sơ cần giấy tờ gì? có mất phí không?');
    expect(both.kind).toBe('answer');
    expect(both.articles.map(({ id }) => id)).toEqual(['papers-needed', 'no-fees']);
    const some = ask('hồ sơ cần giấy tờ gì? có mất phí không? tối nay đá bóng mấy giờ?');
    expect(some).toMatchObject({ kind: 'intent', intent: 'multi' });
  });

  it('answers a greeting with a question in it as the question', () => {
    expect(ask('chào ad, cho em hỏi máy cũ có được hỗ trợ không ạ').articles[0]?.id).toBe('new-machine-only');
  });

  it('answers questions joined without a mark, and a sum beside another question', () => {
    const ids = (text: string): string[] => ask(text, { provinceCode: '19' }).articles.map(({ id }) => id);
    expect(ids('máy cũ có được hỗ trợ không với lại hồ sơ cần giấy tờ gì')).toEqual([
      'new-machine-only',
      'papers-needed',
    ]);
    const sum = ask('may say 400tr dc ho tro bn, ho so gom nhung gi', { provinceCode: '19' });
    expect(sum).toMatchObject({ kind: 'amount', priceVnd: 400_000_000 });
    expect(sum.articles.map(({ id }) => id)).toEqual(['machine-rate', 'papers-needed']);
  });

  it('hears two wishes in one message', () => {
    for (const text of [
      'cho em gửi phiếu mua máy với lại cho gặp cán bộ luôn',
      'xem phieu cua em toi dau, xong nhac em han nop nhe',
    ]) {
      const answer = ask(text);
      expect(answer).toMatchObject({ kind: 'intent', intent: 'multi' });
      expect(answer.kind === 'intent' && answer.wishes).toHaveLength(2);
    }
  });

  it('finds the one question in a long story', () => {
    const text =
      'hôm trước họp xã có anh cán bộ nói qua mà em không nghe kịp vì trời mưa to quá, anh chị cho em hỏi là hồ sơ thì cần những giấy tờ gì để em chuẩn bị trước, em cảm ơn';
    expect(ask(text)).toMatchObject({ kind: 'answer', articles: [{ id: 'papers-needed' }] });
  });

  it('sends to the office that answers what is near and not its own', () => {
    expect(ask('lãi suất ngân hàng chính sách bây giờ bao nhiêu một năm').articles[0]?.id).toBe('loans');
    expect(ask('khai thuế quý này cho hộ kinh doanh thế nào').articles[0]?.id).toBe('tax-office');
  });

  it("says that a province's rates are not known to it, and tells the national one beside", () => {
    const answer = ask('tỉnh Lâm Đồng cho máy mấy phần trăm', { provinceCode: '19' });
    expect(answer.kind).toBe('answer');
    expect(answer.articles[0]?.topics).toEqual(expect.arrayContaining(['money', 'local']));
  });

  it('follows up on what was asked before, and leaves a new question alone', () => {
    const previous = 'mua máy được hỗ trợ bao nhiêu';
    expect(ask('còn nhãn hiệu thì sao', { previous }).articles[0]?.id).toBe('trademark');
    expect(ask('hồ sơ cần giấy tờ gì', { previous }).articles[0]?.id).toBe('papers-needed');
    expect(ask('thế giấy tờ?', { previous }).articles[0]?.id).toBe('papers-needed');
    const selection = 'bình chọn sản phẩm tiêu biểu là gì';
    expect(ask('vậy hồ sơ gồm những gì', { previous: selection }).articles[0]?.id).toBe('selection-papers');
  });

  it('keeps what a trace needs: how it was read, and the candidates', () => {
    const answer = ask('may cu co dc ho tro ko');
    expect(answer.read).toBe('may cu co duoc ho tro khong');
    expect(answer.candidates[0]).toMatchObject({ id: 'new-machine-only' });
  });

  it('refuses everything while there are no articles', () => {
    const empty = createAnswerer({ articles: [], rates: [], eligibility: [], provinces: [] });
    expect(empty.ask({ text: 'mua máy được hỗ trợ bao nhiêu', date }).kind).toBe('none');
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...[
      'máy',
      'may',
      'sấy',
      '400tr',
      '1 tỷ 2',
      'dc',
      'ho tro',
      'bn',
      '?',
      'ko',
      'Ba Bể',
      'dây chuyền',
      'dduwowcj',
      '😀',
      '..',
    ],
    ...[
      'ở Lai Châu',
      'thế còn',
      'hồ sơ',
      'http://x.vn',
      '28/2018/TT-BTC',
      '\u0000',
      'ẩ'.normalize('NFD'),
      'xin chào',
      '-',
    ],
  );
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(pieces, { maxLength: 25 }).map((words) => words.join(' ')),
  );

  it('never throws, and always ends in one of the kinds', () => {
    fc.assert(
      fc.property(typed, fc.option(typed, { nil: undefined }), (text, previous) => {
        const answer = ask(text, { previous, provinceCode: '19' });
        expect(['answer', 'amount', 'choices', 'intent', 'none']).toContain(answer.kind);
        if (answer.kind === 'answer' || answer.kind === 'choices') expect(answer.articles.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it('takes no longer than 50 ms', () => {
    const slow = [
      'máy sấy '.repeat(1300).slice(0, 10_000),
      'aaaaaaaaab'.repeat(1000),
      'q w r t p s d f g h j k l z x c v b n m '.repeat(250),
      'dduwowcjj '.repeat(1000),
      '1 tỷ 2 '.repeat(1400),
      '? '.repeat(5000),
      'cần máy? '.repeat(1100),
      'xã '.repeat(3300),
      '\u0301'.repeat(10_000),
    ];
    const limitMs = 50 * machineSlowness();
    for (const text of slow) {
      // The quickest of a few: what else the machine does is not the answerer's time.
      const times = Array.from({ length: 12 }, () => {
        const startedAt = performance.now();
        ask(text, { previous: text });
        return performance.now() - startedAt;
      });
      expect(Math.min(...times), text.slice(0, 20)).toBeLessThan(limitMs);
    }
  });

  it('is the same question in either Unicode form, and in capitals', () => {
    const asks = knowledge.articles.flatMap((article) => article.asks.slice(0, 2));
    for (const text of asks) {
      const plain = ask(text, { provinceCode: '19' });
      for (const form of [text.normalize('NFD'), text.toUpperCase(), `  ${text}  `]) {
        const other = ask(form, { provinceCode: '19' });
        expect([other.kind, other.articles[0]?.id]).toEqual([plain.kind, plain.articles[0]?.id]);
      }
    }
  });

  it('is answered alike without accents', () => {
    const all = knowledge.articles.filter(({ province }) => province === undefined).flatMap((article) => article.asks);
    const asks = all.filter((_, at) => at % 9 === 0);
    const differing = asks.filter((text) => ask(text).articles[0]?.id !== ask(fold(text)).articles[0]?.id);
    expect(differing.length / asks.length).toBeLessThan(0.04);
  });

  it('takes a shop far away for no province that is asked for', () => {
    const { articles, provinceCode } = ask('mua máy ở Hà Nội được hỗ trợ bao nhiêu', { provinceCode: '19' });
    expect([articles[0]?.id, provinceCode]).toEqual(['machine-rate', '19']);
    expect(ask('Hà Nội hỗ trợ mua máy bao nhiêu').provinceCode).toBe('01');
  });

  it('hears làng nghề typed without accents, and no complaint in it', () => {
    expect(ask('lang nghe ha noi').articles[0]?.id).toBe('craft-village');
  });

  it('does not let a phrase in what a story tells outweigh what it asks', () => {
    const story =
      'Bố em mất hồi đầu năm, để lại cái lò rèn với mấy cái búa máy cũ từ thời bao cấp, em về nối nghề làm dao. Giấy hộ kinh doanh đứng tên bố em thì có phải đổi sang tên em không?';
    expect(ask(story).articles[0]?.id).not.toBe('new-machine-only');
  });
});
