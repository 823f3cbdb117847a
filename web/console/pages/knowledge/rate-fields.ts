import { given } from './article-fields.ts';
import type { RateAsked } from './queries.ts';

export type RateContent = RateAsked['content'];
type RateKind = RateContent['kind'];

/** What stands in the form: numbers as typed, dates ISO or empty. */
export type RateFields = {
  kind: RateKind;
  scope: 'national' | 'local';
  province: string;
  percent: string;
  ceilingVnd: string;
  multiplier: string;
  document: string;
  article: string;
  effectiveFrom: string;
  effectiveTo: string;
  articleId: string;
  supersedes: string;
  confirmedBy: string;
  percentIsAssumed: boolean;
};

export function toFields(rate: Partial<RateContent>): RateFields {
  return {
    kind: rate.kind ?? 'machine',
    scope: rate.scope ?? 'local',
    province: rate.province ?? '',
    percent: sayNumber(rate.percent),
    ceilingVnd: sayNumber(rate.ceilingVnd),
    multiplier: sayNumber(rate.multiplier),
    document: rate.document ?? '',
    article: rate.article ?? '',
    effectiveFrom: rate.effectiveFrom ?? '',
    effectiveTo: rate.effectiveTo ?? '',
    articleId: rate.articleId ?? '',
    supersedes: rate.supersedes ?? '',
    confirmedBy: rate.confirmedBy ?? '',
    percentIsAssumed: rate.percentIsAssumed ?? false,
  };
}

/** Undefined while the document or the article is missing, or a number is none. */
export function toContent(fields: RateFields): RateContent | undefined {
  const { kind, scope, percentIsAssumed, document, articleId, percent, ceilingVnd, multiplier, ...texts } = fields;
  const numbers = [percent, ceilingVnd, multiplier].map(readNumber);
  if (document.trim() === '' || articleId === '' || numbers.includes(null)) return undefined;
  const [readPercent, readCeiling, readMultiplier] = numbers;
  return {
    kind,
    scope,
    percentIsAssumed,
    document,
    articleId,
    ...given({ ...texts, province: scope === 'local' ? texts.province : '' }),
    ...(readPercent ? { percent: readPercent } : {}),
    ...(readCeiling ? { ceilingVnd: readCeiling } : {}),
    ...(readMultiplier ? { multiplier: readMultiplier } : {}),
  };
}

/** "300.000.000" and "37,5" as a Vietnamese types them; undefined for nothing, null for what is no number. */
export function readNumber(typed: string): number | undefined | null {
  const text = typed.replace(/\s/g, '');
  if (text === '') return undefined;
  const plain = text.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function sayNumber(value: number | undefined): string {
  return value === undefined ? '' : value.toLocaleString('vi-VN', { maximumFractionDigits: 4 });
}
