import type { Answer } from '../answer.ts';
import type { SupportKind } from '../rate.ts';
import { isOther } from './amount-other.ts';
import { type AnswerAmount, hasOddFigure, isBlocked, readAmountParts } from './answer-amount.ts';
import type { AnswerByArticle } from './answer-by-article.ts';
import type { ArticleFinder } from './article-finder.ts';
import { asksItself } from './asked-kinds.ts';
import { readFollowUp } from './follow-up.ts';
import type { Occasion, Question, ReadQuestion } from './question.ts';
import { areBothBought } from './support-thing.ts';
import { isEmptyWord } from './word-weights.ts';

const MOST_SYLLABLES = 8;
/** "ở Cao Bằng thì sao", "xã tui ở Ba Bể": nothing but the place. */
const ONLY_PLACE_SYLLABLES = 6;
const PLACE = /^(?:(?:o|tai|ben|tinh|huyen|xa|phuong|thon|ban|xom|cho) )(?:\S+ ?){1,5}$/;
/** Topics that say nothing of what a question is about. */
const GENERAL_TOPICS = [
  'basics',
  'conditions',
  'elsewhere',
  'eligibility',
  'local',
  'money',
  'other',
  'papers',
  'place',
  'steps',
];

const NAMES: Record<SupportKind, string> = {
  machine: 'máy',
  'technology-line': 'dây chuyền',
  'demonstration-model': 'mô hình trình diễn',
  trademark: 'nhãn hiệu',
  consulting: 'thuê tư vấn',
  'cleaner-production': 'mô hình sản xuất sạch hơn',
};
const HOW_MUCH = 'được hỗ trợ bao nhiêu';
const WHETHER = 'có được hỗ trợ không';
/** As `inPlace` says it. */
const SAID_PLACE = / ở (?:\p{Lu}\S* ?)+$/u;
/** Words of a support that look like a question. */
const NO_QUESTION = /\b(?:nhan|thuong) hieu\b/g;

/** `place`: the province that is spoken of, by its name. */
export type AnswerFollowUp = (
  question: Question,
  before: Question,
  occasion: Occasion & { place?: string },
) => Answer | undefined;

/** Whether a question leans on the one before it: by its words, or because it is nothing but a price. */
export function leansOnBefore(question: Question): boolean {
  if (readFollowUp(question.plain) !== undefined) return true;
  const { kind, priceVnd } = readAmountParts(question);
  return question.syllables.length <= MOST_SYLLABLES && priceVnd !== undefined && kind === undefined;
}

/**
 * Answers what leans on the question before it: another kind or price, another place, another thing, another side of it. What
 * was meant goes with the answer, so that the next question can lean on it in turn.
 */
export function openAnswerFollowUp({
  finder,
  amounts,
  answerByArticle,
  read,
}: {
  finder: ArticleFinder;
  amounts: AnswerAmount;
  answerByArticle: AnswerByArticle;
  read: ReadQuestion;
}): AnswerFollowUp {
  return (question, before, occasion) => {
    if (!leansOnBefore(question)) return undefined;
    const about = readFollowUp(question.plain);
    const inPlace = (text: string): string => (occasion.place === undefined ? text : `${text} ở ${occasion.place}`);
    const asked = readAmountParts(question);
    const askedBefore = readAmountParts(before);
    const kind = asked.kind ?? askedBefore.kind;
    // A line or a model may cost what the machine was to cost; a trademark does not.
    const isLike = asked.kind === undefined || areBothBought(asked.kind, askedBefore.kind);
    // "nếu máy 800 tirệu", "thế 1 ỷt hai trăm": what is not read, or not whole, is no price, nor that of before.
    const isOddFigure = asked.priceVnd === undefined ? /\d/.test(question.text) : hasOddFigure(question.syllables);
    const priceBefore = isLike ? askedBefore.priceVnd : undefined;
    const priceVnd = isOddFigure ? undefined : (asked.priceVnd ?? priceBefore);
    const isPlace = isOnlyPlace(about, question, occasion);
    const changes = asked.kind !== undefined || asked.priceVnd !== undefined || isPlace;
    if (kind !== undefined && priceVnd !== undefined && changes && isPlain(finder, question)) {
      const sum = amounts.compute({ kind, priceVnd }, question, occasion);
      return sum && { ...sum, meant: inPlace(`${NAMES[kind]} giá ${priceVnd / 1e6} triệu ${HOW_MUCH}`) };
    }
    if (about === undefined) return undefined;

    // The place that was spoken of before gives way to the one that is spoken of now.
    const base = before.text.replace(SAID_PLACE, '');
    if (isPlace) return { ...answerByArticle(read(base), occasion), meant: inPlace(base) };
    const answer = (text: string): Answer => answerByArticle(read(text), occasion);
    const subject = kind === undefined ? listContent(before) : NAMES[kind];
    const price = kind === undefined || priceVnd === undefined ? '' : ` giá ${priceVnd / 1e6} triệu`;
    const meant = inPlace(`${subject}${price}, ${about}`);
    if (asksItself(about.replace(NO_QUESTION, ''))) {
      const joined = answer(`${subject} ${about}`);
      const alone = answer(about);
      // After a sum the papers, the steps, the people are those of every support.
      const isFirst = price === '' ? staysWithin(joined, answer(base)) : alone.kind !== 'answer';
      return { ...(joined.kind === 'answer' && isFirst ? joined : alone), meant };
    }
    const said = asTyped(about, question);
    const topics = answer(base).articles[0]?.topics ?? [];
    if (price === '' && !topics.includes('money')) {
      const alone = answer(said);
      if (alone.kind !== 'none') return { ...alone, meant: inPlace(said) };
    }
    const texts = [`${said} ${HOW_MUCH}`, `${said} ${WHETHER}`, said];
    if (kind !== undefined && asked.kind === undefined) texts.push(`${NAMES[kind]} ${said} ${WHETHER}`);
    const found = texts.map((text) => ({ ...tellOne(answer(text)), meant: inPlace(text) }));
    return found.sort((one, other) => rankOf(other) - rankOf(one))[0];
  };
}

/** "mấy bản", "ai ký cái đó": so short that it may lean on the question before without a word that says so. */
const LONGEST_POINTER = 7;
const POINTS = /\b(?:cai|to|giay|khoan|viec|cho|vu|mon|may)? ?(?:do|day|ay|nay|no|kia|no|te|tren)\b/;
/** What stands by itself is told when it is at least this likely, unless it points back. */
const STANDS_ALONE = 0.75;

/** A short question that is not clear by itself, read with the one before it; only where both are about the same. */
export function openAnswerPointer({
  answerByArticle,
  read,
}: {
  answerByArticle: AnswerByArticle;
  read: ReadQuestion;
}): (question: Question, before: Question, occasion: Occasion, alone: Answer) => Answer | undefined {
  return (question, before, occasion, alone) => {
    if (question.syllables.length > LONGEST_POINTER || alone.kind === 'amount' || alone.kind === 'intent')
      return undefined;
    const isPointing = POINTS.test(question.plain);
    if (alone.kind === 'answer' && alone.confidence >= STANDS_ALONE && !isPointing) return undefined;
    // What was said to lean on the question before has been read with it already.
    if (alone.kind === 'answer' && leansOnBefore(question)) return undefined;
    // What names its own thing stands by itself, though the same was spoken of before.
    if (alone.kind === 'choices' && !isPointing && namesAgain(question, before)) return undefined;
    const meant = `${listContent(before)} ${question.text}`;
    const base = answerByArticle(read(before.text), occasion);
    const joined = tellOne(answerByArticle(read(meant), occasion));
    if (joined.kind === 'none' || !staysWithin(joined, base)) return undefined;
    return { ...joined, meant };
  };
}

/** What is told is better than what is offered, and that better than nothing. */
function rankOf({ kind, confidence }: Answer): number {
  return (kind === 'answer' ? 2 : kind === 'choices' ? 1 : 0) + confidence;
}

/** What is offered alone is told: that it leans on the question before says what it is about. */
function tellOne(answer: Answer): Answer {
  return answer.kind === 'choices' && answer.articles.length === 1 ? { ...answer, kind: 'answer' } : answer;
}

function staysWithin(joined: Answer, told: Answer): boolean {
  const topics = told.articles[0]?.topics ?? [];
  return joined.articles[0]?.topics.some((topic) => topics.includes(topic) && !GENERAL_TOPICS.includes(topic)) ?? false;
}

/** Two syllables that say something, as in "nhãn hiệu", stand in both. */
function namesAgain(question: Question, before: Question): boolean {
  const said = new Set(listContent(before).split(' '));
  return (
    listContent(question)
      .split(' ')
      .filter((word) => said.has(word)).length > 1
  );
}

/** Words of a question with the accents that it was typed with: "may cu" may be another word than "máy cũ". */
function asTyped(words: string, { syllables }: Question): string {
  const wanted = words.split(' ');
  const from = syllables.findIndex((_, at) => wanted.every((word, ahead) => syllables[at + ahead]?.folded === word));
  if (from < 0) return words;
  return syllables
    .slice(from, from + wanted.length)
    .map(({ exact }) => exact)
    .join(' ');
}

function listContent({ syllables }: Question): string {
  return syllables
    .filter(({ folded }) => !isEmptyWord(folded))
    .map(({ exact }) => exact)
    .join(' ');
}

function isOnlyPlace(about: string | undefined, question: Question, { named }: Occasion): boolean {
  if (about === undefined) return named !== undefined;
  return (named !== undefined && question.syllables.length <= ONLY_PLACE_SYLLABLES) || PLACE.test(about);
}

/** Nothing in it makes the money something else: "máy cũ thì sao". */
function isPlain(finder: ArticleFinder, { syllables, isAccented }: Question): boolean {
  return !isBlocked(finder, syllables, isAccented) && !isOther(syllables, isAccented);
}
