import type { DeliveryContent } from '../../records/deliveries.ts';
import type { UnreadPhoto } from '../../records/inbound.ts';
import type { AccountPace } from '../../records/paced-sends.ts';

/**
 * The contract between a platform and the rest of the bot.
 *
 * Inwards, a channel verifies what came, turns it into an `IncomingMessage` and hands it to `Receive`, which
 * writes it down before it returns; only then may the channel acknowledge or poll again.
 * Outwards, `send` never throws for what a platform can answer: it ends in a named outcome.
 */
export type IncomingMessage = {
  channel: string;
  account: string;
  /** The platform's id of the chat. Always a string. */
  address: string;
  /** The platform's id of the message; a repeat carries the same one. */
  platformMessageId: string;
  /** The name the platform shows, if any. */
  displayName?: string;
  body: IncomingBody;
  /**
   * Of photos that a platform tells one by one: whether another is on its way. Asked once this one is written down; while
   * another comes it is not answered, so that all of them get one reply.
   */
  isMoreComing?: () => Promise<boolean>;
};

export type IncomingBody =
  | { kind: 'text'; text: string }
  /** A button was tapped: its key. */
  | { kind: 'choice'; key: string }
  /** Already fetched, cleaned and stored by the channel, which calls `storePhoto` first. */
  | { kind: 'photo'; fileIds: string[]; caption?: string }
  | { kind: 'sticker' | 'voice' | 'unsupported' }
  /** A photo that could not be fetched, opened or kept. */
  | { kind: UnreadPhoto };

/** Writes the message down. `repeated` when the same message had come before. The turn itself runs afterwards. */
export type Receive = (message: IncomingMessage) => Promise<{ repeated: boolean; contactId: string }>;

/** What a delivery says, in the words the person will read. */
export type MessageContent = DeliveryContent;

/** A choice is a button where the channel has buttons and a number everywhere. Keys are at most 64 bytes. */
export type Choice = MessageContent['choices'][number];

export type OutgoingMessage = {
  deliveryId: string;
  contactId: string;
  address: string;
  content: MessageContent;
  /** When an earlier attempt ended in the middle of a text that leaves in parts: how many of them are there already. */
  partsSent?: number;
};

/** `partsSent`: how many parts of a longer text are surely there now, so that the next attempt begins after them. */
export type SendOutcome = { partsSent?: number } & SendOutcomeKind;

/** Rate-limited, quota-exhausted and channel-broken stop the whole account, in every process. */
type SendOutcomeKind =
  | { kind: 'sent'; providerMessageId?: string }
  | { kind: 'rate-limited'; retryAfterMs: number }
  | { kind: 'quota-exhausted'; until?: Date }
  /** The person blocked us, left, or never was there. */
  | { kind: 'unreachable'; reason: string }
  /** The platform will never take this message: our mistake. */
  | { kind: 'refused'; reason: string }
  /** Token wrong, account closed, the line cut off (`NO_LINE`): nothing can be sent until it is repaired. */
  | { kind: 'channel-broken'; reason: string }
  /** Surely not delivered; try again. */
  | { kind: 'transient'; reason: string }
  /** We cannot know whether it was delivered. */
  | { kind: 'ambiguous'; reason: string };

/** The reason of a broken channel whose platform cannot be reached from here at all. */
export const NO_LINE = 'network-closed';

export type Channel = {
  name: string;
  account: string;
  limits: {
    maxTextLength: number;
    hasButtons: boolean;
    /** Messages are counted by the platform: one in, at most one out. */
    isRationed: boolean;
    /** Sending the same delivery again does no harm, so a send cut off by a crash is simply repeated. */
    sendIsRepeatable: boolean;
    /** How fast it may send, all processes together; without it, as fast as messages come. */
    pace?: AccountPace;
  };
  send: (message: OutgoingMessage) => Promise<SendOutcome>;
};
