import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../delivery/office.ts';
import { type Assistant, openAssistant } from './assistants.ts';
import { DIALOGUE_LENGTH, readAsked, sayingAt } from './dialogue.ts';
import { nextMessageId } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';

/** `toldAgain`: how often the platform had to tell a message once more. */
export type Ack = { perSecond: number; p50Ms: number; p99Ms: number; toldAgain: number };
export type Soak = { perSecond: number; minutes: number; lost: number; outOfOrder: number };

const PEOPLE = 500;
const WARM_UP_PER_SECOND = 50;
/** So long after the last message everything must have been answered, and when nothing came for so long, it was. */
const DRAIN_MS = 120_000;
const QUIET_MS = 5_000;
const TELL_AGAIN_MS = 200;
const MOST_TRIES = 100;

/**
 * Our webhook's answer at rates that are kept up whatever happens: each is timed from when it was to be told, not from when it
 * could be. Before each rate the process has been at work for a while, and is at rest.
 */
export async function measureAcks(
  serverUrl: string,
  { rates, seconds }: { rates: readonly number[]; seconds: number },
): Promise<Ack[]> {
  const platform = await startPlatform();
  const assistant = await openAssistant('ours', { serverUrl, platform });
  try {
    await assistant.start();
    let firstPerson = 0;
    const next = async (perSecond: number) => {
      const offered = await offer(assistant, { perSecond, seconds, firstPerson });
      // Nobody goes on with the dialogue of another.
      firstPerson += perSecond * seconds;
      await untilAnswered(platform);
      return offered;
    };
    await next(WARM_UP_PER_SECOND);
    const acks: Ack[] = [];
    for (const perSecond of rates) {
      const { ackMs, toldAgain } = await next(perSecond);
      acks.push({ perSecond, p50Ms: percentile(ackMs, 0.5), p99Ms: percentile(ackMs, 0.99), toldAgain });
    }
    return acks;
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
    const { messagesOf } = await offer(assistant, { perSecond, seconds: minutes * 60, firstPerson: 0 });
    await untilAnswered(platform);
    const chats = [...messagesOf].map(([chat, messages]) => ({ messages, replies: repliesOf(platform, chat) }));
    return {
      ...{ perSecond, minutes },
      lost: chats.reduce((sum, { messages, replies }) => sum + Math.max(0, messages - replies.length), 0),
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
async function offer(
  assistant: Assistant,
  { perSecond, seconds, firstPerson }: { perSecond: number; seconds: number; firstPerson: number },
) {
  const messagesOf = new Map<string, number>();
  const ackMs: number[] = [];
  const asked: Promise<void>[] = [];
  let toldAgain = 0;
  const tell = async (index: number, dueMs: number): Promise<void> => {
    const round = Math.floor(index / PEOPLE);
    const person = firstPerson + (index % PEOPLE) + PEOPLE * Math.floor(round / DIALOGUE_LENGTH);
    const chat = String(1_000_000 + person);
    messagesOf.set(chat, (messagesOf.get(chat) ?? 0) + 1);
    const message = { id: nextMessageId(), chat, text: sayingAt(round % DIALOGUE_LENGTH, person) };
    let tries = 0;
    // As platforms do: whatever was not acknowledged is told again, and its time goes on.
    while ((await assistant.tell(message).catch(() => 0)) !== 200 && tries < MOST_TRIES) {
      tries += 1;
      await sleep(TELL_AGAIN_MS);
    }
    ackMs.push(performance.now() - dueMs);
    toldAgain += tries;
  };
  const beganMs = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueMs = beganMs + (index * 1000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 1) await sleep(waitMs);
    asked.push(tell(index, dueMs));
  }
  await Promise.all(asked);
  return { messagesOf, ackMs, toldAgain };
}

const repliesOf = (platform: Platform, chat: string): (number | undefined)[] =>
  platform.mailbox(chat).arrived.map(({ text }) => readAsked(text));

/** Until nothing more comes: what comes too often comes late. */
async function untilAnswered(platform: Platform): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  let before = -1;
  while (platform.taken() !== before && performance.now() < deadline) {
    before = platform.taken();
    await sleep(QUIET_MS);
  }
}
