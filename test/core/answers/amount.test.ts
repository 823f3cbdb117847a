import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { createAnswerer } from '../../../core/answers/answerer.ts';
import { computeAmount, findRates, type Rate, SUPPORT_KINDS } from '../../../core/answers/rate.ts';
import { projectRoot } from '../../../host/project-root.ts';

const knowledge = await readKnowledge({ root: projectRoot });
const answerer = createAnswerer(knowledge);
const date = '2026-11-22';

function amountsOf(text: string, more: { provinceCode?: string; previous?: string } = {}): number[] | string {
  const answer = answerer.ask({ text, date, ...more });
  return answer.kind === 'amount' ? answer.amounts.map(({ amountVnd }) => amountVnd / 1e6) : answer.kind;
}

describe('an amount', () => {
  it.each([
    ['may say che 400tr dc ho tro bn', [200]],
    ['máy sấy 599 triệu được bao nhiêu', [299.5]],
    ['máy sấy 600 triệu được bao nhiêu', [300]],
    ['máy sấy 601 triệu được bao nhiêu', [300]],
    ['MÁY SẤY 1 TỶ 2', [300]],
    ['day chuyen 900tr', [450]],
    ['dây chuyền 2 tỷ được hỗ trợ bao nhiêu', [450]],
    ['mo hinh trinh dien 3 ty', [900]],
    ['mô hình trình diễn 4 tỷ', [1000]],
    ['mua máy ba trăm triệu', [150]],
  ])('%s: %j', (text, millions) => {
    expect(amountsOf(text)).toEqual(millions);
  });

  it.each([
    'máy sấy thăng hoa giá bnố trăm chín mươi triệu, em xin thì được hỗ trợ khoảng bao nhiêu ạ',
    'máy sấy 1 tt hai trăm được bao nhiêu',
    'may khau cong nghiep moui tam trieu mot cai, em mua mot cai thi duoc may',
  ])('is not told of the rest of a price whose first number is misspelt: %s', (text) => {
    expect(amountsOf(text)).toBeTypeOf('string');
  });

  it.each([
    ['may tron bot nma muoi trieu duoc bao nhieu', 25],
    ['may say 1 ỷt hai trăm thì được nhiêu', 300],
    ['may say 1 ry hai tram dc bn', 300],
    ['máy sấy một ỷt hai trăm triệu thì được bao nhiêu', 300],
    ['máy sấy 1 tỷi hai trăm thì được bao nhiêu', 300],
  ])('is told of the whole price where the slip is read as it was meant: %s', (text, million) => {
    expect(amountsOf(text)).toEqual([million]);
  });

  it('is told by the national rate and by the rate of the province where one is known', () => {
    expect(amountsOf('mô hình trình diễn 2 tỷ', { provinceCode: '12' })).toEqual([600, 500]);
    expect(amountsOf('mô hình trình diễn 2 tỷ ở Lai Châu', { provinceCode: '19' })).toEqual([600, 500]);
    expect(amountsOf('mô hình trình diễn 2 tỷ', { provinceCode: '19' })).toEqual([600]);
  });

  it('follows up with another price, another kind, another province', () => {
    const previous = 'máy sấy 400 triệu được hỗ trợ bao nhiêu';
    expect(amountsOf('thế còn dây chuyền?', { previous })).toEqual([200]);
    expect(amountsOf('thế 800 triệu thì sao', { previous })).toEqual([300]);
    expect(amountsOf('ở Lai Châu thì sao', { previous })).toEqual([200, 200]);
  });

  it.each([
    'máy cày 100 triệu được bao nhiêu',
    'may say cu 400tr dc bn',
    'máy sấy 400 triệu đã qua sử dụng được bao nhiêu',
    'muốn vay 400 triệu mua máy',
    'xe tải 400 triệu được hỗ trợ bao nhiêu',
    'máy tính 20 triệu được hỗ trợ bao nhiêu',
    'máy 400 triệu phải đối ứng bao nhiêu',
    'nghe nói máy được 200 triệu đúng không',
    'tôi có 200 triệu muốn mua máy 500 triệu',
    'máy 100 triệu và nhãn hiệu 20 triệu',
    'bao bì 100 triệu được bao nhiêu',
    'máy được hỗ trợ một trăm phần trăm không',
    'máy 400 nghìn được bao nhiêu',
  ])('is not computed where the sum or the thing is not sure: %s', (text) => {
    expect(amountsOf(text)).not.toBeInstanceOf(Array);
  });

  it('of used machines and of farming is met by the article that says so', () => {
    expect(answerer.ask({ text: 'may say cu 400tr dc bn', date }).articles[0]?.id).toBe('new-machine-only');
    expect(answerer.ask({ text: 'may cay 100tr dc bn', date }).articles[0]?.id).toBe('farming-is-not-included');
  });

  it('is not told for a day before the rate was in force', () => {
    expect(answerer.ask({ text: 'máy sấy 400 triệu', date: '2018-05-10' }).kind).not.toBe('amount');
    expect(answerer.ask({ text: 'máy sấy 400 triệu', date: '2018-05-11' }).kind).toBe('amount');
  });
});

describe('a figure of before', () => {
  it.each([
    ['200 triệu?', 'old-ceilings'],
    ['nghe noi may duoc 200tr phai ko', 'old-ceilings'],
    ['mô hình 500 triệu đúng không', 'old-ceilings'],
    ['nghe nói hạ tầng cụm công nghiệp được 3 tỷ', 'industrial-cluster'],
    ['quy hoạch cụm được 500 triệu đúng không', 'cluster-planning'],
    ['hiệp hội được 70 triệu phải không', 'association-support'],
    ['di dời xưởng được tối đa 500 triệu', 'relocation-interest'],
    ['trên mạng nói xử lý nước thải được 300 triệu', 'pollution-treatment-rate'],
  ])('%s is met by the article that says so', (text, id) => {
    const answer = answerer.ask({ text, date });
    expect(answer.articles[0]?.id).toBe(id);
    expect(answer.articles[0]?.text).toMatch(/mức cũ|Mức cũ|năm 2014/);
    expect(answer.kind).toBe('answer');
  });

  it('is none where the sum is the one in force, or a price', () => {
    for (const text of ['máy được 300 triệu đúng không', 'máy sấy 200 triệu được bao nhiêu']) {
      expect(answerer.ask({ text, date }).articles[0]?.id).not.toBe('old-ceilings');
    }
  });

  it('stands in the data for every national rate that was replaced, and is never computed', () => {
    const over = knowledge.rates.filter(({ effectiveTo }) => effectiveTo !== undefined && effectiveTo < date);
    expect(over.length).toBeGreaterThanOrEqual(18);
    for (const kind of SUPPORT_KINDS) {
      for (const rate of findRates(knowledge.rates, { kind, date, province: '12' })) expect(over).not.toContain(rate);
    }
  });
});

describe('a rate', () => {
  const rate: Rate = {
    id: 'r',
    kind: 'machine',
    scope: 'national',
    percent: 50,
    percentIsAssumed: false,
    ceilingVnd: 300_000_000,
    document: 'X',
    effectiveFrom: '2020-01-01',
    effectiveTo: '2020-12-31',
    certainty: 'verified',
    articleId: 'a',
  };

  it('never gives more than its ceiling nor more than its share, and always whole đồng', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e13 }), fc.integer({ min: 1, max: 100 }), (priceVnd, percent) => {
        const { amountVnd } = computeAmount({ ...rate, percent }, priceVnd);
        expect(Number.isInteger(amountVnd)).toBe(true);
        expect(amountVnd).toBeLessThanOrEqual(rate.ceilingVnd);
        expect(amountVnd * 100).toBeLessThanOrEqual(priceVnd * percent);
      }),
    );
  });

  it('holds from its first day to its last', () => {
    const days = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'];
    expect(days.map((day) => findRates([rate], { kind: 'machine', date: day }).length)).toEqual([0, 1, 1, 0]);
  });
});
