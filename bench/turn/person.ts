import { setTimeout as sleep } from 'node:timers/promises';
import type { Assistant } from './assistants.ts';
import { DIALOGUE_LENGTH, readAsked, sayingAt } from './dialogue.ts';
import type { Platform } from './platform.ts';

/** How messages reach the assistant. */
export type Manner = {
  /** Each twice, at the same moment. */
  isDoubled?: boolean;
  /** The person knows the form and says two answers at once. */
  inPairs?: boolean;
  /** How long the person reads before they go on, so that what comes twice is seen. */
  readingMs?: number;
  /** After this the person thinks that nobody is there, and says it again. */
  patienceMs: number;
};

export type Played = { chat: string; person: number; messages: number; replies: number; isSent: boolean };

const REDELIVER_MS = 200;
/** Who was asked the same so often has given up. */
const MOST_ROUNDS = 3 * DIALOGUE_LENGTH;

let messageIds = 0;
export const nextMessageId = (): number => {
  messageIds += 1;
  return messageIds;
};

/** A person goes through the dialogue: reads what was asked last and answers that. Ends when the request was sent, or given up. */
export async function playDialogue(
  { assistant, platform, isOver }: { assistant: Assistant; platform: Platform; isOver?: () => boolean },
  { person, manner }: { person: number; manner: Manner },
): Promise<Played> {
  const chat = String(1_000_000 + person);
  const mailbox = platform.mailbox(chat);
  let [asked, messages] = [0, 0];
  for (let round = 0; round < MOST_ROUNDS && asked < DIALOGUE_LENGTH && !isOver?.(); round += 1) {
    // Whoever is asked to look it all over has nothing more to say than that it is right.
    const isPair = manner.inPairs === true && asked > 1 && asked + 2 < DIALOGUE_LENGTH;
    const steps = isPair ? [asked, asked + 1] : [asked];
    const before = mailbox.arrived.length;
    for (const step of steps) {
      const message = { id: nextMessageId(), chat, text: sayingAt(step, person) };
      messages += 1;
      for (let copy = 0; copy < (manner.isDoubled ? 2 : 1); copy += 1) void deliver(assistant, message, isOver);
    }
    await mailbox.until(before + steps.length, manner.patienceMs);
    if (manner.readingMs !== undefined) await sleep(manner.readingMs);
    asked = mailbox.arrived.map(({ text }) => readAsked(text)).findLast((step) => step !== undefined) ?? 0;
  }
  return { chat, person, messages, replies: mailbox.arrived.length, isSent: asked === DIALOGUE_LENGTH };
}

/** As platforms do: what was not answered with 2xx is told again. */
async function deliver(assistant: Assistant, message: Parameters<Assistant['tell']>[0], isOver?: () => boolean) {
  while (!isOver?.()) {
    const status = await assistant.tell(message).catch(() => 0);
    if (status >= 200 && status < 300) return;
    await sleep(REDELIVER_MS);
  }
}
