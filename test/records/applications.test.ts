import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnApplication, startApplication, submitApplication } from '../../records/application-actions.ts';
import { keepAnswers } from '../../records/application-answers.ts';
import { findApplication, findOpenDraft, listApplications } from '../../records/applications.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const ids = { next: () => randomUUID() };
const now = new Date('2026-11-22T02:00:00Z');
const form = { id: 'request', version: 1 };

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

async function addPerson(): Promise<string> {
  const id = randomUUID();
  await db.person.create({ data: { id, createdAt: now } });
  return id;
}

async function addDraft(): Promise<{ id: string; personId: string }> {
  const personId = await addPerson();
  const id = await db.$transaction((tx) =>
    startApplication(tx, { personId, programme: 'support-request', form, requestId: randomUUID(), now, ids }),
  );
  return { id, personId };
}

const submit = (draft: { id: string; personId: string }, requestId: string = randomUUID(), at = now) =>
  db.$transaction((tx) => submitApplication(tx, { ...draft, requestId, now: at, ids }));
const discard = (draft: { id: string; personId: string }) => {
  const actor = { kind: 'person', id: draft.personId } as const;
  const deed = { id: draft.id, requestId: randomUUID(), now, ids };
  return db.$transaction((tx) => actOnApplication(tx, { ...deed, action: 'discard', actor }));
};
const statusOf = async ({ id, personId }: { id: string; personId: string }) =>
  (await findApplication(db, { id, personId }))?.status;

describe('a draft', () => {
  it('is the open one of its person, and of nobody else', async () => {
    const draft = await addDraft();
    const another = await addPerson();
    expect(await findOpenDraft(db, draft.personId)).toMatchObject({ id: draft.id, status: 'draft', code: undefined });
    expect(await findOpenDraft(db, another)).toBeUndefined();
    expect(await findApplication(db, { id: draft.id, personId: another })).toBeUndefined();
  });

  it('keeps each answer with the person’s words, and the last one counts', async () => {
    const draft = await addDraft();
    const keep = (changes: Parameters<typeof keepAnswers>[1]['changes']) =>
      db.$transaction((tx) => keepAnswers(tx, { id: draft.id, changes, formVersion: 2, now }));
    await keep([
      { questionId: 'product', value: 'chè', raw: 'che' },
      { questionId: 'price', value: { minVnd: 400_000_000, maxVnd: 400_000_000 }, raw: '400tr' },
    ]);
    await keep([{ questionId: 'product', value: 'miến dong', raw: 'mien dong' }]);
    const found = await findApplication(db, draft);
    expect(found?.answers).toEqual({
      product: { value: 'miến dong', raw: 'mien dong', answeredAt: now },
      price: { value: { minVnd: 400_000_000, maxVnd: 400_000_000 }, raw: '400tr', answeredAt: now },
    });
    expect(found?.formVersion).toBe(2);
  });

  it('given up stays as it was, is no longer open, and can be neither filled in nor sent', async () => {
    const draft = await addDraft();
    await discard(draft);
    expect(await findOpenDraft(db, draft.personId)).toBeUndefined();
    expect(await statusOf(draft)).toBe('discarded');
    const change = { questionId: 'product', value: 'chè', raw: undefined };
    const keeping = db.$transaction((tx) => keepAnswers(tx, { id: draft.id, changes: [change], formVersion: 1, now }));
    await expect(keeping).rejects.toMatchObject({ code: 'application.not-allowed' });
    await expect(submit(draft)).rejects.toMatchObject({ code: 'application.not-allowed' });
  });
});

describe('submitting', () => {
  it('gives codes in order, without a gap, of the office’s year', async () => {
    const at = new Date('2030-12-31T17:30:00Z');
    const first = await submit(await addDraft(), randomUUID(), at);
    const second = await submit(await addDraft(), randomUUID(), at);
    expect([first.code, second.code]).toEqual(['KC-2031-0001', 'KC-2031-0002']);
  });

  it('gives the same code however often it is sent, by the same tap or another', async () => {
    const draft = await addDraft();
    const first = await submit(draft, 'tap-1');
    expect(first.isRepeated).toBe(false);
    expect(await submit(draft, 'tap-1')).toEqual({ code: first.code, isRepeated: true });
    expect(await submit(draft, 'tap-2')).toEqual({ code: first.code, isRepeated: true });
    expect(await db.applicationEvent.count({ where: { applicationId: draft.id, kind: 'submitted' } })).toBe(1);
  });

  it('twenty at the same moment get twenty codes', async () => {
    const drafts = await Promise.all(Array.from({ length: 20 }, addDraft));
    const codes = await Promise.all(drafts.map(async (draft) => (await submit(draft)).code));
    expect(new Set(codes).size).toBe(20);
  });

  it('the same draft sent five times at once has one code and one event', async () => {
    const draft = await addDraft();
    const results = await Promise.all(Array.from({ length: 5 }, () => submit(draft)));
    expect(new Set(results.map(({ code }) => code)).size).toBe(1);
    expect(results.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
    expect(await statusOf(draft)).toBe('submitted');
  });

  it('a code given in a transaction that fails is given to the next', async () => {
    const at = new Date('2040-05-01T00:00:00Z');
    const draft = await addDraft();
    const failing = db.$transaction(async (tx) => {
      await submitApplication(tx, { ...draft, requestId: 'lost', now: at, ids });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await statusOf(draft)).toBe('draft');
    expect((await submit(draft, 'again', at)).code).toBe('KC-2040-0001');
  });
});

describe('the list of a person', () => {
  it('has the newest first, with code and status', async () => {
    const first = await addDraft();
    const { code } = await submit(first);
    const second = await db.$transaction((tx) =>
      startApplication(tx, {
        personId: first.personId,
        programme: 'support-request',
        form,
        requestId: 'second',
        now: new Date(now.getTime() + 1000),
        ids,
      }),
    );
    const list = await listApplications(db, first.personId);
    expect(list.map(({ id, code, status }) => ({ id, code, status }))).toEqual([
      { id: second, code: undefined, status: 'draft' },
      { id: first.id, code, status: 'submitted' },
    ]);
  });
});
