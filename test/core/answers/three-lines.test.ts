import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import { phraseAnswer, phraseArticle } from '../../../bot/library/phrase-answer.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { wordsFor } from '../../../locales/words.ts';

const library = await loadLibrary({ root: projectRoot });
const speaker = { words: wordsFor('vi'), locale: 'vi' as const, library };
/** The source among them. */
const MOST_LINES = 3;
const MOST_CHARACTERS = 420;

describe('an answer is short', () => {
  it.each(library.knowledge.articles.map((article) => [article.id, article] as const))('%s', (_, article) => {
    const lines = phraseArticle(speaker, article);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    expect(lines.join('\n').length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });

  it.each([
    'máy sấy 400tr được hỗ trợ bao nhiêu',
    'máy sấy 400tr được hỗ trợ bao nhiêu, hồ sơ gồm những gì',
    'mô hình trình diễn 2 tỷ ở Lai Châu được bao nhiêu',
    'máy cũ có được không? có mất phí không? có phải trả lại tiền không?',
    'tỉnh Lâm Đồng hỗ trợ máy mấy phần trăm',
    'mô hình trình diễn ở Lai Châu được bao nhiêu',
    'Lai Châu hỗ trợ mua máy tối đa bao nhiêu',
    'cho em gửi phiếu mua máy với lại cho gặp cán bộ luôn',
  ])('%s', (text) => {
    const lines = phraseAnswer(speaker, library.ask({ text, date: '2026-11-22', provinceCode: '19' }));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    expect(lines.join('\n').length).toBeLessThanOrEqual(600);
  });
});
