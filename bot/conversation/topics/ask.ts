import type { Answer, Intent } from '../../../core/answers/answer.ts';
import type { Article } from '../../../core/answers/article.ts';
import { findCode } from '../../../core/applications/code.ts';
import { ANY_PROGRAMME } from '../../../core/audience/condition.ts';
import { wordsForTime } from '../../../core/schedule/words-for-time.ts';
import { OFFICE_ZONE } from '../../../core/time.ts';
import { sayTime } from '../../../locales/say-time.ts';
import { createHandoff } from '../../../records/handoffs.ts';
import { noteInterests } from '../../../records/interests.ts';
import type { Choice } from '../../channels/channel.ts';
import { phraseAnswer, phraseArticle, phraseOrigin, type Speaker } from '../../library/phrase-answer.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { wishesForNews } from './news-wish.ts';
import { wishesNoReminders } from './reminders/no-reminders.ts';
import { smallTalk } from './small-talk.ts';

/** After this many questions in a row that nothing answers, an example shows how to ask. */
const MISSES_BEFORE_EXAMPLE = 2;

/** Where a wish leads at once, without a message in between: messages are rationed. */
const WAY_OF = {
  officer: 'officer:start',
  register: 'register:start',
  status: 'my-dossiers:list',
  'stop-news': 'news:ask-stop',
  deadlines: 'reminders:dates',
  'remind-me': 'reminders:wish',
  'my-data': 'my-data:show',
  'withdraw-consent': 'my-data:show',
} as const satisfies Partial<Record<Intent, string>>;

const NO_REMINDERS = `reminders:stop-programme:${ANY_PROGRAMME}`;

function leadsAway(intent: Intent): intent is keyof typeof WAY_OF {
  return Object.hasOwn(WAY_OF, intent);
}

/** Wishes that no form may take for an answer. */
const HEARD_EVERYWHERE: readonly Intent[] = ['my-data', 'withdraw-consent', 'stop-news'];

/** The choice that a text asks for even in the middle of something. */
export function findWish({ library, now }: Turn, text: string): string | undefined {
  if (wishesForNews(text)) return 'news:show';
  if (wishesNoReminders(text)) return NO_REMINDERS;
  const heard = library.ask({ text, date: officeDate(now) });
  if (heard.kind !== 'intent' || !HEARD_EVERYWHERE.includes(heard.intent) || !leadsAway(heard.intent)) return undefined;
  return WAY_OF[heard.intent];
}

/**
 * Answers from the library, or says plainly that it does not know and offers an officer. Takes any text: the router calls
 * it last, and for a question in the middle of a form.
 */
export async function answerQuestion(turn: Turn, text: string): Promise<Reply | { goTo: string }> {
  if (wishesForNews(text)) return { goTo: 'news:show' };
  if (wishesNoReminders(text)) return { goTo: NO_REMINDERS };
  const { library, person, centre, conversation, now } = turn;
  const answer = library.ask({
    text,
    previous: conversation.lastQuestion?.text,
    provinceCode: person.provinceCode ?? centre.provinceCode,
    date: officeDate(now),
  });
  turn.trace({
    kind: answer.kind,
    ...(answer.kind === 'intent' ? { intent: answer.intent } : {}),
    articles: answer.articles.map(({ id }) => id),
    candidates: answer.candidates,
    libraryVersion: library.version,
  });

  if (answer.kind === 'intent') {
    const { intent } = answer;
    const code = intent === 'status' ? findCode(text) : undefined;
    if (code !== undefined) return { goTo: `my-dossiers:find:${code}` };
    if (leadsAway(intent)) return { goTo: WAY_OF[intent] };
    if (intent !== 'multi') return smallTalk(turn, intent, text);
  }
  conversation.lastQuestion = { text, articleIds: answer.articles.map(({ id }) => id) };
  if (answer.kind === 'none') return offerOfficer(turn);

  conversation.misses = 0;
  if (answer.kind !== 'choices') await noteTopics(turn, answer.articles);
  const choices = answer.kind === 'choices' ? listOffered(turn, answer) : listNext(turn, answer.articles[0]);
  return { paragraphs: phraseAnswer(speakerOf(turn), answer), choices };
}

function offerOfficer(turn: Turn): Reply {
  const { conversation, words, now } = turn;
  conversation.misses += 1;
  const promisedAt = turn.promisedAnswerAt();
  return {
    paragraphs: [
      words.t(conversation.misses < MISSES_BEFORE_EXAMPLE ? 'ask:none' : 'ask:noneAgain'),
      promisedAt === undefined
        ? words.t('ask:offerOfficerNoTime')
        : words.t('ask:offerOfficer', { time: sayTime(words, wordsForTime({ at: promisedAt, now })) }),
    ],
    choices: [
      { key: 'ask:send', label: words.t('ask:choice.send') },
      { key: 'ask:no', label: words.t('ask:choice.no') },
    ],
  };
}

function listOffered({ words }: Turn, { articles }: Answer): Choice[] {
  return [
    ...articles.map((article) => ({ key: `ask:article:${article.id}`, label: article.title })),
    { key: 'ask:send', label: words.t('ask:choice.sendToOfficer') },
  ];
}

function listNext({ words }: Turn, article: Article | undefined): Choice[] {
  return [
    { key: 'register:start', label: words.t('conversation:menu.register') },
    ...(article === undefined ? [] : [{ key: `ask:source:${article.id}`, label: words.t('ask:choice.source') }]),
    { key: 'ask:wrong', label: words.t('ask:choice.wrong') },
    { key: 'officer:start', label: words.t('conversation:menu.officer') },
  ];
}

/** Sends the very question on, once: a second tap on an old button sends nothing. */
async function sendToOfficer(turn: Turn): Promise<Reply> {
  const { tx, ids, person, inbound, now, conversation, words } = turn;
  const question = conversation.lastQuestion;
  const back: Choice[] = [{ key: 'menu:show', label: words.t('common:backToMenu') }];
  if (question === undefined) return { paragraphs: [words.t('ask:nothingToSend')], choices: back };

  const promisedAt = turn.promisedAnswerAt();
  await createHandoff(tx, {
    id: ids.next(),
    personId: person.id,
    kind: 'question',
    text: question.text,
    inboundSeq: inbound.seq,
    now,
    promisedAt,
  });
  conversation.lastQuestion = undefined;
  conversation.misses = 0;
  const wait =
    promisedAt === undefined
      ? words.t('ask:sentNoTime')
      : words.t('ask:sentWithTime', { time: sayTime(words, wordsForTime({ at: promisedAt, now })) });
  return { paragraphs: [words.t('ask:sent'), wait], choices: back };
}

/** What was asked and answered, so that news of the same kind can be meant for this person. */
async function noteTopics({ tx, person, now }: Turn, articles: readonly Article[]): Promise<void> {
  await noteInterests(tx, { personId: person.id, topics: articles.flatMap(({ topics }) => topics), now });
}

async function showArticle(turn: Turn, id: string): Promise<Reply> {
  const { library, conversation, words } = turn;
  const article = library.findArticle(id);
  if (article === undefined) return { paragraphs: [words.t('ask:articleGone')], choices: listNext(turn, undefined) };
  conversation.lastQuestion = { text: article.title, articleIds: [id] };
  conversation.misses = 0;
  await noteTopics(turn, [article]);
  return { paragraphs: phraseArticle(speakerOf(turn), article), choices: listNext(turn, article) };
}

async function showOrigin(turn: Turn, id: string): Promise<Reply> {
  const article = turn.library.findArticle(id);
  if (article === undefined) return showArticle(turn, id);
  const choices = listNext(turn, article).filter(({ key }) => key !== `ask:source:${id}`);
  return { paragraphs: phraseOrigin(speakerOf(turn), article), choices };
}

function admitWrong(turn: Turn): Reply {
  const { conversation, words } = turn;
  turn.trace({ saidWrong: conversation.lastQuestion?.articleIds ?? [] });
  return {
    paragraphs: [words.t('ask:wrong')],
    choices: [
      { key: 'menu:ask', label: words.t('ask:choice.askAgain') },
      { key: 'ask:send', label: words.t('ask:choice.sendToOfficer') },
    ],
  };
}

function speakerOf({ words, person, library }: Turn): Speaker {
  return { words, locale: person.locale === 'en' ? 'en' : 'vi', library };
}

function officeDate(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString();
}

/** Questions and their answers: the source, "that was not it", and the way to an officer. */
export const askTopic: Topic = {
  name: 'ask',
  choose: async (turn, [what, id = '']) => {
    switch (what) {
      case 'article':
        return await showArticle(turn, id);
      case 'source':
        return await showOrigin(turn, id);
      case 'wrong':
        return admitWrong(turn);
      case 'send':
      case 'officer':
        return await sendToOfficer(turn);
      case 'no':
        return {
          paragraphs: [turn.words.t('ask:notSent')],
          choices: [{ key: 'menu:show', label: turn.words.t('common:backToMenu') }],
        };
      default:
        return undefined;
    }
  },
};
