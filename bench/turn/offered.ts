import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../delivery/office.ts';
import { type Assistant, openAssistant } from './assistants.ts';
import { DIALOGUE_LENGTH, readAsked, sayingAt } from './dialogue.ts';
import { nextMessageId } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';

export type Soak = { perSecond: number; minutes: number; lost: number; outOfOrder: number };

const PEOPLE = 500;
/** So long after the last message everything must have been answered. */
const DRAIN_MS = 60_000;

/** Our webhook's answer at a rate that is kept up whatever happens: each is timed from when it was to be told, not from when it could be. */
export async function measureAcks(
  serverUrl: string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<{ p99Ms: number; notAcknowledged: number }> {
  const platform = await startPlatform();
  const assistant = await openAssistant('ours', { serverUrl, platform });
  try {
    await assistant.start();
    const { ackMs, refused } = await offer(assistant, { perSecond, seconds });
    return { p99Ms: percentile(ackMs, 0.99), notAcknowledged: refused };
  } finally {
    await assistant.kill();
    await platform.close();
  }
}

/** People who write at their own pace, for long: every message must be answered, and each answer must be the next of its dialogue. */
export async function measureSoak(
  serverUrl: string,
  { perSecond, minutes }: { perSecond: number; minutes: number },
): Promise<Soak> {
  const platform = await startPlatform();
  const assistant = await openAssistant('ours', { serverUrl, platform });
  try {
    await assistant.start();
    const { messagesOf, refused } = await offer(assistant, { perSecond, seconds: minutes * 60 });
    await untilAnswered(platform, messagesOf);
    const chats = [...messagesOf].map(([chat, messages]) => ({ messages, replies: repliesOf(platform, chat) }));
    return {
      ...{ perSecond, minutes },
      lost: refused + chats.reduce((sum, { messages, replies }) => sum + Math.max(0, messages - replies.length), 0),
      // The first reply asks for the second step, and so on.
      outOfOrder: chats.reduce(
        (sum, { replies }) => sum + replies.filter((asked, index) => asked !== index + 1).length,
        0,
      ),
    };
  } finally {
    await assistant.kill();
    await platform.close();
  }
}

/** Five hundred people take turns in saying the next thing of their dialogue; after its end somebody new has their place. */
async function offer(assistant: Assistant, { perSecond, seconds }: { perSecond: number; seconds: number }) {
  const messagesOf = new Map<string, number>();
  const ackMs: number[] = [];
  const asked: Promise<void>[] = [];
  let refused = 0;
  const tell = async (index: number, dueMs: number): Promise<void> => {
    const round = Math.floor(index / PEOPLE);
    const person = (index % PEOPLE) + PEOPLE * Math.floor(round / DIALOGUE_LENGTH);
    const chat = String(1_000_000 + person);
    messagesOf.set(chat, (messagesOf.get(chat) ?? 0) + 1);
    const message = { id: nextMessageId(), chat, text: sayingAt(round % DIALOGUE_LENGTH, person) };
    const status = await assistant.tell(message).catch(() => 0);
    ackMs.push(performance.now() - dueMs);
    if (status !== 200) refused += 1;
  };
  const beganMs = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueMs = beganMs + (index * 1000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 1) await sleep(waitMs);
    asked.push(tell(index, dueMs));
  }
  await Promise.all(asked);
  return { messagesOf, ackMs, refused };
}

const repliesOf = (platform: Platform, chat: string): (number | undefined)[] =>
  platform.mailbox(chat).arrived.map(({ text }) => readAsked(text));

async function untilAnswered(platform: Platform, messagesOf: ReadonlyMap<string, number>): Promise<void> {
  const messages = [...messagesOf.values()].reduce((sum, count) => sum + count, 0);
  const deadline = performance.now() + DRAIN_MS;
  while (platform.taken() < messages && performance.now() < deadline) await sleep(200);
  // What comes too often comes late.
  await sleep(2_000);
}
