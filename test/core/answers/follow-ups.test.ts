import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import { projectRoot } from '../../../host/project-root.ts';

const library = await loadLibrary({ root: projectRoot });

/** What is told for each question of a talk: sums in millions, or the first article. */
function talk(questions: readonly string[], { onlyTyped = false } = {}): string[] {
  let previous: string | undefined;
  return questions.map((text) => {
    const answer = library.ask({ text, previous, provinceCode: '19', date: '2026-11-22' });
    previous = onlyTyped ? text : (answer.meant ?? text);
    if (answer.kind !== 'amount') return answer.articles[0]?.id ?? answer.kind;
    return answer.amounts.map(({ amountVnd }) => amountVnd / 1e6).join('+');
  });
}

describe('questions that lean on the one before', () => {
  it('keep the kind, the price and the province through any number of steps', () => {
    const heard = talk([
      '400tr mua may che biến che dc bn',
      'the con day chuyen thi sao',
      'o cao bang thi sao',
      'còn 1 tỷ?',
      'ở Lai Châu thì sao',
      'còn 600tr?',
      'thế nhãn hiệu?',
      'thế còn máy 200 triệu',
    ]);
    expect(heard).toEqual(['200', '200', '200', '450', '450+450', '300+300', 'trademark', '100+100']);
  });

  it('may change who asks, what is bought and where; what else is asked stays about the same thing', () => {
    const before = 'máy sấy 400 triệu được bao nhiêu';
    const told = (text: string): string => talk([before, text])[1] ?? '';
    expect(told('hộ kinh doanh thì sao')).toBe('household-eligible');
    expect(told('mua máy cũ thì sao')).toBe('new-machine-only');
    expect(told('mua rồi thì sao')).toBe('already-bought');
    expect(told('vay ngân hàng thì sao')).toBe('loans');
    expect(told('xã tui ở Ba Bể thì sao')).toBe('200');
    expect(told('vậy cần giấy tờ gì')).toBe('papers-needed');
    expect(told('thế nộp ở đâu')).toBe('whom-to-ask');
  });

  it('are understood with nothing but the words of the one question before', () => {
    expect(talk(['mua máy được hỗ trợ bao nhiêu', '350tr'], { onlyTyped: true })).toEqual(['machine-rate', '175']);
    expect(talk(['day chuyen 1 ty 2 duoc bao nhieu', 'mo hinh thi sao cung gia ay'], { onlyTyped: true })).toEqual([
      '450',
      '360',
    ]);
    expect(talk(['máy 500 triệu ở Lai Châu', 'còn 600tr?'], { onlyTyped: true })).toEqual(['250+250', '300+300']);
  });
});

describe('a price with something in doubt', () => {
  it('is told on a condition only', () => {
    const answer = library.ask({
      text: 'máy chạy bằng pin lithium 400 triệu được hỗ trợ bao nhiêu',
      date: '2026-11-22',
    });
    expect(answer.kind === 'amount' && answer.isConditional).toBe(true);
    expect(answer.kind === 'amount' && answer.amounts.map(({ amountVnd }) => amountVnd)).toEqual([200_000_000]);
  });

  it('is told as a sum beside another question of the same message', () => {
    const answer = library.ask({
      text: 'máy đóng gạch 222tr thì hỗ trợ bao nhiêu và nộp hồ sơ ở đâu',
      date: '2026-11-22',
    });
    expect(answer.kind === 'amount' && answer.amounts[0]?.amountVnd).toBe(111_000_000);
    expect(answer.articles.length).toBe(2);
  });

  it('never take the price of before for a figure that is not read', () => {
    expect(talk(['máy 200 triệu được hỗ trợ bao nhiêu', 'nếu máy 800 tirệu'])[1]).not.toBe('100');
  });

  it.each(['thế 1 ỷt hai trăm thì được bao nhiêu', 'the 1 yt hai tram'])(
    'tell no sum for %s, which was not read whole',
    (text) => {
      expect(talk(['máy sấy được hỗ trợ bao nhiêu', text])[1]).toBe('machine-rate');
    },
  );

  it('may only point back, without a word that says so', () => {
    const told = (before: string, text: string): string => talk([before, text])[1] ?? '';
    expect(told('hồ sơ bình chọn gồm những gì', 'mấy bản')).toBe('selection-papers');
    expect(told('hồ sơ đăng ký bình chọn gồm những gì', 'tờ đó lấy ở đâu')).toBe('selection-papers');
    expect(told('doanh nghiệp lớn có được hỗ trợ mua máy không', 'còn hợp tác xã?')).toBe('cooperative-eligible');
  });
});
