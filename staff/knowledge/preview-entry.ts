import { phraseAnswer, phraseArticle, phraseOrigin, type Speaker } from '../../bot/library/phrase-answer.ts';
import { type ChannelPreview, previewMessage } from '../../bot/outbox/preview-message.ts';
import { nameEntry } from '../../core/answers/entry-name.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { computeAmount, findRates, SUPPORT_KINDS } from '../../core/answers/rate.ts';
import { wordsFor } from '../../locales/words.ts';
import type { KnowledgeContent } from '../../records/knowledge-content.ts';
import { toArticle } from '../../records/published-knowledge.ts';
import type { Officer } from '../auth/session.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { officeDay, tryEntry } from './check-entry.ts';
import { type Foreseen, foreseeEntry } from './foresee.ts';

export type EntryPreview = Foreseen & {
  /** The message as it would leave on each channel; empty for a rate that no sum is computed from. */
  messages: ChannelPreview[];
  /** What "Xem nguồn" would say. */
  origin: string[];
  /** The shipped one in whose place it would stand. */
  standsFor: { id: string; title: string } | null;
};

const EXAMPLE_VND = 400_000_000;

/** An entry as it stands in the form: how people would read it, and what publishing it would change. Nothing is written. */
export async function previewEntry(
  deps: StaffDeps,
  {
    officer,
    name = nameEntry('moi', () => false),
    priceVnd = EXAMPLE_VND,
    ...entry
  }: KnowledgeContent & {
    name?: string;
    priceVnd?: number;
    officer: Officer;
  },
): Promise<EntryPreview> {
  const now = deps.clock.now();
  const speaker: Speaker = { words: wordsFor('vi'), locale: 'vi', library: deps.library.current() };
  const foreseen = await foreseeEntry(deps, { entry: { ...entry, name }, officer });
  const { articles, rates } = deps.library.shipped;
  if (entry.kind === 'article') {
    const article = toArticle({ name, content: entry.content, reviewedAt: now });
    const shipped = articles.find(({ id }) => id === name);
    const standsFor = shipped === undefined ? null : { id: name, title: shipped.title };
    const messages = messagesOf(speaker, phraseArticle(speaker, article));
    return { ...foreseen, messages, origin: phraseOrigin(speaker, article), standsFor };
  }
  const shipped = rates.find(({ id }) => id === name);
  const standsFor = shipped === undefined ? null : { id: name, title: shipped.document };
  const { knowledge } = await tryEntry(deps.db, deps, { entry: { ...entry, name }, officer, now });
  const lines = phraseExample(speaker, knowledge, { content: entry.content, priceVnd, today: officeDay(now) });
  return { ...foreseen, messages: lines.length === 0 ? [] : messagesOf(speaker, lines), origin: [], standsFor };
}

function messagesOf({ words }: Speaker, lines: readonly string[]): ChannelPreview[] {
  const labels = [
    words.t('conversation:menu.register'),
    words.t('ask:choice.source'),
    words.t('ask:choice.wrong'),
    words.t('conversation:menu.officer'),
  ];
  return previewMessage({ text: lines.join('\n'), choices: labels.map((label, at) => ({ key: String(at), label })) });
}

/** What somebody would read who asks about a machine, a line or a model of this price on the rate's first day. */
function phraseExample(
  speaker: Speaker,
  knowledge: Knowledge,
  {
    content,
    priceVnd,
    today,
  }: { content: Extract<KnowledgeContent, { kind: 'rate' }>['content']; priceVnd: number; today: string },
): string[] {
  const kind = SUPPORT_KINDS.find((one) => one === content.kind);
  if (kind === undefined) return [];
  const { effectiveFrom = today, province } = content;
  const date = effectiveFrom > today ? effectiveFrom : today;
  const amounts = findRates(knowledge.rates, { kind, date, province }).map((rate) => computeAmount(rate, priceVnd));
  if (amounts.length === 0) return [];
  const traced = { confidence: 1, read: '', candidates: [], provinceCode: province };
  return phraseAnswer(speaker, { kind: 'amount', articles: [], supportKind: kind, priceVnd, amounts, ...traced });
}
