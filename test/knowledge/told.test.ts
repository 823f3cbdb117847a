import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../bot/library/load-library.ts';
import { phraseArticle, phraseOrigin } from '../../bot/library/phrase-answer.ts';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../host/project-root.ts';
import { wordsFor } from '../../locales/words.ts';

const knowledge = await readKnowledge({ root: projectRoot });
const speaker = { words: wordsFor('vi'), locale: 'vi', library: buildLibrary(knowledge) } as const;
const lastLine = (id: string): string => {
  const article = knowledge.articles.find((one) => one.id === id);
  return article === undefined ? '' : (phraseArticle(speaker, article).at(-1) ?? '');
};

describe('an article as it is told', () => {
  it('is at most three lines, its source the last', () => {
    for (const article of knowledge.articles) {
      const lines = phraseArticle(speaker, article);
      expect(lines.length, article.id).toBeLessThanOrEqual(3);
      expect(lines.at(-1), article.id).toMatch(/^Nguồn: .+\.$/);
    }
  });

  it('names the document of a figure, and says of an old one that it is over', () => {
    for (const article of knowledge.articles) {
      const [figure] = article.figures;
      if (figure === undefined) continue;
      const told = article.figures.map(({ source }) => source);
      expect(
        told.some((document) => lastLine(article.id).includes(document)),
        article.id,
      ).toBe(true);
    }
    expect(lastLine('trademark')).toBe(
      'Nguồn: Thông tư liên tịch 26/2014 (đã hết hiệu lực); Thông tư 28/2018/TT-BTC, Điều 8 (chưa đối chiếu văn bản).',
    );
    expect(lastLine('machine-rate')).toBe('Nguồn: Thông tư 28/2018/TT-BTC, Điều 8, khoản 4.');
  });

  it('shows under "Xem nguồn" every document, until when it held, how sure it is, and when it was looked at', () => {
    for (const article of knowledge.articles) {
      const origin = phraseOrigin(speaker, article).join('\n');
      for (const { document } of article.sources) expect(origin, article.id).toContain(document);
      expect(origin, article.id).toMatch(/Mức tin cậy: .+ Xem lại ngày 22\/11\/2026\./);
    }
  });
});
