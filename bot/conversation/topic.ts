import type { Ids } from '../../core/ids.ts';
import type { DataRequestClock } from '../../core/people-data/data-request-clock.ts';
import type { DataRequestKind } from '../../core/people-data/legal-terms.ts';
import type { Places } from '../../core/places/places.ts';
import type { PlanCalendar } from '../../core/schedule/plan-calendar.ts';
import type { Words } from '../../locales/words.ts';
import type { Tx } from '../../records/database.ts';
import type { UnreadPhoto } from '../../records/inbound.ts';
import type { Choice } from '../channels/channel.ts';
import type { Library } from '../library/library.ts';

/** What the person did, after the door: text is NFC and trimmed; a typed number that meant a choice is that choice. */
export type TurnInput =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; key: string }
  | { kind: 'photo'; fileIds: string[]; caption: string }
  | { kind: 'sticker' | 'voice' | 'unsupported' | 'empty' | UnreadPhoto };

/** One message back. Paragraphs become lines; choices come after them. `contactButton`: see `MessageContent`. */
export type Reply = {
  paragraphs: string[];
  choices: Choice[];
  contactButton?: string;
  /** Said instead where the first words of all stand before it: both together would be too much. It tells what is kept itself. */
  withGreeting?: { paragraphs: string[]; choices: Choice[] };
};

/** What is under way with a person: the topic that handles the next words, and its own small state. */
export type OpenActivity = { topic: string; state: unknown };

export type ConversationState = {
  greeted: boolean;
  /** Handles the next words first. */
  open: OpenActivity | undefined;
  /** Set aside by "dừng"; resumed from the menu. */
  paused: OpenActivity | undefined;
  /** The choices of the last message: a typed number, label or part of one counts only while they stand. */
  pending: Choice[];
  /** The last message as it was sent, for "đọc lại". */
  lastReply: Reply | undefined;
  /** Where it went: on another channel of the person a number would mean a message that stands there. */
  lastContactId: string | undefined;
  /** Where a button that shares the phone number may stand on the screen, and the message that should have taken it away. */
  contactButton: { contactId: string; endedBy?: string } | undefined;
  /** How often in a row nothing was understood. */
  misses: number;
  /** The last question asked of the library, for "gặp cán bộ" and follow-ups; `seq`: the message that was answered. */
  lastQuestion: { text: string; meant?: string; seq?: number; articleIds: string[] } | undefined;
  /** The message that was handled last. */
  lastSeq?: number;
};

export type TurnPerson = {
  id: string;
  locale: string;
  displayName: string | undefined;
  wantsNews: boolean;
  isSample: boolean;
  provinceCode: string | undefined;
  /** The wording of the consent to requests that holds; undefined: none does. */
  agreedTo: string | undefined;
};

/** Everything a topic may use while it answers. It changes `conversation` in place and records through `tx`. */
export type Turn = {
  tx: Tx;
  now: Date;
  ids: Ids;
  words: Words;
  /** Joining and separating people changes it in place: what follows in the turn is the other's. */
  person: TurnPerson;
  contact: { id: string; channel: string };
  /** The journal row that is being answered. */
  inbound: { id: string; seq: number };
  /** The name as people read it: a sample centre says so. */
  centre: { name: string; provinceCode: string };
  input: TurnInput;
  conversation: ConversationState;
  library: Library;
  places: Places;
  /** When an officer will have answered what is asked now; undefined when the office's calendar does not reach so far. */
  promisedAnswerAt: () => Date | undefined;
  /** By when what is due of a dossier, as the office has it at this moment. */
  plan: PlanCalendar;
  /** The law's clocks of what is asked now about one's own data. */
  dataClock: (kind: DataRequestKind) => DataRequestClock;
  /**
   * Kept with the inbound message, so that an officer can ask why it was answered so (`AnswerTrace`). It may hold the
   * words as they were read, and goes with them.
   */
  trace: (facts: Record<string, unknown>) => void;
};

/**
 * A topic owns the choice keys that begin with its name and a colon ("register:start"), and the next words while it is open.
 * Both return undefined when the input is not theirs; the turn then asks the next room.
 */
export type Topic = {
  name: string;
  /** A choice with this topic's prefix was made; `args` are the parts of the key after the name. */
  choose: (turn: Turn, args: string[]) => Promise<Reply | undefined>;
  /** The topic is open and the person wrote, sent a photo, or picked nothing known. */
  carryOn?: (turn: Turn) => Promise<Reply | undefined>;
  /** The topic is open, and what was written is about it, though it sounds like a wish to be elsewhere. */
  claims?: (turn: Turn) => Promise<boolean>;
  /** The person said "quay lại" while the topic is open. */
  goBack?: (turn: Turn) => Promise<Reply | undefined>;
  /** Nothing is open, but what the person wrote or sent may belong to this topic all the same. */
  takeUp?: (turn: Turn) => Promise<Reply | undefined>;
  /** The topic was set aside, and what the person wrote or sent surely goes on with it. */
  goesOn?: (turn: Turn, paused: OpenActivity) => Promise<boolean>;
  /** Asks again where the person stands, e.g. after an answer to a question in the middle. */
  askAgain?: (turn: Turn) => Promise<Reply | undefined>;
};
