import { appendFileSync } from 'node:fs';
import { createEchoRooms, createRecordingChannel, createTestBot } from '../../support/test-bot.ts';
import { type Crash, countSteps, openSteppedDatabase } from './dies-at-step.ts';

export type TurnsToKill = {
  url: string;
  /** The file that is told what was done, line by line. */
  journal: string;
  /** [from, text, message id] */
  messages: readonly (readonly [string, string, string])[];
  /** The process kills itself at this step, before it is taken or after. */
  crash?: Crash;
};

/** Hands the messages in and sweeps up what a crash before left. A step is a statement to the database or a send. */
export async function runTurns({ url, journal, messages, crash }: TurnsToKill): Promise<void> {
  const steps = countSteps(crash);
  const note = (line: string): void => appendFileSync(journal, `${line}\n`);

  const channel = createRecordingChannel();
  const sendReally = channel.send;
  channel.send = (message) =>
    steps.take(async () => {
      note(`sent ${message.deliveryId}`);
      return await sendReally(message);
    });

  const db = openSteppedDatabase(url, steps);

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
  note(`steps ${steps.count()}`);
  await bot.close();
}
