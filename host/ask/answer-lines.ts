import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Library } from '../../bot/library/library.ts';
import { buildLibrary } from '../../bot/library/load-library.ts';
import { phraseAnswer } from '../../bot/library/phrase-answer.ts';
import { phraseDanger } from '../../bot/library/phrase-danger.ts';
import { phrasePlace } from '../../bot/library/phrase-place.ts';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import type { Answer } from '../../core/answers/answer.ts';
import { DEFAULT_THRESHOLDS } from '../../core/answers/asking/confidence.ts';
import { mergeKnowledge, type OfficerKnowledge } from '../../core/answers/officer-knowledge.ts';
import { AppError } from '../../core/app-error.ts';
import type { Places } from '../../core/places/places.ts';
import { OFFICE_ZONE } from '../../core/time.ts';
import { type Words, wordsFor } from '../../locales/words.ts';
import { loadPlaces } from '../load-places.ts';
import { projectRoot } from '../project-root.ts';
import { readLines } from '../read-lines.ts';

const askLine = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  province: z.string().nullish(),
  previous: z.string().nullish(),
  date: z.iso.date().nullish(),
});

/** What a running assistant would answer by, as far as it is known. */
type Setting = {
  /** What officers have published. */
  officers?: OfficerKnowledge;
  /** From which probability on something is offered at all. */
  offerFrom?: number;
};

/** Answers questions, a JSON object a line in and one out, in their order. */
export async function answerLines({
  input,
  output,
  ...setting
}: Setting & { input: Readable; output: Writable }): Promise<void> {
  const answerer = await openAnswerer(setting);
  for await (const text of readLines(input)) {
    if (text.trim() === '') continue;
    const { id, q, province, previous, date } = readLine(text);
    const startedAt = performance.now();
    const { answer, lines } = answerer.answer({
      text: q,
      provinceCode: province ?? undefined,
      previous: previous ?? undefined,
      date: date ?? undefined,
    });
    const ms = Math.round((performance.now() - startedAt) * 100) / 100;
    output.write(`${JSON.stringify({ id, ...describe(answer), text: lines.join('\n'), ms })}\n`);
  }
}

/** One question, answered as it would be said. */
export async function answerOne(
  question: { text: string; provinceCode?: string },
  setting: Setting = {},
): Promise<string> {
  return (await openAnswerer(setting)).answer(question).lines.join('\n');
}

type Question = { text: string; provinceCode?: string; previous?: string; date?: string };

/** The library with everything that is needed to say its answers outside a conversation. */
async function openAnswerer({
  officers = { articles: [], rates: [] },
  offerFrom = DEFAULT_THRESHOLDS.offer,
}: Setting): Promise<{ answer: (question: Question) => { answer: Answer; lines: string[] } }> {
  const [shipped, places] = await Promise.all([readKnowledge({ root: projectRoot }), loadPlaces()]);
  const library = buildLibrary(mergeKnowledge(shipped, officers), { ...DEFAULT_THRESHOLDS, offer: offerFrom });
  const words = wordsFor('vi');
  const today = Temporal.Now.plainDateISO(OFFICE_ZONE).toString();
  const answer = ({ date = today, ...question }: Question) => {
    const found = library.ask({ ...question, date });
    return { answer: found, lines: phraseAlone({ words, library, places }, found, question.text) };
  };
  // Until its code is compiled an answer takes ten times as long: the first of those who ask shall not wait for that.
  for (const { asks } of shipped.articles.slice(0, WARM_UP)) answer({ text: `${asks.join(', ')} 400 triệu?` });
  return { answer };
}

const WARM_UP = 60;

/** A reply has three lines at most. */
const NAMED_WISHES = 2;

/** What is said where there are no buttons and no centre. */
function phraseAlone(
  { words, library, places }: { words: Words; library: Library; places: Places },
  answer: Answer,
  text: string,
): string[] {
  if (answer.kind === 'none' && answer.danger !== undefined) {
    return [phraseDanger(words, answer.danger), words.t('ask:danger.later')];
  }
  if (answer.kind === 'none') return [words.t('ask:none'), words.t('ask:offerOfficerNoTime')];
  if (answer.kind === 'intent') {
    if (answer.intent === 'place') return phrasePlace(words, places.find(text));
    if (answer.intent === 'about') return [words.t('ask:intent.aboutNoCentre')];
    if (answer.intent !== 'multi') return [words.word(`ask:intent.${answer.intent}`)];
    const wishes = (answer.wishes ?? []).slice(0, NAMED_WISHES).map((wish) => words.word(`ask:intent.${wish}`));
    if (wishes.length > 0) return [words.t('ask:wishes'), ...wishes];
  }
  const lines = phraseAnswer({ words, locale: 'vi', library }, answer);
  if (answer.kind !== 'choices') return lines;
  return [...lines, ...answer.articles.map((article, at) => `${at + 1}. ${article.title}`)];
}

function describe(answer: Answer) {
  return {
    kind: answer.kind,
    ...(answer.kind === 'intent' ? { intent: answer.intent } : {}),
    articles: answer.articles.map(({ id, title, sources }) => ({ id, title, sources })),
    ...(answer.kind === 'amount'
      ? {
          amount: answer.amounts.map(({ rate, amountVnd }) => ({
            scope: rate.scope,
            percent: rate.percent,
            ceilingVnd: rate.ceilingVnd,
            amountVnd,
            source: rate.article === undefined ? rate.document : `${rate.document}, ${rate.article}`,
            certainty: rate.certainty,
          })),
        }
      : {}),
  };
}

function readLine(text: string): z.output<typeof askLine> {
  try {
    return askLine.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('ask.bad-line', { line: text.slice(0, 200) }, { cause: error });
  }
}
