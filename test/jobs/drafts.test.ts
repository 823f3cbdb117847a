import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusOf } from '../../core/applications/status.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { tendDraft } from '../../jobs/tasks/tend-draft.ts';
import { stopDraftReminders } from '../../records/drafts-due.ts';
import { takeLane } from '../../records/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { DAY_MS, office, openVillage, type Village } from './support/village.ts';

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

const touchedAt = office('2026-11-24 09:00:00');
const later = (days: number, ms = 0): Date => new Date(touchedAt.getTime() + days * DAY_MS + ms);
const sweep = (now: Date): Promise<void> => runPeriodicWork({ ...village.parts, now });

async function wordsOf(applicationId: string): Promise<string[]> {
  const rows = await village.db.delivery.findMany({
    where: { key: { startsWith: `reminder/draft/${applicationId}/` } },
    orderBy: { seq: 'asc' },
  });
  return rows.map((row) => row.key.split('/')[3]?.replace(/-\d+$/, '') ?? '');
}

async function kindOf(applicationId: string): Promise<string> {
  const events = await village.db.applicationEvent.findMany({ where: { applicationId }, orderBy: { seq: 'asc' } });
  return statusOf(events);
}

describe('a draft left lying', () => {
  it('is not spoken of a moment before 3 days, and once at 3 days, though it is swept again and again', async () => {
    const { applicationId, contactId, personId } = await village.addDraft({ touchedAt });
    await sweep(later(3, -1));
    expect(await wordsOf(applicationId)).toEqual([]);

    await sweep(later(3));
    await sweep(later(3, 1));
    await sweep(later(4));
    expect(await wordsOf(applicationId)).toEqual(['first']);

    const row = await village.db.delivery.findFirstOrThrow({ where: { personId } });
    expect(row).toMatchObject({ kind: 'reminder', status: 'waiting', contactId, notBefore: later(3) });
    expect(row.key).toBe(`reminder/draft/${applicationId}/first/${contactId}`);
    // If it cannot leave today, it is not sent tomorrow.
    expect(row.notAfter).toEqual(office('2026-11-27 20:00:00'));
    expect(row.content).toEqual({
      text: 'Phiếu của anh/chị còn dở. Những gì đã ghi vẫn được giữ nguyên.\nAnh/chị làm tiếp bây giờ không ạ?',
      choices: [
        { key: `register:continue:${applicationId}`, label: 'Làm tiếp' },
        { key: 'reminders:later', label: 'Để sau' },
        { key: `reminders:stop:${applicationId}`, label: 'Đừng nhắc nữa' },
      ],
    });
  });

  it('is told of at 3 days, 14 days and 7 days before its end, and then it ends with its answers kept', async () => {
    const { applicationId } = await village.addDraft({ touchedAt });
    for (let day = 1; day <= 100; day += 1) {
      await sweep(later(day));
      if (day === 13) expect(await wordsOf(applicationId)).toEqual(['first']);
      if (day === 82) expect(await wordsOf(applicationId)).toEqual(['first', 'second']);
      if (day === 83) expect(await wordsOf(applicationId)).toEqual(['first', 'second', 'ending']);
      expect(await kindOf(applicationId)).toBe(day < 90 ? 'draft' : 'expired');
    }
    expect(await wordsOf(applicationId)).toEqual(['first', 'second', 'ending']);
    expect(await village.db.applicationAnswer.count({ where: { applicationId } })).toBe(2);
    const [ending] = await village.db.delivery.findMany({ where: { key: { contains: `${applicationId}/ending` } } });
    expect(ending?.content).toMatchObject({
      text: 'Phiếu còn dở của anh/chị sẽ đóng lại vào thứ Hai 22/2.\nTrả lời thêm một câu là phiếu được giữ thêm 90 ngày.',
    });
  });

  it('waits for the morning when it is due at night', async () => {
    const night = office('2026-11-24 21:30:00');
    const { applicationId } = await village.addDraft({ touchedAt: night });
    await sweep(office('2026-11-27 21:30:00'));
    await sweep(office('2026-11-28 06:59:59.999'));
    expect(await wordsOf(applicationId)).toEqual([]);
    await sweep(office('2026-11-28 07:00:00'));
    expect(await wordsOf(applicationId)).toEqual(['first']);
  });

  it('is told of to the contact where the person wrote last', async () => {
    const { applicationId, personId } = await village.addDraft({ touchedAt });
    const second = randomUUID();
    await village.db.contact.create({
      data: {
        id: second,
        personId,
        channel: 'telegram',
        account: 'test',
        address: second,
        createdAt: touchedAt,
        lastInboundAt: later(0, 60_000),
      },
    });
    await sweep(later(3));
    const row = await village.db.delivery.findFirstOrThrow({ where: { personId } });
    expect(row.key).toBe(`reminder/draft/${applicationId}/first/${second}`);
  });

  it('is named by its establishment to who acts for another one too, and to nobody else', async () => {
    const textFor = async (ofAnother: boolean): Promise<string> => {
      const { applicationId, personId } = await village.addDraft({ touchedAt });
      const { db } = village;
      const answer = { questionId: 'establishment', value: 'HTX Đồng Tâm', answeredAt: touchedAt };
      await db.applicationAnswer.create({ data: { applicationId, ...answer } });
      if (ofAnother) {
        const id = randomUUID();
        await db.establishment.create({ data: { id, createdAt: touchedAt, updatedAt: touchedAt } });
        const membership = { establishmentId: id, personId, role: 'owner', joinedAt: touchedAt };
        await db.establishmentMember.create({ data: membership });
      }
      await sweep(later(3));
      const { content } = await db.delivery.findFirstOrThrow({ where: { personId } });
      return JSON.stringify(content);
    };
    expect(await textFor(true)).toContain('Phiếu này cho HTX Đồng Tâm.');
    expect(await textFor(false)).not.toContain('Đồng Tâm');
  });

  it('makes its choices the ones that a typed number means', async () => {
    const { applicationId, personId } = await village.addDraft({ touchedAt });
    const state = { greeted: true, pending: [{ key: 'menu:show', label: 'Menu' }], misses: 1 };
    await village.db.conversation.create({ data: { personId, state, updatedAt: touchedAt } });
    await sweep(later(3));
    const conversation = await village.db.conversation.findUniqueOrThrow({ where: { personId } });
    expect(conversation.state).toMatchObject({
      greeted: true,
      misses: 1,
      pending: [{ key: `register:continue:${applicationId}` }, { key: 'reminders:later' }, {}],
      lastReply: { paragraphs: ['Phiếu của anh/chị còn dở. Những gì đã ghi vẫn được giữ nguyên.', {}] },
    } satisfies Record<string, unknown> & { lastReply: unknown });
  });
});

describe('nothing is said of a draft', () => {
  const cases: [string, (village: Village) => Promise<string>][] = [
    ['without consent', async (v) => (await v.addDraft({ touchedAt, withConsent: false })).applicationId],
    ['without an answer', async (v) => (await v.addDraft({ touchedAt, answers: 0 })).applicationId],
    ['of a sample person', async (v) => (await v.addDraft({ touchedAt, isSample: true })).applicationId],
    [
      'whose consent was withdrawn',
      async (v) => {
        const { applicationId, personId } = await v.addDraft({ touchedAt });
        await v.db.consentRecord.updateMany({ where: { personId }, data: { withdrawnAt: later(1) } });
        return applicationId;
      },
    ],
    [
      'of somebody who erased their data',
      async (v) => {
        const { applicationId, personId } = await v.addDraft({ touchedAt });
        await v.db.person.update({ where: { id: personId }, data: { erasedAt: later(1) } });
        return applicationId;
      },
    ],
    [
      'of somebody who cannot be reached',
      async (v) => {
        const { applicationId, personId } = await v.addDraft({ touchedAt });
        await v.db.contact.updateMany({ where: { personId }, data: { state: 'unreachable' } });
        return applicationId;
      },
    ],
    [
      'after "Đừng nhắc nữa"',
      async (v) => {
        const { applicationId, personId } = await v.addDraft({ touchedAt });
        for (let times = 0; times < 2; times += 1) {
          await v.db.$transaction((tx) =>
            stopDraftReminders(tx, { id: randomUUID(), applicationId, personId, now: touchedAt }),
          );
        }
        return applicationId;
      },
    ],
    [
      'that was submitted',
      async (v) => {
        const { applicationId } = await v.addDraft({ touchedAt });
        await v.db.applicationEvent.create({
          data: {
            id: randomUUID(),
            applicationId,
            seq: 2,
            kind: 'submitted',
            at: touchedAt,
            actorKind: 'person',
            requestId: 'submit',
          },
        });
        return applicationId;
      },
    ],
  ];
  it.each(cases)('%s', async (_, prepare) => {
    const applicationId = await prepare(village);
    for (const days of [3, 14, 83]) await sweep(later(days));
    expect(await wordsOf(applicationId)).toEqual([]);
  });

  it.each([
    ['a moment less than 2 hours ago', 2 * 3_600_000 - 1, []],
    ['exactly 2 hours ago', 2 * 3_600_000, []],
    ['a moment more than 2 hours ago', 2 * 3_600_000 + 1, ['first']],
  ])('while the person is talking of something else: last heard %s', async (_, agoMs, expected) => {
    const { applicationId, contactId } = await village.addDraft({ touchedAt });
    const lastInboundAt = new Date(later(3).getTime() - agoMs);
    await village.db.contact.update({ where: { id: contactId }, data: { lastInboundAt } });
    await sweep(later(3));
    expect(await wordsOf(applicationId)).toEqual(expected);
  });

  it('while a message of theirs waits for its turn', async () => {
    const { applicationId, personId, contactId } = await village.addDraft({ touchedAt });
    await village.addInbound({ personId, contactId, receivedAt: later(1), handled: false, text: 'a' });
    await sweep(later(3));
    expect(await wordsOf(applicationId)).toEqual([]);
  });

  it('while an officer has joined', async () => {
    const { applicationId, personId } = await village.addDraft({ touchedAt });
    await village.db.conversation.create({
      data: { personId, state: {}, updatedAt: touchedAt, officerUntil: later(3, 1) },
    });
    await sweep(later(3));
    expect(await wordsOf(applicationId)).toEqual([]);
    await sweep(later(3, 1));
    expect(await wordsOf(applicationId)).toEqual(['first']);
  });
});

describe('a draft that is looked at a last time', () => {
  const tend = (applicationId: string, now: Date): Promise<void> =>
    tendDraft.run({ applicationId }, { ...village.parts, now, handOn: async () => {} });

  it('is left alone when it was touched between the sweep and the task', async () => {
    const { applicationId } = await village.addDraft({ touchedAt });
    await village.db.application.update({ where: { id: applicationId }, data: { updatedAt: later(3, -1) } });
    await tend(applicationId, later(3));
    expect(await wordsOf(applicationId)).toEqual([]);
  });

  it('is left alone when an answer came in between', async () => {
    const { applicationId } = await village.addDraft({ touchedAt });
    await village.db.applicationAnswer.updateMany({ where: { applicationId }, data: { answeredAt: later(3, -1) } });
    await tend(applicationId, later(3));
    expect(await wordsOf(applicationId)).toEqual([]);
  });

  it('is left alone while a turn holds the lane of its person', async () => {
    const { applicationId, personId } = await village.addDraft({ touchedAt });
    await village.db.$transaction(async (tx) => {
      await takeLane(tx, personId);
      await tend(applicationId, later(3));
    });
    expect(await wordsOf(applicationId)).toEqual([]);
    await tend(applicationId, later(3));
    expect(await wordsOf(applicationId)).toEqual(['first']);
  });

  it('is told of once by ten tasks at the same moment', async () => {
    const { applicationId } = await village.addDraft({ touchedAt });
    await Promise.all(Array.from({ length: 10 }, () => tend(applicationId, later(3))));
    expect(await wordsOf(applicationId)).toEqual(['first']);
  });

  it('ends once by ten tasks at the same moment', async () => {
    const { applicationId } = await village.addDraft({ touchedAt, withConsent: false });
    await Promise.all(Array.from({ length: 10 }, () => tend(applicationId, later(90))));
    const events = await village.db.applicationEvent.findMany({ where: { applicationId }, orderBy: { seq: 'asc' } });
    expect(events.map((event) => event.kind)).toEqual(['started', 'expired']);
  });

  it('that is gone is no error', async () => {
    await tend(randomUUID(), later(3));
  });
});

it('says everything in both languages', async () => {
  const { applicationId, personId } = await village.addDraft({ touchedAt });
  await village.db.person.update({ where: { id: personId }, data: { locale: 'en' } });
  await sweep(later(3));
  const row = await village.db.delivery.findFirstOrThrow({ where: { personId } });
  expect(JSON.stringify(row.content)).toContain('Your request is not finished');
  expect(await wordsOf(applicationId)).toEqual(['first']);
});
