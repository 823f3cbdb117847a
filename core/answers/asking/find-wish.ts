import type { Intent } from '../answer.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { expandShortenings } from './plain-form.ts';
import { WISHES } from './wish-patterns.ts';
import type { Wishes } from './wish-wording.ts';
import { compileWords, createLikeness, findWords, type Leniency, type WordPattern, wordsOf } from './word-pattern.ts';

/** What a message wishes for, what else it wishes for, and the part of it that asks something beside. */
export type Wish = { intent: Intent; others?: Intent[]; question?: string };

type Clause = { text: string; from: number; to: number };
/** Up to a full stop; its clauses end at commas. */
type Sentence = { syllables: Syllable[]; clauses: Clause[] };

const SENTENCE_END = /(?<!\d)[.?!;\n…]+|[.?!;\n…]+(?!\d)/;
const CLAUSE_END = /(?<!\d),|,(?!\d)|\s[-–]\s/;
/** Where one wish may end and another begin. */
const WISH_END =
  /[.?!;\n…]+|(?<!\d),|\s(?:với lại|voi lai|với cả|voi ca|vs lại|xong|rồi|roi|và|va|đồng thời|sẵn|tiện)\s/i;
const PURPOSES = WISHES.filter(({ isSmallTalk }) => !isSmallTalk);
/** A wish is said early or late in few words; what is longer is a story for the articles or an officer. */
const MAX_SENTENCES = 6;
const MAX_SYLLABLES = 60;
const LONGEST_SMALL_TALK = 22;
const LONGEST_SEVERAL = 25;

/** Words that ask about rules, money or papers, and so are no part of a wish. */
const ASKING = [
  'bao nhiêu',
  '[bao lâu|bao xa|bao giờ]',
  'mấy [ngày|tháng|phần|lần|triệu|năm|bản|bộ|loại|bước]',
  '[thế nào|như nào|ra sao|làm sao|kiểu gì|cách nào|kiểu chi|làm răng]',
  '[là gì|là chi|nghĩa là]',
  '[cần|phải|gồm] ~3 [gì|chi|nào|không]',
  '[giấy tờ|điều kiện|thủ tục|loại|máy] [gì|nào|chi|mô]',
  'những [gì|giấy|ai|nào|loại]',
  '[cấp|nhóm|sản phẩm|nghề|ngành|khoản|năm|đơn vị|cơ quan|ai|mục|mức] [nào|gì|chi|mô]',
  'ai [được|duyệt|công nhận|xem|thẩm định]',
  '[có] mấy',
  'sao phải',
  'mấy [tấm|cái|kiểu|người]',
  '[mặt hàng|hàng] [nào|mô|gì|chi]',
  'ai ~2 [giúp|lo|trả|chịu|làm]',
  '[với|hỏi|đăng ký|cho] ai',
  '[ở|chỗ|tại|nộp|gặp|hỏi|cho] [đâu|mô|chỗ nào]',
  '[tại sao|vì sao|sao lại|răng lại]',
  '[điều kiện|mức hỗ trợ|mất phí|tốn tiền|thủ tục]',
  '[thì|có|được|phải|đúng|hay] ~6 [không|hông|chưa|nỏ]',
  '[thì] ~2 [sao|răng]',
  '[được|ưu tiên|hỗ trợ] [gì|chi]',
  '[muốn|cho] ~2 hỏi',
].map(compileWords);

const POLITE =
  /^(?:(?:toi|tui|em|minh|chau|bac|voi|cai|giup|gium|ho|luon|bay gio|gio|a|ad) )*(?:(?:co )?duoc )?(?:khong|hong|no|chu|chua|k)(?: (?:a|ad|admin|em|vay|the|rua|nhi|ha|hi|anh|chi|bac|day|do|nha|nhe|nghe|voi))*$/;

const GREETING_WORDS =
  /^(?:da|vang|em|chau|con|toi|tui|xin|kinh|chao|hello|helo|hi|hey|alo|lo|ad|admin|bot|shop|ban|anh|chi|bac|co|chu|o|cac|moi|nguoi|ca|nha|trung|tam|khuyen|cong|can|bo|tro|ly|buoi|sang|trua|chieu|toi|a|ah|nhe|nha|oi|ai|khong|do|day|nghe|moi|biet|vao|cai|ni|nay|trang|lan|dau|tien|thu|dung)$/;

const WORDS = wordsOf([...WISHES.flatMap(({ patterns, unless }) => [...patterns, ...unless]), ...ASKING]);

export type FindWish = (text: string) => Wish | undefined;

/** Folded words that are never taken for a slip: those of `texts`. */
export function listKnownWords(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => splitSyllables(text).map(({ folded }) => folded)));
}

/**
 * Makes the finder of wishes: in what was typed as it stands, or with one slip. What it finds none in is a question, a
 * story or nonsense. A word of `known` is never taken for a slip.
 */
export function openFindWish(known: ReadonlySet<string>): FindWish {
  const like = createLikeness(WORDS, (folded) => known.has(folded));
  return (text) => {
    const read = (end: RegExp): Sentence[] => text.split(end).slice(0, MAX_SENTENCES).map(readSentence);
    const sentences = read(SENTENCE_END);
    const wish = findIn(sentences, { like, slips: 0 }) ?? findIn(sentences, { like, slips: 1 });
    if (wish === undefined || sentences.flatMap(({ syllables }) => syllables).length > LONGEST_SEVERAL) return wish;
    const found = read(WISH_END).flatMap((one) => findIn([one], { like, slips: 0 }, PURPOSES)?.intent ?? []);
    const others = [...new Set(found)].filter((intent) => intent !== wish.intent && !isSameWish(intent, wish.intent));
    return found.includes(wish.intent) && others.length > 0 ? { ...wish, others } : wish;
  };
}

/** "đăng ký bình chọn" is one wish in two words for it. */
function isSameWish(one: Intent, other: Intent): boolean {
  return one.startsWith('register') && other.startsWith('register');
}

function readSentence(text: string): Sentence {
  const syllables: Syllable[] = [];
  const clauses = text.split(CLAUSE_END).map((clause) => {
    const from = syllables.length;
    syllables.push(...expandShortenings(splitSyllables(clause)).slice(0, MAX_SYLLABLES - from));
    return { text: clause, from, to: syllables.length };
  });
  return { syllables, clauses: clauses.filter(({ from, to }) => to > from) };
}

function findIn(
  sentences: readonly Sentence[],
  { like, slips }: Leniency,
  kinds: readonly Wishes[] = WISHES,
): Wish | undefined {
  for (const wishes of kinds) {
    for (const sentence of sentences) {
      const wish = findOf(wishes, sentence, { like, slips, others: sentences.filter((other) => other !== sentence) });
      if (wish !== undefined) return wish;
    }
  }
  return undefined;
}

function findOf(
  { intent, patterns, unless, asks, isSmallTalk }: Wishes,
  sentence: Sentence,
  { like, slips, others }: Leniency & { others: readonly Sentence[] },
): Wish | undefined {
  const found = findTightest(sentence, patterns, { like, slips });
  if (found === undefined) return undefined;
  const own = sentence.clauses.filter(({ from, to }) => from < found.to && to > found.from);
  const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
  const isAsking = (syllables: readonly Syllable[]): boolean =>
    findFirst(syllables, ASKING, { like, slips: 1 }) !== undefined;

  if (findFirst(sentence.syllables.slice(from, to), unless, { like, slips: 1 }) !== undefined) return undefined;
  if (isSmallTalk) {
    const all = [sentence, ...others].flatMap(({ syllables }) => syllables);
    const isAll = intent === 'greeting' ? isGreeting(all, found.slips) : all.length <= LONGEST_SMALL_TALK;
    return isAll && !isAsking(all) ? { intent } : undefined;
  }
  const before = sentence.syllables.slice(from, found.from);
  const after = withoutPoliteEnd(sentence.syllables.slice(found.to, to), before);
  if (!asks && isAsking([...before, ...after])) return undefined;

  const question = [
    ...sentence.clauses.filter((clause) => !own.includes(clause)).map((clause) => ({ clause, of: sentence })),
    ...others.flatMap((other) => other.clauses.map((clause) => ({ clause, of: other }))),
  ]
    .map(({ clause, of }) => ({ clause, said: of.syllables.slice(clause.from, clause.to) }))
    .filter(({ said }) => isAsking(said) && findFirst(said, patterns, { like, slips }) === undefined);
  if (question.length === 0) return { intent };
  return { intent, question: question.map(({ clause }) => clause.text.trim()).join(', ') };
}

/** Within one clause if it stands there, else over the commas, which are often set without a thought. */
function findTightest({ syllables, clauses }: Sentence, patterns: readonly WordPattern[], leniency: Leniency) {
  for (const { from, to } of clauses.length > 1 ? clauses : []) {
    const found = findFirst(syllables.slice(from, to), patterns, leniency);
    if (found !== undefined) return { ...found, from: found.from + from, to: found.to + from };
  }
  return findFirst(syllables, patterns, leniency);
}

function findFirst(syllables: readonly Syllable[], patterns: readonly WordPattern[], leniency: Leniency) {
  for (const pattern of patterns) {
    const found = findWords(syllables, pattern, leniency);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "được không" at the end of a wish is only polite, unless what stands before it asks already. */
function withoutPoliteEnd(after: readonly Syllable[], before: readonly Syllable[]): readonly Syllable[] {
  const isPolite = POLITE.test(after.map(({ folded }) => folded).join(' '));
  return isPolite && !before.some(({ folded }) => /^(?:co|duoc|phai)$/.test(folded)) ? [] : after;
}

function isGreeting(syllables: readonly Syllable[], slips: number): boolean {
  return syllables.filter(({ folded }) => !GREETING_WORDS.test(folded)).length <= slips;
}
