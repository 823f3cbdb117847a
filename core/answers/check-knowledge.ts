import { foldPhrase } from '../text/fold.ts';
import { type Article, isInForce } from './article.ts';
import { type Fault, inEnglish } from './fault.ts';
import type { Knowledge } from './knowledge.ts';
import type { RateRecord } from './rate.ts';

const MOST_LINES = 3;
const LONGEST_LINE = 240;

/** A number with its unit, a date, or a year: what must have a source. */
const FIGURES =
  /năm \d{4}|\d{1,2}\/\d{1,2}(?:\/\d{4})?(?![\d/])|\d[\d.,]*(?:×\d+)? ?(?:%|triệu|tỷ|nghìn|đồng|ngày|tuần|tháng|năm|lần|giờ|lao động|người|bộ|ảnh|điểm|cm)/gu;
const DOCUMENT_NUMBER = /\d+\/\d{4}(?:\/[\p{Lu}-]+)?/gu;
const DOUBT = /chưa đối chiếu|chưa chắc|hỏi cán bộ|chỉ biết gián tiếp/u;

/** What is wrong with a state of the knowledge on a day, one line each: `<id>: <problem>`. Empty when all is well. */
export function findKnowledgeProblems(knowledge: Knowledge, today: string): string[] {
  const { articles, rates, provinces } = knowledge;
  const codes = new Set(provinces.map(({ code }) => code));
  const problems = articles.flatMap((article) =>
    findArticleProblems(article, today).map((problem) => `${article.id}: ${problem}`),
  );
  for (const { id, province } of articles) {
    if (province !== undefined && !codes.has(province)) problems.push(`${id}: unknown province ${province}`);
  }
  for (const id of findRepeated(articles.map((article) => article.id))) problems.push(`${id}: the id is used twice`);
  for (const title of findRepeated(articles.map((article) => foldPhrase(article.title)))) {
    problems.push(`"${title}": the title is used twice`);
  }
  for (const rate of rates) {
    const article = articles.find(({ id }) => id === rate.articleId);
    problems.push(...findRateFaults(rate, article, codes).map((fault) => `${rate.id}: ${inEnglish(fault)}`));
  }
  return problems;
}

/** What is wrong with one article, in English: for those who write what is shipped. */
export function findArticleProblems(article: Article, today: string): string[] {
  return findArticleFaults(article, today).map(inEnglish);
}

/** What is wrong with one article: no source in force, an ended one, a figure without a basis, too long a text. */
export function findArticleFaults(article: Article, today: string): Fault[] {
  return [
    ...findSourceFaults(article, today),
    ...findFigureFaults(article),
    ...findTextFaults(article),
    ...(article.asks.length === 0 ? [{ code: 'no-ask' } as const] : []),
    ...(article.reviewedOn > today ? [{ code: 'reviewed-in-future' } as const] : []),
  ];
}

/** The numbers with a unit, dates and years of a text: what must have a source. */
export function listFigures(text: string): string[] {
  return [...new Set((text.match(FIGURES) ?? []).map(plain))];
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
  if (current.length > 0 && !isInForce(article, today) && faults.length === 0)
    faults.push({ code: 'not-in-force-yet' });
  return faults;
}

function findFigureFaults({ text, title, figures, sources, certainty }: Article): Fault[] {
  const faults: Fault[] = [];
  const listed = new Set(figures.map(({ figure }) => plain(figure)));
  for (const figure of (text.match(FIGURES) ?? []).map(plain))
    if (!listed.has(figure)) faults.push({ code: 'figure-without-basis', values: { figure } });
  for (const figure of listed)
    if (!plain(text).includes(figure)) faults.push({ code: 'figure-not-in-text', values: { figure } });
  for (const { figure, source } of figures) {
    if (!sources.some(({ document }) => document === source)) {
      faults.push({ code: 'figure-of-no-source', values: { figure, source } });
    }
  }
  for (const [number] of `${title} ${text}`.matchAll(DOCUMENT_NUMBER)) {
    // A date such as 15/10/2025 ends like a document's number.
    const isDate = new RegExp(`\\d/${number}`).test(`${title} ${text}`);
    if (!isDate && !sources.some(({ document }) => document.includes(number))) {
      faults.push({ code: 'document-not-in-sources', values: { number } });
    }
  }
  const isUnsure = certainty === 'recalled' || certainty === 'secondary';
  if (isUnsure && listed.size > 0 && !DOUBT.test(text)) faults.push({ code: 'uncertain-without-doubt' });
  return faults;
}

function findTextFaults({ text }: Article): Fault[] {
  const lines = text.split('\n');
  const faults: Fault[] = [];
  if (text.trim() === '') faults.push({ code: 'no-text' });
  if (lines.length > MOST_LINES)
    faults.push({ code: 'too-many-lines', values: { lines: lines.length, most: MOST_LINES } });
  for (const { length } of lines)
    if (length > LONGEST_LINE) faults.push({ code: 'line-too-long', values: { letters: length, most: LONGEST_LINE } });
  if (text.includes('!')) faults.push({ code: 'exclamation-mark' });
  return faults;
}

/** A rate must be told, with the same figures and the same document, by the article that it names. */
export function findRateFaults(
  rate: RateRecord,
  article: Article | undefined,
  provinces: ReadonlySet<string>,
): Fault[] {
  if (article === undefined) return [{ code: 'rate-article-missing', values: { article: rate.articleId } }];
  const faults: Fault[] = [];
  const { percent, ceilingVnd, multiplier, document, province } = rate;
  if (!article.sources.some((source) => source.document === document)) {
    faults.push({ code: 'rate-document-not-told', values: { document, article: article.id } });
  }
  const figures = new Set(article.figures.map(({ figure }) => plain(figure)));
  const told = [
    ...(ceilingVnd === undefined ? [] : [sayMillions(ceilingVnd)]),
    ...(percent === undefined || rate.percentIsAssumed ? [] : [`${percent} %`]),
    ...(multiplier === undefined ? [] : [`${multiplier.toLocaleString('de-DE')} lần`]),
  ];
  for (const figure of told) {
    if (!figures.has(figure)) faults.push({ code: 'rate-figure-not-told', values: { figure, article: article.id } });
  }
  if (percent === undefined && ceilingVnd === undefined && multiplier === undefined)
    faults.push({ code: 'rate-empty' });
  const hasPlace = province !== undefined || rate.formerProvince !== undefined;
  if ((rate.scope === 'local') !== hasPlace) faults.push({ code: 'rate-place' });
  if (province !== undefined && !provinces.has(province))
    faults.push({ code: 'unknown-province', values: { province } });
  return faults;
}

/** "1.000 triệu" */
function sayMillions(vnd: number): string {
  return `${(vnd / 1e6).toLocaleString('de-DE')} triệu`;
}

function findRepeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

/** "50%" and "50 %" are one figure. */
function plain(text: string): string {
  return text.replace(/(\d) ?%/g, '$1 %').replace(/\s+/g, ' ');
}
