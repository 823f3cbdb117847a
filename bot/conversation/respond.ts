import { type Command, isPlainStop, readCommand } from './five-words.ts';
import { greet, introduce, isGreeting } from './greeting.ts';
import { pickChoice, pickLabel } from './pick-choice.ts';
import type { Reply, Topic, Turn, TurnInput } from './topic.ts';
import { menuChoices } from './topics/menu.ts';

/** Longer messages are not searched for an answer: an officer is offered instead. */
const LONGEST_QUESTION = 1_000;

export type Rooms = {
  topics: readonly Topic[];
  /** The last resort for words that no topic took: answers, says that it does not know, or names the choice that was meant. */
  answerQuestion: (turn: Turn, text: string) => Promise<Reply | { goTo: string }>;
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
  if (isFirst && isGreeting(input)) return greet(turn);

  const reply =
    command === undefined
      ? await answerInput({ ...turn, input }, rooms)
      : await obey(command, { ...turn, input }, rooms);
  return isFirst ? { ...reply, paragraphs: [...introduce(turn), '', ...reply.paragraphs] } : reply;
}

/** A typed number or label that means a pending choice becomes that choice; the five words become commands. */
function understand(turn: Turn): { input: TurnInput; command?: Command } {
  const { input, conversation } = turn;
  if (input.kind !== 'text') return { input };
  if (isPlainStop(input.text)) return { input, command: 'stop' };
  const choice = pickChoice(conversation.pending, input.text);
  if (choice !== undefined) return { input: { kind: 'choice', key: choice.key } };
  const command = readCommand(input.text);
  if (command !== undefined || conversation.open !== undefined) return { input, command };
  // What stands in the menu works when it is typed at any time; its numbers only while the menu stands.
  const entry = pickLabel(menuChoices(turn), input.text);
  return { input: entry === undefined ? input : { kind: 'choice', key: entry.key } };
}

async function answerInput(turn: Turn, rooms: Rooms): Promise<Reply> {
  const { input } = turn;
  if (input.kind === 'choice') {
    const chosen = await choose(turn, rooms, input.key);
    if (chosen !== undefined) return chosen;
    return showMenu(turn, rooms, turn.words.t('conversation:staleChoice'));
  }

  const open = findOpenTopic(turn, rooms);
  const carriedOn = await open?.carryOn?.(turn);
  if (carriedOn !== undefined) return carriedOn;

  const before = turn.conversation.open;
  const aside = await answerAside(turn, rooms);
  // What the words opened asks for itself.
  return turn.conversation.open === before ? await returnToOpen(turn, rooms, aside) : aside;
}

/** What an input means by itself, whether or not something is open. */
async function answerAside(turn: Turn, rooms: Rooms): Promise<Reply> {
  const { input, words } = turn;
  switch (input.kind) {
    case 'text':
      if (input.text.length > LONGEST_QUESTION) return keepLongText(turn, rooms);
      if (/^\d{1,2}$/.test(input.text)) return showMenu(turn, rooms, words.t('conversation:strayNumber'));
      return await answerText(turn, rooms, input.text);
    case 'photo':
      return showMenu(turn, rooms, words.t('conversation:photoOutOfPlace'));
    case 'photo-unread':
      return showMenu(turn, rooms, words.t('conversation:photoUnread'));
    case 'sticker':
      return showMenu(turn, rooms, words.t('conversation:sticker'));
    case 'voice':
      return showMenu(turn, rooms, words.t('conversation:voice'));
    default:
      return showMenu(turn, rooms, words.t('conversation:nothingReadable'));
  }
}

async function answerText(turn: Turn, rooms: Rooms, text: string): Promise<Reply> {
  const answer = await rooms.answerQuestion(turn, text);
  if (!('goTo' in answer)) return answer;
  return (await choose(turn, rooms, answer.goTo)) ?? showMenu(turn, rooms);
}

async function keepLongText(turn: Turn, rooms: Rooms): Promise<Reply> {
  const { words, input } = turn;
  if (input.kind === 'text') turn.conversation.lastQuestion = { text: input.text, articleIds: [] };
  const menu = await showMenu(turn, rooms, words.t('conversation:longText'));
  return { ...menu, choices: [{ key: 'officer:send-last', label: words.t('officer:sendThis') }, ...menu.choices] };
}

/** After an answer in the middle of something: the same message asks again where the person stood. */
async function returnToOpen(turn: Turn, rooms: Rooms, aside: Reply): Promise<Reply> {
  const again = await findOpenTopic(turn, rooms)?.askAgain?.(turn);
  if (again === undefined) return aside;
  return {
    paragraphs: [...aside.paragraphs, '', turn.words.t('conversation:goOn'), ...again.paragraphs],
    choices: again.choices,
  };
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
      return (await open?.goBack?.(turn)) ?? showMenu(turn, rooms);
    case 'officer':
      return (await choose(turn, rooms, 'officer:start')) ?? showMenu(turn, rooms);
    case 'stop':
      return (await choose(turn, rooms, open === undefined ? 'news:ask-stop' : 'menu:pause')) ?? showMenu(turn, rooms);
    case 'cancel':
      if (open === undefined) return showMenu(turn, rooms, words.t('conversation:nothingOpen'));
      return (await choose(turn, rooms, 'menu:ask-cancel')) ?? showMenu(turn, rooms);
  }
}

async function showMenu(turn: Turn, rooms: Rooms, before?: string): Promise<Reply> {
  const menu = await choose(turn, rooms, 'menu:show');
  if (menu === undefined) throw new Error('There is no topic "menu".');
  return before === undefined ? menu : { ...menu, paragraphs: [before, ...menu.paragraphs] };
}

/** Hands a choice to the topic that its key names. */
export async function choose(turn: Turn, rooms: Rooms, key: string): Promise<Reply | undefined> {
  const [name, ...args] = key.split(':');
  return await rooms.topics.find((topic) => topic.name === name)?.choose(turn, args);
}

function findOpenTopic({ conversation }: Turn, rooms: Rooms): Topic | undefined {
  const name = conversation.open?.topic;
  return name === undefined ? undefined : rooms.topics.find((topic) => topic.name === name);
}
