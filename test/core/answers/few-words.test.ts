import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { createAnswerer } from '../../../core/answers/answerer.ts';
import { fold } from '../../../core/text/fold.ts';
import { projectRoot } from '../../../host/project-root.ts';

const answerer = createAnswerer(await readKnowledge({ root: projectRoot }));
const ask = (text: string) => {
  const answer = answerer.ask({ text, date: '2026-11-22', provinceCode: '19' });
  return answer.kind === 'intent' ? answer.intent : answer.articles.map(({ id }) => id).join();
};

describe('a few words that are all of a message', () => {
  it.each([
    ['cho vay vốn mua máy', 'loans'],
    ['cho xin tiền', 'what-can-be-supported'],
    ['mở homestay', 'trading-only'],
    ['làm nhà xưởng', 'buildings-and-vehicles'],
    ['mua máy cày', 'farming-is-not-included'],
    ['bán hàng trên shopee', 'digital-commerce'],
    ['cải tiến máy tự chế', 'which-machines'],
    ['xay xát gạo thì sao', 'eligible-sectors'],
    ['ai là người duyệt', 'annual-plan'],
    ['khi nào ký hợp đồng', 'project-contract'],
    ['bao giờ có kết quả', 'which-year'],
    ['bao giờ có tiền', 'which-year'],
    ['sao lâu thế', 'which-year'],
  ])('"%s" is answered from the facts: %s, with or without marks', (text, article) => {
    expect([ask(text), ask(fold(text)), ask(`${text} ạ`)]).toEqual([article, article, article]);
  });

  it.each(['da duyet chua em oi', 'viec tiep theo cua toi la gi', 'con thieu gi', 'ho so bi tra lai thi lam sao'])(
    '"%s" is about a dossier of theirs, where nobody is known',
    (text) => {
      expect(ask(text)).toBe('status');
    },
  );
});
