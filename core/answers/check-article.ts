import { type Article, isInForce } from './article.ts';
import type { Fault } from './fault.ts';
import { findFigures, plainFigure } from './find-figures.ts';

/** With the line of its source, three lines in all. */
const MOST_LINES = 2;
const LONGEST_LINE = 190;
const DOCUMENT_NUMBER = /\d+\/(?:\d{4}(?:\/[\p{Lu}\d-]+)?|[\p{Lu}]{2,}-[\p{L}]+)/gu;
const DATE_END = /^(?:0?[1-9]|1[0-2])\/\d{4}$/;
const DOUBT = /chưa đối chiếu|chưa chắc|hỏi cán bộ|chỉ biết gián tiếp/u;

/**
 * What is wrong with one article on a day: no source in force, an ended one, a figure that is in none of its source lines, a
 * figure that is not certain and told as if it were, too long a text.
 */
export function findArticleFaults(article: Article, today: string): Fault[] {
  return [
    ...findSourceFaults(article, today),
    ...findFigureFaults(article),
    ...findTextFaults(article),
    ...(article.asks.length === 0 ? [{ code: 'no-ask' } as const] : []),
    ...(article.reviewedOn > today ? [{ code: 'reviewed-in-future' } as const] : []),
  ];
}

function findSourceFaults(article: Article, today: string): Fault[] {
  const faults: Fault[] = [];
  const current = article.sources.filter((source) => source.superseded !== true);
  if (current.length === 0) faults.push({ code: 'no-current-source' });
  for (const { document, effectiveTo, superseded } of article.sources) {
    const hasEnded = effectiveTo !== undefined && effectiveTo < today;
    if (superseded !== true && hasEnded) faults.push({ code: 'source-ended', values: { document, day: effectiveTo } });
    if (superseded === true && !hasEnded) faults.push({ code: 'superseded-without-end', values: { document } });
  }
  if (current.length > 0 && !isInForce(article, today) && faults.length === 0) {
    faults.push({ code: 'not-in-force-yet' });
  }
  return faults;
}

function findFigureFaults(article: Article): Fault[] {
  const { text, title, figures, sources } = article;
  const faults: Fault[] = [];
  const inText = findFigures(text);
  const listed = new Set(figures.map(({ figure }) => plainFigure(figure)));
  for (const figure of inText) {
    if (!listed.has(figure)) faults.push({ code: 'figure-without-basis', values: { figure } });
  }
  for (const figure of listed) {
    const isThere = inText.includes(figure) || plainFigure(text).includes(figure);
    if (!isThere) faults.push({ code: 'figure-not-in-text', values: { figure } });
  }
  for (const { figure, source } of figures) {
    if (!sources.some(({ document }) => document === source)) {
      faults.push({ code: 'figure-of-no-source', values: { figure, source } });
    }
  }
  for (const [number] of `${title} ${text}`.matchAll(DOCUMENT_NUMBER)) {
    // The end of a date such as 15/10/2025, and a month such as 11/2025, look like a document's number.
    const isDate = DATE_END.test(number) || new RegExp(`\\d/${number}`).test(`${title} ${text}`);
    if (!isDate && !sources.some(({ document }) => document.includes(number))) {
      faults.push({ code: 'document-not-in-sources', values: { number } });
    }
  }
  if (listed.size > 0 && isUncertain(article) && !DOUBT.test(text)) faults.push({ code: 'uncertain-without-doubt' });
  return faults;
}

function findTextFaults({ text }: Article): Fault[] {
  const lines = text.split('\n');
  const faults: Fault[] = [];
  if (text.trim() === '') faults.push({ code: 'no-text' });
  if (lines.length > MOST_LINES) {
    faults.push({ code: 'too-many-lines', values: { lines: lines.length, most: MOST_LINES } });
  }
  for (const { length } of lines) {
    if (length > LONGEST_LINE) faults.push({ code: 'line-too-long', values: { letters: length, most: LONGEST_LINE } });
  }
  if (text.includes('!')) faults.push({ code: 'exclamation-mark' });
  return faults;
}

/** Whether a reader is told that something in an article is not certain: by its mark, or in its words. */
export function isToldAsUncertain(article: Article): boolean {
  return isUncertain(article) || DOUBT.test(article.text);
}

/** Whether something was not read in its own document. */
export function isUncertain({ certainty }: Pick<Article, 'certainty'>): boolean {
  return certainty === 'recalled' || certainty === 'secondary';
}
