import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageContent, SendOutcome } from '../../../../bot/channels/channel.ts';
import { type Ground, openGround } from './ground.ts';
import type { Told } from './told.ts';

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

/** A channel with a platform of its own for one case. */
export type ChannelUnderTest<Event, Reply> = {
  /** Resolves when all that the event led to is written down. */
  receive: (event: Event) => Promise<Told[]>;
  send: (
    message: { content: MessageContent; partsSent?: number },
    reply: Reply | undefined,
  ) => Promise<{ outcome: SendOutcome; requests: unknown[] }>;
  /** What may never be logged in any case: tokens, secrets. */
  secrets: string[];
  close: () => Promise<void>;
};

export type ChannelCases<Event, Reply> = {
  open: (ground: Ground) => Promise<ChannelUnderTest<Event, Reply>>;
  /** How somebody says this on the platform. */
  says: (text: string) => Event;
  /** The request that carries this text and nothing else. */
  textRequest: (text: string) => unknown;
  inward: InwardCase<Event>[];
  outward: OutwardCase<Reply>[];
};

export const SAID = 'máy sấy 400tr, gọi tôi 0900000001';

/** What every channel makes of words, whatever its events look like. */
const SAID_EVERYWHERE = [
  { name: 'a text', said: SAID, text: SAID },
  { name: 'letters in pieces become whole', said: 'miến dong'.normalize('NFD'), text: 'miến dong' },
  { name: 'what PostgreSQL cannot keep is left out', said: 'mi\u0000ến \ud83d', text: 'miến \ufffd' },
];

/**
 * The table of cases that a channel must pass: those of every channel, and its own. Each case also checks that neither a
 * secret nor a word of a person or to a person was logged.
 */
export function testChannel<Event, Reply>(name: string, cases: ChannelCases<Event, Reply>): void {
  describe(name, () => {
    let ground: Ground;
    let channel: ChannelUnderTest<Event, Reply>;

    beforeAll(async () => {
      ground = await openGround();
    });
    afterAll(() => ground.close());
    beforeEach(async () => {
      ground.log.lines.length = 0;
      channel = await cases.open(ground);
    });
    afterEach(() => channel.close());

    const expectSilence = (value: unknown): void => {
      const words = [...wordsOf(value)].filter((word) => word.length >= 4);
      for (const secret of [...channel.secrets, '0900000001', ...words])
        expect(ground.log.text()).not.toContain(secret);
    };

    describe('request in → message', () => {
      it.each(SAID_EVERYWHERE)(
        'is written down as one means it, and stands in no log: $name',
        async ({ said, text }) => {
          const told = await channel.receive(cases.says(said));
          expect(told.map(({ body }) => body)).toEqual([{ kind: 'text', text }]);
          expectSilence([said, text]);
        },
      );

      it.each(cases.inward)('is written down as it is meant, and stands in no log: $name', async ({ event, told }) => {
        expect(await channel.receive(event)).toEqual(told);
        expectSilence(told.map(({ body, displayName }) => [body, displayName]));
      });
    });

    describe('message out → request, reply → outcome', () => {
      it('asks for the right thing and stands in no log: a text', async () => {
        const content = { text: SAID, choices: [] };
        const { outcome, requests } = await channel.send({ content }, undefined);
        expect(requests).toEqual([cases.textRequest(SAID)]);
        expect(outcome.kind).toBe('sent');
        expectSilence(content);
      });

      it.each(cases.outward)(
        'asks for the right thing, ends as it is named, and stands in no log: $name',
        async ({ content, partsSent, reply, ...expected }) => {
          const { outcome, requests } = await channel.send({ content, partsSent }, reply);
          expect(requests).toEqual(expected.requests);
          expect(outcome).toEqual(expected.outcome);
          expectSilence(content);
        },
      );
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
