import { appendFileSync } from 'node:fs';
import { type Db, openDatabase } from '../../../records/database.ts';
import { createEchoRooms, createRecordingChannel, createTestBot } from '../../support/test-bot.ts';

/*
 * A bot in a process of its own that kills itself without warning (SIGKILL) at the n-th step, where a step is a statement
 * to the database or a send. Arguments: database url, file for what it did, step, "before" or "after" the step,
 * and the messages to hand in as JSON: [[from, text, message id], …].
 */
const [url = '', journal = '', step = '', side = '', messages = '[]'] = process.argv.slice(2);
const crashAt = Number(step);
let steps = 0;

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing after it may run.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
};

async function atStep<T>(work: () => Promise<T>): Promise<T> {
  steps += 1;
  const mine = steps === crashAt;
  if (mine && side === 'before') die();
  const result = await work();
  if (mine) die();
  return result;
}

const note = (line: string): void => appendFileSync(journal, `${line}\n`);

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
    await tx.person.update({ where: { id: person.id }, data: { displayName: `${displayName ?? ''} ${text}`.trim() } });
  }),
});

for (const [from, text, messageId] of JSON.parse(messages) as [string, string, string][]) {
  await bot.say(from, text, messageId);
  note(`acknowledged ${messageId}`);
}
await bot.sweepInbound();
await bot.sender.recoverStuck();
await bot.sender.sendDue();
await bot.settle();
note(`steps ${steps}`);
await bot.close();
