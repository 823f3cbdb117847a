import type { Answer } from '../../core/answers/answer.ts';
import type { Article, Source } from '../../core/answers/article.ts';
import type { Amount } from '../../core/answers/rate.ts';
import { sayMoney } from '../../core/forms/fields/money-field.ts';
import { say } from '../../locales/say.ts';
import type { Locale, Words } from '../../locales/words.ts';
import type { Library } from './library.ts';
import { nameSource, phraseSource, sayIsoDate, withCaution } from './phrase-source.ts';

/** In whose words, and for whom. */
export type Speaker = { words: Words; locale: Locale; library: Library };

/** How many documents the last line of an answer names; the rest is under "Xem nguồn". */
const NAMED_SOURCES = 2;

/** What an answer says, without what can be done next. Nothing for what is not known and for intents. */
export function phraseAnswer(speaker: Speaker, answer: Answer): string[] {
  const { words } = speaker;
  const [first, ...others] = answer.articles;
  switch (answer.kind) {
    case 'amount':
      return phraseAmount(speaker, answer);
    case 'choices':
      return [words.t(others.length === 0 ? 'ask:offerOne' : 'ask:offer')];
    case 'answer':
      if (first === undefined) return [];
      return others.length === 0 ? phraseArticle(speaker, first) : phraseSeveral(speaker, answer.articles);
    case 'intent':
      if (answer.wishes !== undefined) return [words.t('ask:wishes')];
      return answer.intent === 'multi' ? [...phraseSeveral(speaker, answer.articles), words.t('ask:multi')] : [];
    case 'none':
      return [];
  }
}

/** The lines of an article: its text, and where it comes from in the last one. */
export function phraseArticle({ words }: Speaker, article: Article): string[] {
  return [...article.text.split('\n'), words.t('ask:source', { source: phraseSources(words, article) })];
}

/** "Có. Theo mức cũ …": the answer to a question that nobody asked. */
const YES_OF_ANSWER = /^Có\. /;

/** The first line of an article where nobody asked for it, and what it rests on. */
export function phraseRule(words: Words, article: Article): { text: string; source: string } {
  const [first = ''] = article.text.replace(YES_OF_ANSWER, '').split('\n');
  return { text: first, source: phraseSources(words, article) };
}

/** Several articles in one message: each its first line and its source. */
function phraseSeveral({ words }: Speaker, articles: readonly Article[]): string[] {
  return articles.map((article) => {
    const [first = ''] = article.text.split('\n');
    return words.t('ask:oneOfSeveral', { text: first, source: phraseSources(words, article) });
  });
}

/**
 * "Máy giá 400 triệu đồng: được hỗ trợ nhiều nhất 200 triệu đồng (…)", the source, and what is known of the province. Where the
 * price is not sure: "Nếu mua máy mới giá …".
 */
function phraseAmount(speaker: Speaker, answer: Extract<Answer, { kind: 'amount' }>): string[] {
  const { amounts, supportKind, priceVnd } = answer;
  const { words, library } = speaker;
  const [first, ...others] = amounts;
  if (first === undefined) return [];
  const sum = (vnd: number): string => saySum(speaker, vnd);
  const isHalfGuess = first.rate.percentIsAssumed && first.amountVnd < first.rate.ceilingVnd;
  const key =
    answer.isConditional === true ? (`ask:amount.if.${supportKind}` as const) : (`ask:amount.${supportKind}` as const);
  const opening = words.word(key, {
    price: sum(priceVnd),
    amount: sum(first.amountVnd),
    percent: first.rate.percent,
    ceiling: sum(first.rate.ceilingVnd),
  });
  const origin = words.t('ask:amount.national', { source: phraseSource(words, first.rate) });
  const local = others.map((amount) => phraseLocalAmount(speaker, amount));
  const beside = answer.articles.filter(({ id }) => !amounts.some(({ rate }) => rate.articleId === id));
  return [
    isHalfGuess ? `${opening} ${words.t('ask:amount.assumed')}` : opening,
    [origin, ...(local.length > 0 ? local : [phraseNoLocalRate(words, library, answer.provinceCode)])].join(' '),
    ...phraseSeveral(speaker, beside.slice(0, 1)),
  ];
}

function phraseLocalAmount(speaker: Speaker, { rate, amountVnd }: Amount): string {
  const { words, library } = speaker;
  return words.t('ask:amount.local', {
    province: library.findProvinceName(rate.province ?? '') ?? '',
    amount: saySum(speaker, amountVnd),
    source: phraseSource(words, rate),
  });
}

function phraseNoLocalRate(words: Words, library: Library, provinceCode: string | undefined): string {
  const province = provinceCode === undefined ? undefined : library.findProvinceName(provinceCode);
  return province === undefined ? words.t('ask:amount.mayDiffer') : words.t('ask:amount.noLocal', { province });
}

/** "Xem nguồn": every document with its article and date in force, how sure it is, and when it was looked at. */
export function phraseOrigin({ words }: Speaker, article: Article): string[] {
  return [
    words.t('ask:origin.title', { title: article.title }),
    ...article.sources.map((source) => phraseOneOrigin(words, source)),
    words.t('ask:origin.certainty', {
      certainty: words.word(`ask:certainty.${article.certainty}`),
      day: sayIsoDate(article.reviewedOn),
    }),
  ];
}

function phraseOneOrigin(words: Words, source: Source): string {
  const { effectiveFrom, effectiveTo } = source;
  const name = nameSource(words, source);
  if (effectiveTo !== undefined) return words.t('ask:origin.ended', { name, day: sayIsoDate(effectiveTo) });
  if (effectiveFrom !== undefined) return words.t('ask:origin.inForce', { name, day: sayIsoDate(effectiveFrom) });
  return words.t('ask:origin.noDate', { name });
}

/**
 * "Thông tư 28/2018/TT-BTC, Điều 8, khoản 4", with a caution where it is not certain: the documents that the figures are from
 * first, an old one said to be over; then the others that are in force.
 */
function phraseSources(words: Words, { sources, figures, certainty }: Article): string {
  const hasFigure = (source: Source): boolean => figures.some((figure) => figure.source === source.document);
  const named = [...sources.filter(hasFigure), ...sources.filter((source) => !hasFigure(source) && !source.superseded)];
  const names = named.slice(0, NAMED_SOURCES).map((source) => {
    const name = nameSource(words, source);
    return source.superseded === true ? words.t('ask:sourceOver', { name }) : name;
  });
  return withCaution(words, names.join('; '), certainty);
}

function saySum({ words, locale }: Speaker, vnd: number): string {
  return say(words, locale, sayMoney({ minVnd: vnd, maxVnd: vnd }));
}
