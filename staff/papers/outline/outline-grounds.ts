import { nameSource } from '../../../bot/library/phrase-source.ts';
import { type Article, type Certainty, isInForce } from '../../../core/answers/article.ts';
import type { Advice } from '../../../core/programmes/advise.ts';
import type { Words } from '../../../locales/words.ts';
import { sayPaperDay } from '../form/paper-time.ts';

type Named = { document: string; article?: string; effectiveFrom?: string };
type Ground = Named & { certainty: Certainty };

/** What the outline itself is written by. */
const ARTICLES_OF_OUTLINE = ['support-project', 'project-parts'];
/** What is to be kept to while a project is carried out: each the article that tells it; its name is `outline:rule.<id>`. */
const RULES = [
  'monthly-report',
  'advance-payment',
  'acceptance-who',
  'settlement-deadline',
  'amendment-authority',
  'keep-vouchers',
] as const;

/** Only what has a number can be looked up: "Thông tư 28/2018/TT-BTC". */
const HAS_NUMBER = /\d+\/\d{4}\//;
const RANKS = ['Luật', 'Nghị định', 'Thông tư', 'Nghị quyết', 'Quyết định'];
/** The surest first. */
const CERTAINTIES: readonly Certainty[] = ['officer', 'verified', 'verified-old', 'secondary', 'recalled'];

type Known = { articles: readonly Article[]; advice: Advice | undefined; date: string };

/**
 * "Căn cứ Nghị định 235/2025/NĐ-CP, Điều 1, khoản 1 (…)": the documents of the rules and rates by which this dossier was
 * judged, each once with how certain it is; nothing that our knowledge has not.
 */
export function legalBases({ articles, advice, date }: Known, words: Words): string[] {
  const judged: Ground[] = [
    ...(advice?.judgement.reasons ?? []).flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
    ...(advice?.estimate?.sums ?? []).map(({ rate }) => rate),
    ...(advice?.estimate?.ifLine ?? []).map(({ rate }) => rate),
  ];
  const written = ARTICLES_OF_OUTLINE.flatMap((id) => groundsOf(articles, { id, date }));
  const byDocument = Map.groupBy(
    [...judged, ...written].filter(({ document }) => HAS_NUMBER.test(document)),
    ({ document }) => document,
  );
  return [...byDocument]
    .sort(([one], [other]) => rankOf(one) - rankOf(other) || yearOf(other) - yearOf(one))
    .map(([document, grounds]) => {
      const places = [...new Set(grounds.flatMap(({ article }) => article ?? []))].sort();
      const effectiveFrom = grounds.find((ground) => ground.effectiveFrom !== undefined)?.effectiveFrom;
      const article = places.length === 0 ? undefined : places.join('; ');
      const source = nameDatedSource(words, { document, article, effectiveFrom });
      return words.t('outline:basis', { source, certainty: sayLeastCertain(grounds, words) });
    });
}

/** "Báo cáo tiến độ hằng tháng: Thông tư 36/2013/TT-BCT, Điều 23 (…)" */
export function rulesToKeep({ articles, date }: Omit<Known, 'advice'>, words: Words): string[] {
  return RULES.flatMap((id) => {
    const grounds = groundsOf(articles, { id, date }).filter(({ document }) => HAS_NUMBER.test(document));
    if (grounds.length === 0) return [];
    const source = grounds.map((ground) => nameSource(words, ground)).join('; ');
    const certainty = sayLeastCertain(grounds, words);
    return [words.t('outline:ruleToKeep', { rule: words.t(`outline:rule.${id}`), source, certainty })];
  });
}

/** "Thông tư 28/2018/TT-BTC, Điều 8, khoản 4, có hiệu lực từ 11/05/2018" */
export function nameDatedSource(words: Words, { document, article, effectiveFrom }: Named): string {
  const source = nameSource(words, { document, article });
  if (effectiveFrom === undefined) return source;
  return `${source}, ${words.t('eligibility:from', { day: sayPaperDay(effectiveFrom) })}`;
}

function groundsOf(articles: readonly Article[], { id, date }: { id: string; date: string }): Ground[] {
  const article = articles.find((each) => each.id === id && isInForce(each, date));
  if (article === undefined) return [];
  const current = article.sources.filter(({ superseded }) => superseded !== true);
  return current.map((source) => ({ ...source, certainty: article.certainty }));
}

function sayLeastCertain(grounds: readonly Ground[], { word }: Words): string {
  const least = Math.max(...grounds.map(({ certainty }) => CERTAINTIES.indexOf(certainty)));
  return word(`ask:certainty.${CERTAINTIES[least] ?? 'recalled'}`);
}

function rankOf(document: string): number {
  const rank = RANKS.findIndex((kind) => document.startsWith(kind));
  return rank === -1 ? RANKS.length : rank;
}

function yearOf(document: string): number {
  return Number(/\/(\d{4})\//.exec(document)?.[1] ?? 0);
}
