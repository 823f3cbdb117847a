import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { applicableQuestions } from '../../core/forms/applicable-questions.ts';
import { fittingAnswers } from '../../core/forms/values.ts';
import type { Places } from '../../core/places/places.ts';
import { findProgramme } from '../../core/programmes/programmes.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { loadPlaces } from '../../host/load-places.ts';
import { setUpCentre } from '../../host/set-up-centre.ts';
import { findCentre } from '../../records/centre.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { countWaitingQuestions } from '../../records/question-list.ts';
import { countRequests } from '../../records/request-list.ts';
import { removeSample } from '../../records/sample.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const now = new Date('2026-11-24T03:00:00Z');
const clock = { now: () => now };
const ids = { next: randomUUID };

let database: TestDatabase;
let db: Db;
let places: Places;

beforeAll(async () => {
  places = await loadPlaces();
});
beforeEach(async () => {
  await db?.$disconnect();
  await database?.drop();
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const setUp = (env: Record<string, string> = {}, isEmbedded = true) =>
  setUpCentre({ config: readConfig(env), db, clock, ids, places, isEmbedded });

const real = { CENTRE_NAME: 'Trung tâm Khuyến công tỉnh Lào Cai', CENTRE_PROVINCE: '15' };

async function addRealPerson(): Promise<string> {
  const id = randomUUID();
  await db.person.create({ data: { id, displayName: 'Người thật', createdAt: now } });
  return id;
}

describe('the centre', () => {
  it('of an empty embedded database is the sample, marked as such', async () => {
    expect(await setUp()).toMatchObject({ isSample: true, provinceCode: '19' });
    expect(await findCentre(db)).toMatchObject({ isSample: true });
    expect(await db.person.count({ where: { isSample: false } })).toBe(0);
    expect(await db.person.count()).toBeGreaterThan(2);
  });

  it('is not made a second time at the next start', async () => {
    await setUp();
    const people = await db.person.count();
    await setUp();
    expect(await db.person.count()).toBe(people);
  });

  it('of another database is never a sample: it must be named', async () => {
    await expect(setUp({}, false)).rejects.toMatchObject({ code: 'centre.missing' });
    expect(await db.person.count()).toBe(0);
    expect(await setUp(real, false)).toMatchObject({ name: real.CENTRE_NAME, isSample: false });
    expect(await setUp({}, false)).toMatchObject({ name: real.CENTRE_NAME });
  });

  it('is never a sample where somebody has been', async () => {
    await addRealPerson();
    await expect(setUp()).rejects.toMatchObject({ code: 'centre.missing' });
    expect(await db.person.count()).toBe(1);
  });

  it('named in the settings takes the place of what was there', async () => {
    await setUp();
    expect(await setUp(real)).toEqual({ name: real.CENTRE_NAME, provinceCode: '15', isSample: false });
    expect(await findCentre(db)).toEqual({ name: real.CENTRE_NAME, provinceCode: '15', isSample: false });
  });

  it('needs both its name and a province of today', async () => {
    await expect(setUp({ CENTRE_NAME: 'Trung tâm' })).rejects.toMatchObject({ code: 'centre.missing' });
    await expect(setUp({ ...real, CENTRE_PROVINCE: '00' })).rejects.toMatchObject({ code: 'centre.province-unknown' });
    // Bắc Kạn joined Thái Nguyên on 2025-07-01.
    await expect(setUp({ ...real, CENTRE_PROVINCE: '06' })).rejects.toMatchObject({ code: 'centre.province-unknown' });
  });
});

describe('sample people', () => {
  it('are marked, also in the names they wrote, and have phone numbers of no network', async () => {
    await setUp();
    expect(await db.person.count({ where: { isSample: false } })).toBe(0);
    const names = await db.applicationAnswer.findMany({
      where: {
        questionId: { in: ['contact-name', 'establishment'] },
        value: { path: ['isSkipped'], equals: Prisma.DbNull },
      },
    });
    expect(names.length).toBeGreaterThan(3);
    for (const { value } of names) expect(value).toContain('(mẫu)');
    const phones = await db.applicationAnswer.findMany({ where: { questionId: 'phone' } });
    expect(phones.length).toBeGreaterThan(2);
    for (const { value } of phones) expect(value).toMatch(/^090000000\d$/);
    for (const { code } of await db.application.findMany()) expect(code).toContain('MAU');
  });

  it('answered every question of the form in a way that fits it', async () => {
    await setUp();
    for (const application of await db.application.findMany({ include: { answers: true } })) {
      const form = findProgramme(application.programme)?.form;
      expect(form?.id).toBe(application.formId);
      if (!form) continue;
      const kept = Object.fromEntries(application.answers.map(({ questionId, value }) => [questionId, value]));
      const fitting = fittingAnswers(form, kept);
      const asked = applicableQuestions(form, fitting);
      expect(Object.keys(fitting).sort()).toEqual(asked.map(({ id }) => id).sort());
    }
  });

  it('are never counted', async () => {
    await setUp();
    expect(Object.values(await countRequests(db)).reduce((sum, count) => sum + count, 0)).toBe(0);
    expect(await countWaitingQuestions(db, now)).toMatchObject({ waiting: 0 });
    expect(await db.counter.count()).toBe(0);
  });

  it('have no message waiting and no channel by which one could leave', async () => {
    await setUp();
    expect(await db.delivery.count({ where: { status: { not: 'sent' } } })).toBe(0);
    const contacts = await db.contact.findMany();
    expect(new Set(contacts.map(({ channel }) => channel))).toEqual(new Set(['sample']));
  });

  it('are taken away with all that is theirs, and what real people wrote stays', async () => {
    await setUp();
    const id = await addRealPerson();
    await db.humanHandoff.create({
      data: { id: randomUUID(), personId: id, kind: 'question', text: 'x', askedAt: now },
    });
    const { people } = await removeSample(db, now);
    expect(people).toBe(4);
    expect((await db.person.findMany()).map((person) => person.id)).toEqual([id]);
    expect(await db.humanHandoff.count()).toBe(1);
    for (const count of [
      db.application.count(),
      db.inboundMessage.count(),
      db.delivery.count(),
      db.consentRecord.count(),
    ]) {
      expect(await count).toBe(0);
    }
    expect(await findCentre(db)).toMatchObject({ isSample: false });
    expect(await removeSample(db, now)).toEqual({ people: 0, hadSampleCentre: false });
    await setUp();
    expect(await db.person.count()).toBe(1);
  });
});
