import type { Answer, Intent } from '../../../core/answers/answer.ts';
import type { Article } from '../../../core/answers/article.ts';
import { findCode } from '../../../core/applications/code.ts';
import { asksAboutCertificate } from '../../../core/certificates/asks-about-certificate.ts';
import { asksForCourses, wishesAnotherCourse, wishesToLeaveCourse } from '../../../core/courses/asks-for-courses.ts';
import { wordsOfCourse } from '../../../core/courses/rank-courses.ts';
import { wordsForTime } from '../../../core/schedule/words-for-time.ts';
import { OFFICE_ZONE } from '../../../core/time.ts';
import { sayTime } from '../../../locales/say-time.ts';
import { noteInterests } from '../../../records/interests.ts';
import type { Choice } from '../../channels/channel.ts';
import { phraseAnswer, phraseArticle, phraseOrigin, type Speaker } from '../../library/phrase-answer.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { admitWrong } from './ask/admit-wrong.ts';
import { answerDanger, readDanger } from './ask/answer-danger.ts';
import { findAsked } from './ask/asked.ts';
import { sendQuestion } from './ask/send-question.ts';
import { traceAnswer, traceChosen } from './ask/trace-answer.ts';
import { wishesToInviteNow } from './members/typed-invitation.ts';
import { saysOnlyDataWish, saysSentIdentityPaper, wayOfConsentWish, wayOfDataWish } from './my-data/said-right.ts';
import { answerOfOwn } from './my-dossiers/answer-of-own.ts';
import { wishesToWithdraw } from './my-dossiers/wish-to-withdraw.ts';
import { offerFollow } from './news/offer-follow.ts';
import { wayOfFollowWords } from './news/said-follow.ts';
import { wishesForNews } from './news-wish.ts';
import { namedNeedChoice } from './register/offer-needs.ts';
import { readReminderWords } from './reminders/read-words.ts';
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
  'withdraw-consent': 'my-data:consents',
} as const satisfies Partial<Record<Intent, string>>;

function leadsAway(intent: Intent): intent is keyof typeof WAY_OF {
  return Object.hasOwn(WAY_OF, intent);
}

/** Which right over one's data is meant stands in the words. */
function wayOf(intent: keyof typeof WAY_OF, text: string, at: { isFree: boolean }): string {
  if (intent === 'my-data') return wayOfDataWish(text, at);
  return intent === 'withdraw-consent' ? wayOfConsentWish(text) : WAY_OF[intent];
}

/** "Đăng ký đi", where courses were shown just now. */
function speaksOfCourses({ conversation }: Turn): boolean {
  return conversation.pending.some(({ key }) => key.startsWith('courses:wish:'));
}

/** Wishes that no form may take for an answer. */
const HEARD_EVERYWHERE: readonly Intent[] = ['my-data', 'withdraw-consent', 'stop-news'];

/** The choice that a text asks for even in the middle of something. */
export function findWish(turn: Turn, text: string): string | undefined {
  const { library, now } = turn;
  if (readDanger(turn) !== undefined) return 'ask:danger';
  if (wishesForNews(text)) return 'news:show';
  if (wishesToInviteNow(text)) return 'members:list';
  if (wishesToLeaveCourse(text)) return 'courses:ask-leave';
  if (wishesAnotherCourse(text)) return `courses:list:0:${wordsOfCourse(text)}`;
  const following = wayOfFollowWords(text);
  if (following !== undefined) return following;
  const reminder = readReminderWords(text, now);
  if (reminder !== undefined) return reminder;
  if (wishesToWithdraw(text)) return `my-dossiers:wish:${findCode(text) ?? ''}`;
  if (asksAboutCertificate(text) === 'own') return 'certificates:show';
  if (saysSentIdentityPaper(text)) return 'my-data:cards';
  if (saysOnlyDataWish(text)) return wayOfDataWish(text, { isFree: false });
  // Only when a pattern finds it: what is typed into a form ("xóa hết", as a yes) may sound like many things.
  const intent = library.hear({ text, date: officeDate(now) });
  if (intent === undefined) return undefined;
  return HEARD_EVERYWHERE.includes(intent) && leadsAway(intent) ? wayOf(intent, text, { isFree: false }) : undefined;
}

/**
 * Answers from the library, or says plainly that it does not know and offers an officer. Takes any text: the router calls
 * it last, and for a question in the middle of a form.
 */
export async function answerQuestion(turn: Turn, text: string): Promise<Reply | { goTo: string }> {
  if (wishesForNews(text)) return { goTo: 'news:show' };
  const following = wayOfFollowWords(text);
  if (following !== undefined) return { goTo: following };
  const reminder = readReminderWords(text, turn.now);
  if (reminder !== undefined) return { goTo: reminder };
  if (saysSentIdentityPaper(text)) return { goTo: 'my-data:cards' };
  if (saysOnlyDataWish(text)) return { goTo: wayOfDataWish(text, { isFree: turn.conversation.open === undefined }) };
  if (wishesToLeaveCourse(text)) return { goTo: 'courses:ask-leave' };
  if (asksForCourses(text) === 'asks') return { goTo: `courses:list:0:${wordsOfCourse(text)}` };
  const { library, conversation, inbound, now } = turn;
  const ofOwn = await answerOfOwn(turn, text);
  if (ofOwn !== undefined) {
    conversation.misses = 0;
    conversation.lastQuestion = { text, seq: inbound.seq, articleIds: [] };
    return ofOwn;
  }
  const last = conversation.lastQuestion;
  const date = officeDate(now);
  const answer = library.ask({ text, previous: last?.meant ?? last?.text, provinceCode: provinceOf(turn), date });
  turn.trace(traceAnswer(library, answer, { date, before: last?.seq }));

  if (answer.kind === 'intent') {
    const { intent } = answer;
    const code = intent === 'status' ? findCode(text) : undefined;
    if (code !== undefined) return { goTo: `my-dossiers:find:${code}` };
    if (intent === 'register' && speaksOfCourses(turn)) return { goTo: 'register:need:training' };
    if (leadsAway(intent)) return { goTo: wayOf(intent, text, { isFree: conversation.open === undefined }) };
    // "Sai rồi": about the answer that was just given.
    if (intent === 'complaint' && last !== undefined) return await admitWrong(turn, last);
    if (intent !== 'multi') return smallTalk(turn, intent, text);
    if (answer.wishes !== undefined) return offerWishes(turn, answer.wishes);
  }
  const articleIds = answer.articles.map(({ id }) => id);
  conversation.lastQuestion = { text, meant: answer.meant, seq: inbound.seq, articleIds };
  if (answer.kind === 'none') return offerOfficer(turn);

  conversation.misses = 0;
  if (answer.kind !== 'choices') await noteTopics(turn, answer.articles);
  const choices =
    answer.kind === 'choices'
      ? listOffered(turn, answer)
      : [
          ...listNext(turn, { article: answer.articles[0], seq: inbound.seq }),
          ...(await offerFollow(turn, answer.articles)),
        ];
  return { paragraphs: phraseAnswer(speakerOf(turn), answer), choices };
}

/** Several wishes in one message: one reply, a button for each. */
function offerWishes({ words }: Turn, wishes: readonly Intent[]): Reply {
  const choices = wishes.flatMap((wish): Choice[] => {
    if (leadsAway(wish)) return [{ key: WAY_OF[wish], label: words.t(`ask:wish.${wish}`) }];
    return wish === 'register-selection'
      ? [{ key: 'ask:article:selection-papers', label: words.t('ask:choice.selectionPapers') }]
      : [];
  });
  return { paragraphs: [words.t('ask:wishes')], choices };
}

function offerOfficer(turn: Turn): Reply {
  const { conversation, words, now, inbound } = turn;
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
      ...namedNeedChoice(turn),
      { key: `ask:send:${inbound.seq}`, label: words.t('ask:choice.send') },
      { key: 'ask:no', label: words.t('ask:choice.no') },
      ...pausedChoice(turn),
    ],
  };
}

/** What answers a question that is not open any more is answered nowhere: the way back to it. */
function pausedChoice({ conversation, words }: Turn): Choice[] {
  const isPaused = conversation.open === undefined && conversation.paused !== undefined;
  return isPaused ? [{ key: 'menu:resume', label: words.t('conversation:menu.resume') }] : [];
}

/** Each button carries the number of its own question: it may be tapped after others were asked. */
function listOffered(turn: Turn, { articles }: Answer): Choice[] {
  const { seq } = turn.inbound;
  return [
    ...namedNeedChoice(turn),
    ...articles.map((article) => ({ key: `ask:article:${article.id}:${seq}`, label: article.title })),
    { key: `ask:send:${seq}`, label: turn.words.t('ask:choice.sendToOfficer') },
  ];
}

/** `seq`: the message whose answer this is; "Chưa đúng" is about that one, whenever it is tapped. */
function listNext(
  { words }: Turn,
  { article, seq }: { article: Article | undefined; seq: number | undefined },
): Choice[] {
  const of = seq === undefined ? '' : `:${seq}`;
  return [
    { key: 'register:start', label: words.t('conversation:menu.register') },
    ...(article === undefined ? [] : [{ key: `ask:source:${article.id}${of}`, label: words.t('ask:choice.source') }]),
    { key: `ask:wrong${of}`, label: words.t('ask:choice.wrong') },
    { key: 'officer:start', label: words.t('conversation:menu.officer') },
  ];
}

/** What was asked and answered, so that news of the same kind can be meant for this person. */
async function noteTopics({ tx, person, now }: Turn, articles: readonly Article[]): Promise<void> {
  await noteInterests(tx, { personId: person.id, topics: articles.flatMap(({ topics }) => topics), now });
}

/** An article that was chosen among those offered for a question, or opened by a button of its own. */
async function showArticle(turn: Turn, id: string, question: string): Promise<Reply> {
  const { library, conversation, inbound, now, words } = turn;
  const date = officeDate(now);
  const article = library.findArticle(id, date);
  if (article === undefined) return { paragraphs: [words.t('ask:articleGone')], choices: goneChoices(turn) };
  const asked = question === '' ? undefined : await findAsked(turn, question);
  const provinceCode = provinceOf(turn);
  turn.trace(traceChosen(library, article, { date, provinceCode, of: asked?.seq ?? inbound.seq }));
  conversation.lastQuestion = { text: asked?.text ?? article.title, seq: inbound.seq, articleIds: [id] };
  conversation.misses = 0;
  await noteTopics(turn, [article]);
  return {
    paragraphs: phraseArticle(speakerOf(turn), article),
    choices: listNext(turn, { article, seq: inbound.seq }),
  };
}

/** Looking at the source is no new question: "Chưa đúng" stays about the answer that it stood under. */
function showOrigin(turn: Turn, id: string, answer: string): Reply {
  const article = turn.library.findArticle(id, officeDate(turn.now));
  if (article === undefined) return { paragraphs: [turn.words.t('ask:articleGone')], choices: goneChoices(turn) };
  const seq = /^\d+$/.test(answer) ? Number(answer) : undefined;
  const choices = listNext(turn, { article, seq }).filter(({ key }) => !key.startsWith('ask:source:'));
  return { paragraphs: phraseOrigin(speakerOf(turn), article), choices };
}

function goneChoices({ words }: Turn): Choice[] {
  return [
    { key: 'menu:ask', label: words.t('ask:choice.askAgain') },
    { key: 'officer:start', label: words.t('conversation:menu.officer') },
  ];
}

function provinceOf({ person, centre }: Turn): string {
  return person.provinceCode ?? centre.provinceCode;
}

function speakerOf({ words, person, library }: Turn): Speaker {
  return { words, locale: person.locale === 'en' ? 'en' : 'vi', library };
}

function officeDate(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString();
}

/** "Muốn mua máy cày": what surely is another office's is said before the wish begins a request; that stays a button. */
async function sendElsewhere(turn: Turn): Promise<Reply | undefined> {
  const { input, library, now } = turn;
  if (input.kind !== 'text') return undefined;
  const { kind, articles, confidence } = library.ask({ text: input.text, date: officeDate(now) });
  const isSure = kind === 'answer' && confidence === 1 && articles[0]?.topics.includes('elsewhere') === true;
  const reply = isSure ? await answerQuestion(turn, input.text) : undefined;
  return reply === undefined || 'goTo' in reply ? undefined : reply;
}

/** Questions and their answers: the source, "that was not it", and the way to an officer. */
export const askTopic: Topic = {
  name: 'ask',
  choose: async (turn, [what, first = '', second = '']) => {
    switch (what) {
      case 'article':
        return await showArticle(turn, first, second);
      case 'source':
        return showOrigin(turn, first, second);
      case 'wrong':
        return await admitWrong(turn, await findAsked(turn, first));
      case 'danger': {
        const danger = readDanger(turn);
        return danger && (await answerDanger(turn, danger));
      }
      case 'send':
        return await sendQuestion(turn, await findAsked(turn, first), { saidWrong: second === 'wrong' });
      case 'no':
        return {
          paragraphs: [turn.words.t('ask:notSent')],
          choices: [{ key: 'menu:show', label: turn.words.t('common:backToMenu') }],
        };
      default:
        return undefined;
    }
  },
  takeUp: async (turn) => {
    const danger = readDanger(turn);
    return danger === undefined ? await sendElsewhere(turn) : await answerDanger(turn, danger);
  },
};
