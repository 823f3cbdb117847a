import { describe, expect, it } from 'vitest';
import type { IncomingMessage, MessageContent, SendOutcome } from '../../../../bot/channels/channel.ts';

/** What the rest of the bot is told, with photos counted instead of named. */
export type Told = Omit<IncomingMessage, 'channel' | 'account' | 'body'> & {
  body: Exclude<IncomingMessage['body'], { kind: 'photo' }> | { kind: 'photo'; photos: number; caption?: string };
};

/** Request in → message: an event of the platform, and what it means. */
export type InwardCase<Event> = { name: string; event: Event; told: Told[] };

/** Message out → expected request, mocked reply → named outcome. */
export type OutwardCase<Reply> = {
  name: string;
  content: MessageContent;
  partsSent?: number;
  /** How the platform answers; by default it does what it is asked. */
  reply?: Reply;
  /** The requests that are made, in order. */
  requests: unknown[];
  outcome: SendOutcome;
};

export type ChannelUnderTest<Event, Reply> = {
  receive: (event: Event) => Promise<Told[]>;
  send: (
    message: { content: MessageContent; partsSent?: number },
    reply: Reply | undefined,
  ) => Promise<{ outcome: SendOutcome; requests: unknown[] }>;
  /** Everything that was logged since the case began, uncleaned. */
  logged: () => string;
  /** What may never be logged in any case: tokens, secrets. */
  secrets: () => string[];
};

/**
 * The table of cases that a channel must pass. Each case also checks that neither a secret nor a word of a person or to a
 * person was logged.
 */
export function testChannel<Event, Reply>(
  channel: () => ChannelUnderTest<Event, Reply>,
  cases: { inward: InwardCase<Event>[]; outward: OutwardCase<Reply>[] },
): void {
  const expectSilence = (value: unknown): void => {
    const { logged, secrets } = channel();
    const words = [...wordsOf(value)].filter((word) => word.length >= 4);
    for (const secret of [...secrets(), ...words]) expect(logged()).not.toContain(secret);
  };

  describe('request in → message', () => {
    it.each(cases.inward.map((one) => [one.name, one] as const))('%s', async (_name, { event, told }) => {
      expect(await channel().receive(event)).toEqual(told);
      expectSilence(told.map(({ body, displayName }) => [body, displayName]));
    });
  });

  describe('message out → request, reply → outcome', () => {
    it.each(cases.outward.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
      const { content, partsSent, reply } = one;
      const { outcome, requests } = await channel().send({ content, partsSent }, reply);
      expect(requests).toEqual(one.requests);
      expect(outcome).toEqual(one.outcome);
      expectSilence(content);
    });
  });
}

/** Every string in it but the names of kinds. */
function* wordsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* wordsOf(item);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'kind' && key !== 'key') yield* wordsOf(item);
  }
}
