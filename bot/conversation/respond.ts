import { readFarewell, takeLeave } from './farewell.ts';
import type { Command } from './five-words.ts';
import { goOnWith } from './go-on-with.ts';
import { greet, introduce, isGreeting } from './greeting.ts';
import { askWhichDung, findMeantByYes, mayAgreeWithNoted } from './mean-yes.ts';
import type { Reply, Topic, Turn, TurnInput } from './topic.ts';
import { understand } from './understand.ts';

/** Longer messages are not searched for an answer: an officer is offered instead. */
const LONGEST_QUESTION = 1_000;

export type Rooms = {
  topics: readonly Topic[];
  /** The last resort for words that no topic took: answers, says that it does not know, or names the choice that was meant. */
  answerQuestion: (turn: Turn, text: string) => Promise<Reply | { goTo: string }>;
  /** The choice that a text asks for even in the middle of something: one's data, no more news. */
  findWish: (turn: Turn, text: string) => string | undefined;
  /** What opens the centre's bot in Zalo. */
  zaloLink?: string;
};

/**
 * What is said back. Every input gets a reply that says what to do next, except while an officer has joined:
 * then only the five words are answered.
 */
export async function respond(
  turn: Turn,
  rooms: Rooms,
  { officerJoined }: { officerJoined: boolean },
): Promise<Reply | undefined> {
  const { conversation } = turn;
  const { input, command } = understand(turn);
  if (officerJoined && command === undefined) return undefined;

  const isFirst = !conversation.greeted;
  conversation.greeted = true;
  if (isFirst && isGreeting(input)) return greet(turn, rooms.zaloLink);

  const reply =
    command === undefined
      ? await answerInput({ ...turn, input }, rooms)
      : await obey(command, { ...turn, input }, rooms);
  const { withGreeting, ...plain } = reply;
  if (!isFirst) return plain;
  if (withGreeting === undefined)
    return { ...plain, paragraphs: [...introduce(turn, rooms.zaloLink), '', ...plain.paragraphs] };
  const { paragraphs, choices } = withGreeting;
  return { ...plain, choices, paragraphs: [...introduce(turn, rooms.zaloLink, { tellsKept: false }), ...paragraphs] };
}

async function answerInput(turn: Turn, rooms: Rooms): Promise<Reply> {
  const { conversation, input } = turn;
  const before = conversation.open;
  if (input.kind === 'choice') {
    const chosen = await choose(turn, rooms, input.key);
    if (chosen === undefined) return showMenu(turn, rooms, turn.words.t('conversation:staleChoice'));
    // A look at an answer or its source does not end what is open.
    const isAside = input.key.startsWith('ask:') && conversation.open === before;
    return isAside ? await returnToOpen(turn, rooms, chosen) : chosen;
  }

  const open = isWordless(input) ? undefined : findOpenTopic(turn, rooms);
  const wish = open !== undefined && input.kind === 'text' ? rooms.findWish(turn, input.text) : undefined;
  // "Sửa số điện thoại" in the middle of a request is about that request.
  const isOwn = wish !== undefined && (await open?.claims?.(turn)) === true;
  if (wish !== undefined && !isOwn) return (await choose(turn, rooms, wish)) ?? showMenu(turn, rooms);
  const carriedOn = await open?.carryOn?.(turn);
  if (carriedOn !== undefined) return carriedOn;

  const meant = before === undefined && input.kind === 'text' ? findMeantByYes(conversation, input.text) : undefined;
  const agreed = meant === undefined ? undefined : await chooseFirst(turn, rooms, meant);
  if (agreed !== undefined) return agreed;

  const takenUp = before === undefined && !isWordless(input) ? await takeUpByItself(turn, rooms) : undefined;
  if (takenUp !== undefined) return takenUp;

  const left = before === undefined && input.kind === 'text' ? readFarewell(conversation, input.text) : undefined;
  if (left === 'leaves') return takeLeave(turn);
  const declined = left === 'no' ? await chooseFirst(turn, rooms, ['ask:no']) : undefined;
  if (declined !== undefined) return declined;

  const { reply, leadsAway } = await answerAside(turn, rooms);
  return leadsAway ? reply : await returnToOpen(turn, rooms, reply);
}

/** The first of these choices that there is. */
async function chooseFirst(turn: Turn, rooms: Rooms, keys: readonly string[]): Promise<Reply | undefined> {
  for (const key of keys) {
    const reply = await choose({ ...turn, input: { kind: 'choice', key } }, rooms, key);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/** What was set aside goes on with the answer to it; a photo may be of something else first. */
async function takeUpByItself(turn: Turn, rooms: Rooms): Promise<Reply | undefined> {
  return turn.input.kind === 'text'
    ? ((await goOnWith(turn, rooms.topics)) ?? (await takeUp(turn, rooms)))
    : ((await takeUp(turn, rooms)) ?? (await goOnWith(turn, rooms.topics)));
}

async function takeUp(turn: Turn, rooms: Rooms): Promise<Reply | undefined> {
  for (const topic of rooms.topics) {
    const reply = await topic.takeUp?.(turn);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/** "👍", "???": nothing that could be an answer or a question. */
function isWordless(input: TurnInput): boolean {
  return input.kind === 'text' && !/[\p{L}\p{N}]/u.test(input.text);
}

/** `leadsAway`: the words were a wish to be elsewhere, and what is there asks for itself. */
type Aside = { reply: Reply; leadsAway: boolean };

/** What an input means by itself, whether or not something is open. */
async function answerAside(turn: Turn, rooms: Rooms): Promise<Aside> {
  const { conversation, input, words } = turn;
  // Where something is open its own question follows; elsewhere the menu says what can be done.
  const tell = async (text: string): Promise<Aside> => ({
    reply: conversation.open === undefined ? await showMenu(turn, rooms, text) : { paragraphs: [text], choices: [] },
    leadsAway: false,
  });

  switch (input.kind) {
    case 'text':
      if (input.text.length > LONGEST_QUESTION) return offerOfficer(turn, await tell(words.t('conversation:longText')));
      if (/^\d{1,2}$/.test(input.text)) return tell(words.t('conversation:strayNumber'));
      if (isWordless(input)) return tell(words.t('conversation:sticker'));
      return await answerText(turn, rooms, input.text);
    case 'photo':
      return tell(words.t('conversation:photoOutOfPlace'));
    case 'photo-unread':
      return tell(words.t('conversation:photoUnread'));
    case 'photo-too-large':
      return tell(words.t('conversation:photoTooLarge'));
    case 'photo-wrong-type':
      return tell(words.t('conversation:photoWrongType'));
    case 'photo-no-room':
      return tell(words.t('conversation:photoNoRoom'));
    case 'sticker':
      return tell(words.t('conversation:sticker'));
    case 'voice':
      return tell(words.t('conversation:voice'));
    default:
      return tell(words.t('conversation:nothingReadable'));
  }
}

async function answerText(turn: Turn, rooms: Rooms, text: string): Promise<Aside> {
  const answer = await rooms.answerQuestion(turn, text);
  if (!('goTo' in answer)) return { reply: answer, leadsAway: false };
  return { reply: (await choose(turn, rooms, answer.goTo)) ?? (await showMenu(turn, rooms)), leadsAway: true };
}

/** A long message is kept as it is, so that it can be handed to an officer. */
function offerOfficer(turn: Turn, { reply, leadsAway }: Aside): Aside {
  const { conversation, input, words, inbound } = turn;
  if (input.kind === 'text') conversation.lastQuestion = { text: input.text, seq: inbound.seq, articleIds: [] };
  const send = { key: `ask:send:${inbound.seq}`, label: words.t('officer:sendThis') };
  return { reply: { ...reply, choices: [send, ...reply.choices] }, leadsAway };
}

/**
 * After an answer in the middle of something: the same message asks again where the person stood. Of the answer's own
 * choices those stay that would be lost otherwise: to send the question to an officer, and, where a number means a choice
 * anyway, what was offered and "Chưa đúng". Elsewhere a number is an answer to what is open; there what was offered is named
 * in the text, and heard when it is typed, as "chưa đúng" is.
 */
async function returnToOpen(turn: Turn, rooms: Rooms, aside: Reply): Promise<Reply> {
  const { words } = turn;
  const again = await findOpenTopic(turn, rooms)?.askAgain?.(turn);
  if (again === undefined) return withShownCourse(turn, aside);
  const send = aside.choices.find(({ key }) => key.startsWith('ask:send'));
  const offered = aside.choices.filter(({ key }) => key.startsWith('ask:article'));
  const isNumbered = again.choices.length > 0;
  const wrong = isNumbered ? aside.choices.find(({ key }) => key.startsWith('ask:wrong')) : undefined;
  const kept = [
    ...(isNumbered ? offered : []),
    ...(send === undefined ? [] : [{ ...send, label: words.t('officer:sendLast') }]),
    ...(wrong === undefined ? [] : [{ ...wrong, label: words.t('ask:choice.wrongLast') }]),
  ];
  const told =
    offered.length === 0 || isNumbered
      ? aside.paragraphs
      : [words.t('ask:offerTyped', { titles: offered.map(({ label }) => `"${label}"`).join(', ') })];
  return {
    ...again,
    paragraphs: [...told, '', words.t('conversation:goOn'), ...again.paragraphs],
    choices: [...again.choices, ...kept],
  };
}

/** "Mất tiền ko" under a shown course: the way into it is not lost over the answer. */
function withShownCourse({ conversation }: Turn, aside: Reply): Reply {
  const isAnswer = aside.choices.some(({ key }) => key.startsWith('ask:'));
  const shown = conversation.pending.filter(({ key }) => /^courses:(?:choose|swap):/.test(key));
  const isThere = aside.choices.some(({ key }) => shown.some((each) => each.key === key));
  if (!isAnswer || isThere || shown.length === 0) return aside;
  return { ...aside, choices: [...shown, ...aside.choices] };
}

async function obey(command: Command, turn: Turn, rooms: Rooms): Promise<Reply> {
  const { conversation, words } = turn;
  const open = findOpenTopic(turn, rooms);
  switch (command) {
    case 'menu':
      return showMenu(turn, rooms);
    case 'repeat':
      return conversation.lastReply ?? showMenu(turn, rooms);
    case 'back':
      // A topic that only stood in between has closed itself; what it stood before is asked again.
      return (await open?.goBack?.(turn)) ?? (await goOn(turn, rooms));
    case 'resume':
      return (await keepDraft(turn, rooms)) ?? (await goOn(turn, rooms));
    case 'officer':
      return (await choose(turn, rooms, 'officer:start')) ?? showMenu(turn, rooms);
    case 'stop':
      if (open !== undefined && turn.input.kind === 'text') {
        const doubt = askWhichDung(turn, turn.input.text);
        if (doubt !== undefined) return doubt;
        const again = mayAgreeWithNoted(turn, turn.input.text) ? await open.askAgain?.(turn) : undefined;
        if (again !== undefined)
          return { ...again, paragraphs: [words.t('conversation:dungNoted'), ...again.paragraphs] };
      }
      return (await choose(turn, rooms, open === undefined ? 'news:ask-stop' : 'menu:pause')) ?? showMenu(turn, rooms);
    case 'cancel':
      if (open === undefined) return showMenu(turn, rooms, words.t('conversation:nothingOpen'));
      return (await choose(turn, rooms, 'menu:ask-cancel')) ?? showMenu(turn, rooms);
  }
}

/** "Đừng huỷ nữa", "làm tiếp", where it was asked whether to give the draft up. */
async function keepDraft(turn: Turn, rooms: Rooms): Promise<Reply | undefined> {
  const kept = turn.conversation.pending.find(({ key }) => key.startsWith('register:continue:'));
  return kept === undefined ? undefined : await choose(turn, rooms, kept.key);
}

/** Takes up what is open or paused; the menu when there is nothing. */
async function goOn(turn: Turn, rooms: Rooms): Promise<Reply> {
  const { open, paused } = turn.conversation;
  // Also a draft that nothing in the conversation leads to any more.
  const isNowhere = open === undefined && paused === undefined;
  return (await choose(turn, rooms, isNowhere ? 'register:resume' : 'menu:resume')) ?? showMenu(turn, rooms);
}

async function showMenu(turn: Turn, rooms: Rooms, before?: string): Promise<Reply> {
  const menu = await choose(turn, rooms, 'menu:show');
  if (menu === undefined) throw new Error('There is no topic "menu".');
  return before === undefined ? menu : { ...menu, paragraphs: [before, ...menu.paragraphs] };
}

/** Hands a choice to the topic that its key names. */
async function choose(turn: Turn, rooms: Rooms, key: string): Promise<Reply | undefined> {
  const [name, ...args] = key.split(':');
  return await rooms.topics.find((topic) => topic.name === name)?.choose(turn, args);
}

function findOpenTopic({ conversation }: Turn, rooms: Rooms): Topic | undefined {
  const name = conversation.open?.topic;
  return name === undefined ? undefined : rooms.topics.find((topic) => topic.name === name);
}
