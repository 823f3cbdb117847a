import { setTimeout as sleep } from 'node:timers/promises';
import { type Assistant, NAMES, type Name, openAssistant } from './assistants.ts';
import { answersOf } from './dialogue.ts';
import { type Manner, type Played, playDialogue } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';

export const FAULTS = ['doubled', 'quick', 'crashed'] as const;
export type Fault = (typeof FAULTS)[number];

/** Of so many people who each wanted one request sent: what became of what they said. */
export type Harm = {
  name: Name;
  fault: Fault;
  people: number;
  messages: number;
  /** Messages to which nothing was ever said. */
  unanswered: number;
  /** Replies beyond one a message. */
  repliesTooMany: number;
  /** Questions under which stands something else than what was said to them, or nothing. */
  stepsSkipped: number;
  requestsMissing: number;
  requestsTooMany: number;
};

// Who reads before they go on is not thrown off by a reply that came late: what is counted is the assistant's doing.
const READING_MS = 300;
const PATIENCE_MS = 10_000;
// A reply of which nobody knows whether it left is sent again after two minutes by ours; a peer sends nothing again by itself,
// and longer waiting would show nothing but its silence.
const PATIENCE_AFTER_A_KILL_MS: Record<Name, number> = { ours: 150_000, telegraf: 20_000, grammy: 20_000 };

function mannerOf(fault: Fault, name: Name): Manner {
  const readingMs = READING_MS;
  if (fault === 'crashed') return { readingMs, patienceMs: PATIENCE_AFTER_A_KILL_MS[name] };
  return { readingMs, patienceMs: PATIENCE_MS, isDoubled: fault === 'doubled', inPairs: fault === 'quick' };
}

/** Ours and the peers under each of the three. */
export async function measureFaults(
  serverUrl: string,
  options: { people: number; kills: number; names?: readonly Name[] },
): Promise<Harm[]> {
  const harms: Harm[] = [];
  for (const fault of FAULTS) {
    for (const name of options.names ?? NAMES) harms.push(await measureHarm(serverUrl, { ...options, name, fault }));
  }
  return harms;
}

async function measureHarm(
  serverUrl: string,
  { name, fault, people, kills }: { name: Name; fault: Fault; people: number; kills: number },
): Promise<Harm> {
  const platform = await startPlatform();
  const assistant = await openAssistant(name, { serverUrl, platform });
  try {
    await assistant.start();
    const playing = Promise.all(
      Array.from({ length: people }, (_, index) =>
        playDialogue({ assistant, platform }, { person: index + 1, manner: mannerOf(fault, name) }),
      ),
    );
    if (fault === 'crashed') await killInTheMiddle({ assistant, platform, people, kills });
    const played = await playing;
    return { name, fault, ...judge(played, await assistant.listRequests()) };
  } finally {
    await assistant.kill();
    await platform.close();
  }
}

/** At equal distances through all that is to be said, as the replies tell how far it has come. */
async function killInTheMiddle(options: { assistant: Assistant; platform: Platform; people: number; kills: number }) {
  const { assistant, platform, people, kills } = options;
  for (let kill = 1; kill <= kills; kill += 1) {
    const at = (people * 11 * kill) / (kills + 1);
    while (platform.taken() < at) await sleep(5);
    await assistant.kill();
    await assistant.start();
  }
}

function judge(played: readonly Played[], requests: Awaited<ReturnType<Assistant['listRequests']>>) {
  const sum = (count: (one: Played) => number): number => played.reduce((total, one) => total + count(one), 0);
  const byChat = Map.groupBy(requests, ({ chat }) => chat);
  return {
    people: played.length,
    messages: sum(({ messages }) => messages),
    unanswered: sum(({ messages, replies }) => Math.max(0, messages - replies)),
    repliesTooMany: sum(({ messages, replies }) => Math.max(0, replies - messages)),
    stepsSkipped: sum(({ chat, person }) => {
      const kept = byChat.get(chat)?.[0]?.answers;
      if (kept === undefined) return 0;
      return Object.entries(answersOf(person)).filter(([id, said]) => kept[id] !== said).length;
    }),
    requestsMissing: sum(({ chat }) => (byChat.has(chat) ? 0 : 1)),
    requestsTooMany: sum(({ chat }) => Math.max(0, (byChat.get(chat)?.length ?? 0) - 1)),
  };
}
