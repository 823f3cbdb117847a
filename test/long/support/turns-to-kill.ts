import { appendFileSync } from 'node:fs';
import { type Db, openDatabase } from '../../../records/database.ts';
import { createEchoRooms, createRecordingChannel, createTestBot } from '../../support/test-bot.ts';

export type TurnsToKill = {
  url: string;
  /** The file that is told what was done, line by line. */
  journal: string;
  /** [from, text, message id] */
  messages: readonly (readonly [string, string, string])[];
  /** The process kills itself at this step, before it is taken or after. */
  crash?: { step: number; side: 'before' | 'after' };
};

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing after it may run.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
};

/** Hands the messages in and sweeps up what a crash before left. A step is a statement to the database or a send. */
export async function runTurns({ url, journal, messages, crash }: TurnsToKill): Promise<void> {
  let steps = 0;
  const note = (line: string): void => appendFileSync(journal, `${line}\n`);

  async function atStep<T>(work: () => Promise<T>): Promise<T> {
    steps += 1;
    const mine = steps === crash?.step;
    if (mine && crash?.side === 'before') die();
    const result = await work();
    if (mine) die();
    return result;
  }

  const channel = createRecordingChannel();
  const sendReally = channel.send;
  channel.send = (message) =>
    atStep(async () => {
      note(`sent ${message.deliveryId}`);
      return await sendReally(message);
    });

  const db = openDatabase({ url }).$extends({
    query: { $allOperations: ({ args, query }) => atStep(() => query(args)) },
  }) as unknown as Db;

  const bot = createTestBot({
    url,
    db,
    clock: { now: () => new Date() },
    channel,
    rooms: createEchoRooms(async ({ tx, person }, text) => {
      // What a turn changes besides its own books: every word that was heard, once, in order.
      const { displayName } = await tx.person.findUniqueOrThrow({ where: { id: person.id } });
      await tx.person.update({
        where: { id: person.id },
        data: { displayName: `${displayName ?? ''} ${text}`.trim() },
      });
    }),
  });

  for (const [from, text, messageId] of messages) {
    await bot.say(from, text, messageId);
    note(`acknowledged ${messageId}`);
  }
  await bot.sweepInbound();
  await bot.sender.recoverStuck();
  await bot.sender.sendDue();
  await bot.settle();
  note(`steps ${steps}`);
  await bot.close();
}
