import { foldPhrase } from '../text/fold.ts';
import { type Article, isInForce } from './article.ts';
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
    problems.push(...findRateProblems(rate, article, codes).map((problem) => `${rate.id}: ${problem}`));
  }
  return problems;
}

/** What is wrong with one article: no source in force, an ended one, a figure without a basis, too long a text. */
export function findArticleProblems(article: Article, today: string): string[] {
  return [
    ...findSourceProblems(article, today),
    ...findFigureProblems(article),
    ...findTextProblems(article),
    ...(article.asks.length === 0 ? ['no way of asking'] : []),
    ...(article.reviewedOn > today ? ['reviewed in the future'] : []),
  ];
}

function findSourceProblems(article: Article, today: string): string[] {
  const problems: string[] = [];
  const current = article.sources.filter((source) => source.superseded !== true);
  if (current.length === 0) problems.push('no source that is not superseded');
  for (const { document, effectiveTo, superseded } of article.sources) {
    const hasEnded = effectiveTo !== undefined && effectiveTo < today;
    if (superseded !== true && hasEnded) problems.push(`"${document}" ended on ${effectiveTo}`);
    if (superseded === true && !hasEnded) problems.push(`superseded "${document}" does not say when it ended`);
  }
  if (current.length > 0 && !isInForce(article, today) && problems.length === 0) problems.push('not in force yet');
  return problems;
}

function findFigureProblems({ text, title, figures, sources, certainty }: Article): string[] {
  const problems: string[] = [];
  const inText = (text.match(FIGURES) ?? []).map(plain);
  const listed = new Set(figures.map(({ figure }) => plain(figure)));
  for (const figure of inText) if (!listed.has(figure)) problems.push(`figure "${figure}" has no basis`);
  for (const figure of listed)
    if (!plain(text).includes(figure)) problems.push(`figure "${figure}" is not in the text`);
  for (const { figure, source } of figures) {
    if (!sources.some(({ document }) => document === source)) {
      problems.push(`figure "${figure}" refers to "${source}", which is none of the sources`);
    }
  }
  for (const [number] of `${title} ${text}`.matchAll(DOCUMENT_NUMBER)) {
    // A date such as 15/10/2025 ends like a document's number.
    const isDate = new RegExp(`\\d/${number}`).test(`${title} ${text}`);
    if (!isDate && !sources.some(({ document }) => document.includes(number))) {
      problems.push(`"${number}" is named and is none of the sources`);
    }
  }
  const isUnsure = certainty === 'recalled' || certainty === 'secondary';
  if (isUnsure && listed.size > 0 && !DOUBT.test(text))
    problems.push('an uncertain figure is told without a word of doubt');
  return problems;
}

function findTextProblems({ text }: Article): string[] {
  const lines = text.split('\n');
  const problems: string[] = [];
  if (text.trim() === '') problems.push('no text');
  if (lines.length > MOST_LINES) problems.push(`${lines.length} lines, at most ${MOST_LINES}`);
  for (const line of lines) if (line.length > LONGEST_LINE) problems.push(`a line of ${line.length} letters`);
  if (text.includes('!')) problems.push('an exclamation mark');
  return problems;
}

/** A rate must be told, with the same figures and the same document, by the article that it names. */
function findRateProblems(rate: RateRecord, article: Article | undefined, provinces: ReadonlySet<string>): string[] {
  if (article === undefined) return [`refers to article "${rate.articleId}", which does not exist`];
  const problems: string[] = [];
  if (!article.sources.some(({ document }) => document === rate.document)) {
    problems.push(`"${rate.document}" is none of the sources of ${article.id}`);
  }
  const figures = new Set(article.figures.map(({ figure }) => plain(figure)));
  const { percent, ceilingVnd, multiplier } = rate;
  const told = [
    ...(ceilingVnd === undefined ? [] : [`the ceiling ${sayMillions(ceilingVnd)}`]),
    ...(percent === undefined || rate.percentIsAssumed ? [] : [`${percent} %`]),
    ...(multiplier === undefined ? [] : [`${multiplier.toLocaleString('de-DE')} lần`]),
  ];
  for (const figure of told) {
    if (!figures.has(figure.replace('the ceiling ', ''))) problems.push(`${figure} is not told by ${article.id}`);
  }
  if (percent === undefined && ceilingVnd === undefined && multiplier === undefined) problems.push('says nothing');
  const hasPlace = rate.province !== undefined || rate.formerProvince !== undefined;
  if ((rate.scope === 'local') !== hasPlace) problems.push('a local rate, and only that, has a province');
  if (rate.province !== undefined && !provinces.has(rate.province)) problems.push(`unknown province ${rate.province}`);
  return problems;
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
