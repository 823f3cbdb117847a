import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listApplications } from '../../records/applications.ts';
import { addAuditEntry } from '../../records/audit.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { findLikelyDuplicates } from '../../records/establishment-keys.ts';
import { addMember, endMembership } from '../../records/establishment-members.ts';
import { listEstablishments } from '../../records/establishments.ts';
import { createInvitation } from '../../records/invitations.ts';
import { joinPeople } from '../../records/join-people.ts';
import { erasePerson } from '../../records/personal-data.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  answerRequest,
  beginRequest,
  merge,
  sendRequest,
  standingOf,
  submitRequest,
  TAI_HOAN,
  undo,
} from '../support/establishments.ts';
import { addPerson } from '../support/office-people.ts';

let database: TestDatabase;
let db: Db;
let now = new Date('2026-11-22T02:00:00Z');
const later = (): Date => {
  now = new Date(now.getTime() + 60_000);
  return now;
};
const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(now.getTime() + days * DAY_MS);

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 4 });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const meet = async (name?: string) => (await addPerson(db, { name, wroteAt: later() })).personId;
const send = (personId: string, values = {}, establishmentId?: string) =>
  sendRequest(db, { personId, values: { ...TAI_HOAN, ...values }, establishmentId, at: later() });
const letIn = (establishmentId: string, personId: string, consentedById: string) =>
  db.$transaction((tx) => addMember(tx, { establishmentId, personId, role: 'family', consentedById, now: later() }));
const end = (establishmentId: string, personId: string, byId: string) =>
  db.$transaction(async (tx) => {
    const at = later();
    await endMembership(tx, { establishmentId, personId, now: at });
    const entry = { action: 'establishment.member-ended', subjectKind: 'Establishment', subjectId: establishmentId };
    await addAuditEntry(tx, { id: randomUUID(), now: at, ...entry, data: { personId, byId } });
  });
const seenBy = async (personId: string) => (await listApplications(db, personId)).map(({ id }) => id).sort();

/** Two people who each wrote the same establishment down. */
async function twice() {
  const [lan, mai] = [await meet('Lan'), await meet('Mai')];
  const kept = await send(lan);
  const merged = await send(mai, { 'contact-name': 'Mai', phone: '0900000002' });
  await answerRequest(db, { id: merged.id, values: { 'tax-code': '0123456787' }, at: later() });
  return { lan, mai, kept, merged, pair: { keptId: kept.establishmentId, mergedId: merged.establishmentId } };
}

describe('two establishments that are one', () => {
  it('are found by what they share; afterwards both members see what both sent, and the newest answers hold', async () => {
    const { lan, mai, kept, merged, pair } = await twice();
    expect(await findLikelyDuplicates(db, kept.establishmentId)).toMatchObject([
      { id: merged.establishmentId, reasons: ['name'], strength: 'fair' },
    ]);
    expect(await seenBy(lan)).toEqual([kept.id]);
    await merge(db, { ...pair, at: later() });
    expect(await seenBy(lan)).toEqual([kept.id, merged.id].sort());
    expect(await seenBy(mai)).toEqual([kept.id, merged.id].sort());
    const [one, ...more] = await listEstablishments(db, mai);
    expect([one?.id, more]).toEqual([pair.keptId, []]);
    expect(one?.answers).toMatchObject({ phone: { value: '0900000002' }, 'tax-code': { value: '0123456787' } });
    expect(await findLikelyDuplicates(db, kept.establishmentId)).toEqual([]);
    expect(await db.establishment.findUnique({ where: { id: pair.mergedId } })).toMatchObject({
      mergedIntoId: pair.keptId,
    });
    await db.establishment.deleteMany({ where: { id: { in: [pair.keptId] } } });
  });

  it('are as they were when the merge is undone, to the last row', async () => {
    const { lan, mai, merged, pair } = await twice();
    const [both, wasThere, gone] = [await meet('Sơn'), await meet('Hà'), await meet('Nam')];
    for (const personId of [both, wasThere]) await letIn(pair.keptId, personId, lan);
    for (const personId of [both, wasThere, gone]) await letIn(pair.mergedId, personId, mai);
    await end(pair.keptId, wasThere, lan);
    await end(pair.mergedId, gone, mai);
    await beginRequest(db, {
      personId: mai,
      values: { need: 'machinery' },
      establishmentId: pair.mergedId,
      at: later(),
    });
    await db.$transaction((tx) =>
      createInvitation(tx, { id: randomUUID(), establishmentId: pair.mergedId, personId: mai, now: later() }),
    );
    const before = await standingOf(db, pair.keptId, pair.mergedId);
    const mergeId = await merge(db, { ...pair, at: later() });
    const between = await standingOf(db, pair.mergedId);
    expect(Object.values(between).flat()).toEqual([]);
    expect(await seenBy(wasThere)).toContain(merged.id);
    await undo(db, { mergeId, at: later() });
    expect(await standingOf(db, pair.keptId, pair.mergedId)).toEqual(before);
  });

  it('undone, what came meanwhile is where it belongs', async () => {
    const { lan, mai, kept, merged, pair } = await twice();
    const [both, let1, let2] = [await meet(), await meet(), await meet()];
    await letIn(pair.keptId, both, lan);
    await letIn(pair.mergedId, both, mai);
    const mergeId = await merge(db, { ...pair, at: later() });
    const [byLan, byMai, byBoth] = [await send(lan), await send(mai, { phone: '0900000003' }), await send(both)];
    await letIn(pair.keptId, let1, mai);
    await letIn(pair.keptId, let2, let1);
    const byLet = await send(let2);
    await answerRequest(db, { id: merged.id, values: { workshop: 'Thôn Chợ Mới' }, at: later() });
    const establishments = [byLan, byMai, byBoth, byLet].map(({ establishmentId }) => establishmentId);
    expect(new Set(establishments)).toEqual(new Set([pair.keptId]));
    await undo(db, { mergeId, at: later() });
    expect(await seenBy(lan)).toEqual([kept.id, byLan.id, byBoth.id].sort());
    expect(await seenBy(mai)).toEqual([merged.id, byMai.id, byLet.id].sort());
    expect(await seenBy(let2)).toEqual([merged.id, byMai.id, byLet.id].sort());
    const [mine] = await listEstablishments(db, mai);
    expect(mine?.answers).toMatchObject({ phone: { value: '0900000001' }, workshop: { value: 'Thôn Chợ Mới' } });
  });

  it('undone, who removed a stranger is alone again, and the stranger is back; who left by themselves stays out', async () => {
    const { lan, mai, pair } = await twice();
    const [son, cousin] = [await meet(), await meet()];
    await letIn(pair.mergedId, son, mai);
    await letIn(pair.keptId, cousin, lan);
    const mergeId = await merge(db, { ...pair, at: later() });
    await end(pair.keptId, mai, lan);
    await end(pair.keptId, son, son);
    await end(pair.keptId, cousin, mai);
    await undo(db, { mergeId, at: later() });
    const members = await db.establishmentMember.findMany({ where: { establishmentId: { in: Object.values(pair) } } });
    const lasting = members.filter(({ endedAt }) => endedAt === null).map(({ personId }) => personId);
    expect(lasting.sort()).toEqual([lan, mai, cousin].sort());
    expect(await seenBy(son)).toEqual([]);
  });

  it('undone after two members turned out to be one person: they act for both', async () => {
    const { lan, mai, kept, merged, pair } = await twice();
    const mergeId = await merge(db, { ...pair, at: later() });
    await db.$transaction((tx) => joinPeople(tx, { fromId: mai, intoId: lan, now: later() }));
    await undo(db, { mergeId, at: later() });
    expect((await listEstablishments(db, lan)).map(({ id }) => id).sort()).toEqual(Object.values(pair).sort());
    expect(await seenBy(lan)).toEqual([kept.id, merged.id].sort());
  });
});

describe('a merge is undone', () => {
  it('within thirty days, once', async () => {
    const { pair } = await twice();
    const mergeId = await merge(db, { ...pair, at: later() });
    await expect(undo(db, { mergeId, at: inDays(30) })).rejects.toMatchObject({ code: 'merge.too-late' });
    await undo(db, { mergeId, at: inDays(29) });
    await expect(undo(db, { mergeId, at: inDays(29) })).rejects.toMatchObject({ code: 'merge.undone' });
  });

  it('not when the data of somebody whose part it was are erased', async () => {
    const { mai, pair } = await twice();
    const mergeId = await merge(db, { ...pair, at: later() });
    const erased = { personId: mai, requestId: randomUUID(), eventId: randomUUID, now: later() };
    await db.$transaction((tx) => erasePerson(tx, erased));
    await expect(undo(db, { mergeId, at: later() })).rejects.toMatchObject({ code: 'merge.erased' });
    const [row] = (await standingOf(db, pair.keptId)).answers.filter(({ questionId }) => questionId === 'phone');
    expect(row?.value).toBe('0900000001');
  });

  it('from the last one back, where several stand on each other', async () => {
    const { pair } = await twice();
    const { kept, merged } = await twice();
    const first = await merge(db, { ...pair, at: later() });
    const second = await merge(db, { keptId: pair.keptId, mergedId: merged.establishmentId, at: later() });
    const third = await merge(db, { keptId: kept.establishmentId, mergedId: pair.keptId, at: later() });
    for (const mergeId of [first, second]) {
      await expect(undo(db, { mergeId, at: later() })).rejects.toMatchObject({ code: 'merge.later-first' });
    }
    for (const mergeId of [third, second, first]) await undo(db, { mergeId, at: later() });
  });
});

describe('no merge is made', () => {
  it('of one with itself, in a circle, or into one that was merged', async () => {
    const { kept, pair } = await twice();
    const { establishmentId: third } = await send(await meet());
    await expect(merge(db, { keptId: third, mergedId: third, at: later() })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await merge(db, { ...pair, at: later() });
    const circle = { keptId: pair.mergedId, mergedId: kept.establishmentId };
    const onto = { keptId: pair.mergedId, mergedId: third };
    for (const asked of [circle, onto, pair]) {
      await expect(merge(db, { ...asked, at: later() })).rejects.toMatchObject({
        code: 'establishment.merged-already',
      });
    }
  });

  it('between the sample and real people, and neither is shown beside the other', async () => {
    const { personId } = await addPerson(db, { wroteAt: later(), isSample: true });
    const values = { establishment: 'HTX Chỉ Có Mẫu' };
    const [sample, real] = [await send(personId, values), await send(await meet(), values)];
    expect(await findLikelyDuplicates(db, real.establishmentId)).not.toContainEqual(
      expect.objectContaining({ id: sample.establishmentId }),
    );
    const pair = { keptId: real.establishmentId, mergedId: sample.establishmentId };
    await expect(merge(db, { ...pair, at: later() })).rejects.toMatchObject({ code: 'establishment.sample' });
  });

  it('of the same pair by two officers at once, both ways round: one of them merges', async () => {
    for (let round = 0; round < 3; round++) {
      const { pair } = await twice();
      const back = { keptId: pair.mergedId, mergedId: pair.keptId };
      const tries = await Promise.allSettled([pair, back, pair].map((each) => merge(db, { ...each, at: now })));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const each of tries) {
        if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'establishment.merged-already' });
      }
    }
  });
});

/** As officers' deeds are done: again, when something came while the locks were taken. */
async function untilQuiet(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      expect(error).toMatchObject({ code: 'establishment.busy' });
    }
  }
}

describe('while officers merge', () => {
  it('a request that is being sent or completed, and who is let in, are of the one that was kept; nothing is lost or stuck', async () => {
    for (let round = 0; round < 4; round++) {
      const { mai, merged, pair } = await twice();
      const newcomer = await meet();
      const filed = { personId: mai, values: TAI_HOAN, at: later() };
      const draft = await beginRequest(db, { ...filed, establishmentId: pair.mergedId });
      const fresh = await beginRequest(db, filed);
      const at = later();
      await Promise.all([
        untilQuiet(() => merge(db, { ...pair, at })),
        submitRequest(db, { id: draft, personId: mai, at }),
        answerRequest(db, { id: merged.id, values: { workshop: `Thôn ${round}` }, at }),
        letIn(pair.mergedId, newcomer, mai),
        submitRequest(db, { id: fresh, personId: mai, at }),
      ]);
      expect(Object.values(await standingOf(db, pair.mergedId)).flat()).toEqual([]);
      const here = await standingOf(db, pair.keptId);
      expect(here.applications).toHaveLength(4);
      expect(here.members.map(({ personId }) => personId)).toContain(newcomer);
      expect(here.answers.find(({ questionId }) => questionId === 'workshop')?.value).toBe(`Thôn ${round}`);
    }
  });

  it('or take a merge back, a request that is being sent is of one that its person acts for', async () => {
    for (let round = 0; round < 4; round++) {
      const { lan, mai, pair } = await twice();
      const mergeId = await merge(db, { ...pair, at: later() });
      const filed = { personId: mai, values: TAI_HOAN, establishmentId: pair.keptId, at: later() };
      const drafts = [await beginRequest(db, filed), await beginRequest(db, filed)];
      const at = later();
      await Promise.all([
        untilQuiet(() => undo(db, { mergeId, at })),
        ...drafts.map((id) => submitRequest(db, { id, personId: mai, at })),
      ]);
      const { applications } = await standingOf(db, pair.mergedId);
      expect(applications.map(({ id }) => id)).toEqual(expect.arrayContaining(drafts));
      expect(await seenBy(lan)).toHaveLength(1);
    }
  });
});
