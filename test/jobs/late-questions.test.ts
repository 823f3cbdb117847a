import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDelivery } from '../../bot/outbox/check-delivery.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { sweepPromises } from '../../jobs/sweeps/sweep-promises.ts';
import { tellLate } from '../../jobs/tasks/tell-late.ts';
import { claimNextDelivery } from '../../records/claim-deliveries.ts';
import type { Db } from '../../records/database.ts';
import { takeLane } from '../../records/people.ts';
import { settleQuestion } from '../../records/question-detail.ts';
import { countWaitingQuestions, listQuestions } from '../../records/question-list.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { office, openVillage, type Village } from './support/village.ts';

let database: TestDatabase;
let village: Village;

beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
});
afterAll(async () => {
  await village.close();
  await database.drop();
});

// A Monday; asked on Friday, promised by Monday 16:00.
const ASKED = office('2026-12-11 10:00:00');
const PROMISED = office('2026-12-14 16:00:00');
const NEXT = office('2026-12-15 16:00:00');

type Given = { promisedAt?: Date | null; text?: string; personId?: string; isSample?: boolean; locale?: string };

async function ask({ promisedAt = PROMISED, text = 'Máy cũ có được không', personId: known, ...person }: Given = {}) {
  const { personId, contactId } =
    known === undefined
      ? await village.addPerson({ lastInboundAt: ASKED, ...person })
      : { personId: known, contactId: '' };
  const id = randomUUID();
  await village.db.humanHandoff.create({
    data: { id, personId, kind: 'question', text, askedAt: ASKED, promisedAt },
  });
  return { id, personId, contactId };
}

const sweep = (now: Date, parts = village.parts): Promise<void> =>
  runPeriodicWork({ ...parts, now, works: { sweeps: [sweepPromises], tasks: [tellLate] } });
const at = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
const wordsTo = (personId: string) => village.db.delivery.findMany({ where: { personId }, orderBy: { seq: 'asc' } });
const question = (id: string) => village.db.humanHandoff.findUniqueOrThrow({ where: { id } });

describe('past the promised time the person is told', () => {
  it('not a moment before it, at the very instant, and once, with a new time', async () => {
    const { id, personId, contactId } = await ask();
    await sweep(at(PROMISED, -1));
    expect(await wordsTo(personId)).toEqual([]);
    await sweep(PROMISED);
    await sweep(at(PROMISED, 1));
    await sweep(at(PROMISED, 50 * 60_000));
    const [word, ...others] = await wordsTo(personId);
    expect(others).toEqual([]);
    expect(word).toMatchObject({ kind: 'reminder', contactId, notBefore: PROMISED, notAfter: NEXT, status: 'waiting' });
    expect(word?.key).toBe(`late/${id}/${PROMISED.getTime()}`);
    expect(word?.content).toEqual({
      text: 'Xin lỗi anh/chị, cán bộ chưa trả lời kịp câu "Máy cũ có được không" như đã hẹn.\nTrợ lý đã báo trung tâm và xin hẹn lại: trước 16 giờ thứ Ba 15/12. Anh/chị không cần gửi lại.',
      choices: [],
    });
    expect(await question(id)).toMatchObject({ status: 'waiting', promisedAt: NEXT });
  });

  it('a moment after it as well, when nothing ran at the instant itself', async () => {
    const { personId } = await ask();
    await sweep(at(PROMISED, 1));
    expect(await wordsTo(personId)).toHaveLength(1);
  });

  it('of each promise that is broken again, twice with a new time, the third time with none, and then no more', async () => {
    const { id, personId } = await ask({ promisedAt: office('2026-11-30 16:00:00') });
    for (let day = 0; day < 14; day += 1) await sweep(at(office('2026-11-30 16:00:00'), day * 24 * 3_600_000));
    const words = await wordsTo(personId);
    expect(words.map(({ notBefore }) => notBefore)).toEqual([
      office('2026-11-30 16:00:00'),
      office('2026-12-01 16:00:00'),
      office('2026-12-02 16:00:00'),
    ]);
    expect(JSON.stringify(words.at(-1)?.content)).toContain('chưa dám hẹn thêm giờ');
    expect((await question(id)).promisedAt).toEqual(office('2026-12-02 16:00:00'));
  });

  it.each([
    ['the evening', '2026-12-14 17:00:00', '2026-12-15 08:00:00'],
    ['the night', '2026-12-14 23:10:00', '2026-12-15 08:00:00'],
    ['a Saturday', '2026-11-28 10:00:00', '2026-11-30 08:00:00'],
    ['a holiday', '2027-01-01 10:00:00', '2027-01-04 08:00:00'],
  ])('in office hours: what is noticed in %s waits for them', async (_, noticed, told) => {
    const { personId } = await ask({ promisedAt: at(office(noticed), -1000) });
    await sweep(office(noticed));
    await sweep(at(office(told), -1));
    expect(await wordsTo(personId)).toEqual([]);
    await sweep(office(told));
    expect(await wordsTo(personId)).toHaveLength(1);
  });

  it('also when they stopped the news: it is about their own question', async () => {
    const { personId, contactId } = await ask();
    await village.db.person.update({ where: { id: personId }, data: { wantsNews: false } });
    await sweep(PROMISED);
    const claimed = await claimNextDelivery(village.db, { contactId, now: PROMISED });
    if (claimed === undefined) throw new Error('Nothing was claimed.');
    expect(checkDelivery(claimed, PROMISED)).toEqual({ kind: 'send' });
    // One that could not leave by day does not leave at night.
    expect(checkDelivery(claimed, office('2026-12-14 22:00:00'))).toMatchObject({ kind: 'wait' });
    // Nor once its new time has passed as well.
    expect(checkDelivery(claimed, NEXT)).toEqual({ kind: 'skip', reason: 'too-late' });
  });

  it('of several questions in one message, each once', async () => {
    const { id, personId } = await ask();
    const second = await ask({ personId, text: 'Máy thuê thì sao', promisedAt: at(PROMISED, -60_000) });
    await sweep(PROMISED);
    await sweep(at(PROMISED, 60_000));
    const words = await wordsTo(personId);
    expect(words.map(({ status, reason }) => [status, reason])).toEqual([
      ['waiting', null],
      ['skipped', 'told-together'],
    ]);
    expect(JSON.stringify(words[0]?.content)).toContain('chưa trả lời kịp 2 câu');
    for (const each of [id, second.id]) expect((await question(each)).promisedAt).toEqual(NEXT);
    // One of them is answered before it left: the other still waits to be told.
    await village.db.$transaction((tx) =>
      settleQuestion(tx, { id: second.id, status: 'answered', answer: 'x', officerId: 'x', now: PROMISED }),
    );
    expect((await wordsTo(personId))[0]?.status).toBe('waiting');
    // And of the one that is left, when its new time passes, by its words.
    await sweep(NEXT);
    expect(JSON.stringify((await wordsTo(personId)).at(-1)?.content)).toContain('Máy cũ có được không');
  });

  it('in their own language, and without a quotation when the words were taken by retention', async () => {
    const [english, wordless] = [await ask({ locale: 'en' }), await ask({ text: '' })];
    await sweep(PROMISED);
    expect(JSON.stringify((await wordsTo(english.personId))[0]?.content)).toContain('We are sorry');
    expect(JSON.stringify((await wordsTo(wordless.personId))[0]?.content)).toContain(
      'cán bộ chưa trả lời kịp như đã hẹn.',
    );
  });
});

describe('nobody is told', () => {
  const settle = (id: string, status: 'answered' | 'closed', now = PROMISED): Promise<boolean> =>
    village.db.$transaction((tx) => settleQuestion(tx, { id, status, answer: null, officerId: 'x', now }));

  it.each(['answered', 'closed'] as const)('when it was %s, even a moment before the sweep', async (status) => {
    const { id, personId } = await ask();
    await settle(id, status);
    await sweep(PROMISED);
    expect(await wordsTo(personId)).toEqual([]);
  });

  it('any more, when the answer comes while the word still waits to leave', async () => {
    const { id, personId, contactId } = await ask();
    await sweep(PROMISED);
    await settle(id, 'answered', at(PROMISED, 1000));
    expect(await wordsTo(personId)).toMatchObject([{ status: 'skipped', reason: 'settled' }]);
    expect(await claimNextDelivery(village.db, { contactId, now: at(PROMISED, 2000) })).toBeUndefined();
  });

  it('of a sample person, without a promise, after an erasure, or who cannot be reached', async () => {
    const people = [await ask({ isSample: true }), await ask({ promisedAt: null }), await ask(), await ask()];
    await village.db.person.update({ where: { id: people[2]?.personId }, data: { erasedAt: ASKED } });
    await village.db.contact.updateMany({ where: { personId: people[3]?.personId }, data: { state: 'unreachable' } });
    await sweep(PROMISED);
    for (const { personId } of people) expect(await wordsTo(personId)).toEqual([]);
  });

  it('while an officer talks with them, a message of theirs waits, or a turn holds their lane; afterwards they are', async () => {
    const [joined, writing, held] = [await ask(), await ask(), await ask()];
    await village.db.conversation.create({
      data: { personId: joined.personId, state: {}, updatedAt: ASKED, officerUntil: at(PROMISED, 1) },
    });
    const { personId: writer, contactId } = writing;
    const inbound = await village.addInbound({ personId: writer, contactId, receivedAt: ASKED, handled: false });
    await village.db.$transaction(async (tx) => {
      await takeLane(tx, held.personId);
      await sweep(PROMISED);
    });
    for (const { personId } of [joined, writing, held]) expect(await wordsTo(personId)).toEqual([]);
    await village.db.inboundMessage.update({ where: { id: inbound }, data: { handledAt: PROMISED } });
    await sweep(at(PROMISED, 1));
    for (const { personId } of [joined, writing, held]) expect(await wordsTo(personId)).toHaveLength(1);
  });
});

/** A database whose n-th statement is the last of its process. */
function dyingAt(step: number, side: 'before' | 'after'): Db {
  let statements = 0;
  return village.db.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        statements += 1;
        if (statements === step && side === 'before') throw new Error('killed');
        const result = await query(args);
        if (statements === step) throw new Error('killed');
        return result;
      },
    },
  }) as unknown as Db;
}

describe('whatever happens in the middle', () => {
  const tell = (personId: string, now: Date): Promise<void> =>
    tellLate.run({ personId }, { ...village.parts, now, handOn: async () => {} });

  it('ten processes at once tell it once', async () => {
    const { id, personId } = await ask();
    await Promise.all(Array.from({ length: 10 }, () => tell(personId, PROMISED)));
    await tell(personId, at(PROMISED, 1));
    expect(await wordsTo(personId)).toHaveLength(1);
    expect((await question(id)).promisedAt).toEqual(NEXT);
  });

  it('dying before or after any statement leaves either nothing or both the word and the new time', async () => {
    for (let step = 1; ; step += 1) {
      const ends: boolean[] = [];
      for (const side of ['before', 'after'] as const) {
        const { id, personId } = await ask();
        const ended = await sweep(PROMISED, { ...village.parts, db: dyingAt(step, side) }).then(
          () => true,
          () => false,
        );
        const [words, { promisedAt }] = [await wordsTo(personId), await question(id)];
        expect([words.length, promisedAt], `${side} ${step}`).toEqual(words.length === 0 ? [0, PROMISED] : [1, NEXT]);
        await sweep(at(PROMISED, 60_000));
        expect(await wordsTo(personId), `${side} ${step}`).toHaveLength(1);
        expect((await question(id)).promisedAt).toEqual(NEXT);
        ends.push(ended);
      }
      if (ends.every((ended) => ended)) {
        expect(step).toBeGreaterThan(5);
        return;
      }
    }
  });

  it('an officer who answers at the same moment is heard: never an apology after the answer', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, personId } = await ask();
      const answer = village.db.$transaction((tx) =>
        settleQuestion(tx, { id, status: 'answered', answer: 'x', officerId: 'x', now: PROMISED }),
      );
      await Promise.all([tell(personId, PROMISED), answer]);
      const waiting = (await wordsTo(personId)).filter(({ status }) => status === 'waiting');
      expect(waiting).toEqual([]);
    }
  });
});

describe('the office is alarmed', () => {
  it('late questions stand first and are counted, also after the person was given a new time', async () => {
    const early = await ask({ promisedAt: office('2026-12-20 16:00:00'), text: 'Câu còn hạn' });
    const late = await ask({ promisedAt: office('2026-11-02 16:00:00'), text: 'Câu quá hạn' });
    const now = office('2026-12-14 09:00:00');
    const before = await countWaitingQuestions(village.db, now);
    await sweep(now);
    expect(await countWaitingQuestions(village.db, now)).toEqual(before);
    const { items } = await listQuestions(village.db, { status: 'waiting', limit: 200 });
    const ids = items.map(({ id }) => id);
    expect(ids.indexOf(late.id)).toBeLessThan(ids.indexOf(early.id));
    expect(items.find(({ id }) => id === late.id)).toMatchObject({
      firstPromisedAt: office('2026-11-02 16:00:00'),
      promisedAt: office('2026-12-15 16:00:00'),
    });
  });

  it('by a line in the log that holds no word and no name', async () => {
    const log = createRecordingLog();
    const { id } = await ask({ text: 'Số tôi 0900000001' });
    await sweep(PROMISED, { ...village.parts, log });
    expect(log.text()).toContain(id);
    expect(log.text()).not.toMatch(/0900000001|Số tôi/);
  });
});
