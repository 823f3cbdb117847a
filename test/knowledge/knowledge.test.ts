import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { findKnowledgeProblems } from '../../core/answers/check-knowledge.ts';
import { findFigures } from '../../core/answers/find-figures.ts';
import { projectRoot } from '../../host/project-root.ts';

const knowledge = await readKnowledge({ root: projectRoot });
const { articles, rates, provinces } = knowledge;
const today = '2026-11-22';

describe('the knowledge that is shipped', () => {
  it('has nothing wrong: every article is sourced, in force, short, and every figure in it has a basis', () => {
    expect(findKnowledgeProblems(knowledge, today)).toEqual([]);
  });

  it('answers the commonest questions: at least 240 articles, each with at least five ways of asking', () => {
    expect(articles.length).toBeGreaterThanOrEqual(240);
    expect(articles.filter(({ asks }) => asks.length < 5).map(({ id }) => id)).toEqual([]);
  });

  it('names every province of today once, with the old names that people still use', () => {
    expect(provinces).toHaveLength(34);
    expect(provinces.find(({ code }) => code === '19')?.names).toContain('Bắc Kạn');
  });

  it('says of every figure that was raised or replaced in 2018 that it is an old one', () => {
    const over = rates.filter(({ effectiveTo }) => effectiveTo === '2018-05-10');
    const silent = over.filter(({ articleId, ceilingVnd }) => {
      const text = articles.find(({ id }) => id === articleId)?.text ?? '';
      return ceilingVnd !== undefined && !(text.includes(' cũ') && text.includes('năm 2014'));
    });
    expect(over.length).toBeGreaterThanOrEqual(17);
    expect(silent).toEqual([]);
  });
});

describe('a figure', () => {
  it.each([
    ['Nhiều nhất 300 triệu đồng.', ['300 triệu']],
    ['Được 80% giá.', ['80 %']],
    ['Thưởng 8, 10, 15 triệu đồng.', ['8 triệu', '10 triệu', '15 triệu']],
    ['Hội đồng 7 hoặc 9 người.', ['7 người', '9 người']],
    ['Từ 40–60 triệu.', ['40 triệu', '60 triệu']],
    ['Các năm 2020, 2023.', ['năm 2020', 'năm 2023']],
    ['Ảnh 10×15 cm.', ['10×15 cm']],
    ['Trước 20/5, chậm nhất 22/01, từ 15/10/2025.', ['20/5', '22/01', '15/10/2025']],
    ['1,5 lần, 1.000 triệu.', ['1,5 lần', '1.000 triệu']],
    ['Theo Thông tư 28/2018/TT-BTC, giai đoạn 2026–2030.', []],
    ['Mức cũ, năm 2014, 30 %.', ['30 %', 'năm 2014']],
    ['Năm 2027 nghỉ 5 ngày.', ['5 ngày', 'năm 2027']],
  ])('is found with its unit: %s', (text, figures) => {
    expect(findFigures(text)).toEqual(figures);
  });
});
