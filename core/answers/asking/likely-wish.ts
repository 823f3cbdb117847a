import { findCode } from '../../applications/code.ts';
import type { Answer, Intent } from '../answer.ts';
import { splitSyllables } from '../typing/syllables.ts';
import type { ArticleFinder } from './article-finder.ts';
import type { MessageKind } from './message-kind/message-kind.ts';
import type { Question } from './question.ts';

/** A wish that was told by examples, not by a pattern. */
export type LikelyWish = {
  intent: Intent;
  /** How likely the message as a whole is this wish… */
  share: number;
  /** …or, when it has several clauses, the clause that is likeliest. */
  clauseShare: number;
};

const HAS_WORDS = /[\p{L}\p{N}\p{So}]/u;
const CLAUSE_END = /[.?!;\n…]+|(?<!\d),|,(?!\d)/;
/** Of a longer story no clause is looked at by itself. */
const MOST_CLAUSES = 6;
const LEAST_CLAUSE_SYLLABLES = 2;

/** What a message may wish for, when no pattern finds it. */
export function findLikelyWish(finder: ArticleFinder, { text, mended }: Question): LikelyWish {
  const whole = finder.findKind(mended).wish;
  // "???" says nothing; what is commonest is no reading of it.
  if (!HAS_WORDS.test(text)) return { intent: whole.intent, share: 0, clauseShare: 0 };
  const clauses = text.split(CLAUSE_END).filter((clause) => splitSyllables(clause).length >= LEAST_CLAUSE_SYLLABLES);
  // "Chào em, nghe nói …": the greeting speaks for itself alone.
  const kinds: MessageKind['wish'][] =
    clauses.length > 1 && clauses.length <= MOST_CLAUSES
      ? clauses.map((clause) => finder.findKind(finder.mend(clause)).wish).filter(({ intent }) => intent !== 'greeting')
      : [];
  const best = kinds.reduce((found, kind) => (kind.share > found.share ? kind : found), whole);
  return { intent: best.intent, share: best.intent === whole.intent ? whole.share : 0, clauseShare: best.share };
}

const SURELY_ASKED = { inside: 0.9, wish: 0.04 };

/** Whether a message is so surely a question for the articles that a pattern misheard it: "lắp ráp đồ điện tử" is no abuse. */
export function isMisheard(finder: ArticleFinder, question: Question): boolean {
  // Whoever writes the code of a dossier speaks of their own.
  if (findCode(question.text) !== undefined) return false;
  const { inside, wish } = finder.findKind(question.mended);
  if (inside < SURELY_ASKED.inside || wish.share >= SURELY_ASKED.wish) return false;
  return findLikelyWish(finder, question).clauseShare < SURELY_ASKED.wish;
}

/** How likely a wish must be, by what the articles say to the message: `node scripts/fit-confidence.ts` prints what that is worth. */
const LEAST_SHARE = { none: 0.25, choices: 0.4, answer: 0.5 };
/** One clause alone speaks for a message that is not answered, when it is as likely as this. */
const LEAST_CLAUSE_SHARE = 0.7;

/** "Tôi đồng ý" and "anh ấy đồng ý" take nothing back, however alike they sound. */
const TAKES_BACK =
  /\b(?:rut|huy|bo|thoi|ngung|dung|xoa|go|het|cham dut|doi y|nghi lai|thu hoi|thu lai|khong|ko|hong|chang|no)\b/;

/** "Máy hút ẩm dùng làm gì" asks about that machine, and not about who answers. */
const NAMES_A_MACHINE =
  /\b(?:may (?!(?:nay|do|day|kia|ay|a|ah|ha|hay|la|gi|nao|tra|tu|moc|noi|ao|that|chat|viet|dang|duoc|phai|co|khong|nguoi|bot|rep|nhan|lam|dung)\b)\S|noi (?:hoi|nau|hap|chung)\b|lo (?:say|nung|hoi|ren)\b|tu (?:say|dong)\b|day chuyen \S)/;

/** Whether a message is rather the wish than what the articles answer. */
export function isRatherWish({ intent, share, clauseShare }: LikelyWish, { kind, confidence, read }: Answer): boolean {
  if (intent === 'withdraw-consent' && !TAKES_BACK.test(read)) return false;
  if (intent === 'about' && NAMES_A_MACHINE.test(read)) return false;
  if (kind === 'none') return share >= LEAST_SHARE.none || clauseShare >= LEAST_CLAUSE_SHARE;
  if (kind === 'choices')
    return (share >= LEAST_SHARE.choices && share >= confidence) || clauseShare >= LEAST_CLAUSE_SHARE;
  return kind === 'answer' && share >= LEAST_SHARE.answer && share >= confidence;
}
