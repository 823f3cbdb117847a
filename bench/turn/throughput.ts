import { setTimeout as sleep } from 'node:timers/promises';
import { type Name, openAssistant } from './assistants.ts';
import { playDialogue } from './person.ts';
import { startPlatform } from './platform.ts';
import { readStages, type Stages } from './stages.ts';

export type Throughput = {
  turnsPerSecond: number;
  /** What its process used of a processor, the database and the platform beside it not counted. */
  processorMsPerTurn: number;
  stages?: Stages;
};

const PATIENCE_MS = 60_000;

/** So many people talk at once, each waiting for a reply before they go on; who has sent a request makes room for somebody new. */
export async function measureThroughput(
  name: Name,
  options: { serverUrl: string; people: number; warmUpSeconds: number; seconds: number },
): Promise<Throughput> {
  const { serverUrl, people, warmUpSeconds, seconds } = options;
  const platform = await startPlatform();
  const assistant = await openAssistant(name, { serverUrl, platform });
  try {
    await assistant.start();
    let isOver = false;
    let person = 0;
    const place = async (): Promise<void> => {
      while (!isOver) {
        person += 1;
        const who = { person, manner: { patienceMs: PATIENCE_MS } };
        await playDialogue({ assistant, platform, isOver: () => isOver }, who);
      }
    };
    const places = Array.from({ length: people }, place);
    await sleep(warmUpSeconds * 1000);
    const [before, beganMs, usedBefore] = [platform.taken(), performance.now(), assistant.processorSeconds()];
    await sleep(seconds * 1000);
    const turns = platform.taken() - before;
    const turnsPerSecond = turns / ((performance.now() - beganMs) / 1000);
    const processorMsPerTurn = ((assistant.processorSeconds() - usedBefore) / turns) * 1000;
    isOver = true;
    const stages = name === 'ours' ? await readStages(assistant) : undefined;
    await Promise.all(places);
    return { turnsPerSecond, processorMsPerTurn, stages };
  } finally {
    await assistant.kill();
    await platform.close();
  }
}
