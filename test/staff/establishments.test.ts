import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from '../../records/establishment-members.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { answerRequest, DONG_PHUC, sendRequest, TAI_HOAN } from '../support/establishments.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');

let database: TestDatabase;
let office: Office;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  ({ cookie } = await office.hire('officer', 'Hoàng Văn Bình'));
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const API = '/staff/api/establishments';
const get = async (path: string) => (await office.ask(`${API}${path}`, { as: cookie })).json();
const post = async (path: string, body: object) => {
  const answer = await office.ask(`${API}${path}`, { as: cookie, body });
  return { status: answer.status, ...(await answer.json()) };
};
const meet = async (name: string, isSample = false) => {
  clock.advance(1000);
  return (await addPerson(office.db, { name, wroteAt: clock.now(), isSample })).personId;
};
const send = async (personId: string, values = {}) => {
  clock.advance(1000);
  return await sendRequest(office.db, { personId, values: { ...TAI_HOAN, ...values }, at: clock.now() });
};
const letIn = (establishmentId: string, personId: string, consentedById: string) =>
  office.db.$transaction((tx) =>
    addMember(tx, { establishmentId, personId, role: 'family', consentedById, now: clock.now() }),
  );

let pairs = 0;
/** Two of one name, each of another owner. */
async function twice() {
  pairs += 1;
  const establishment = `Cơ sở Đức Lộc ${'Một Hai Ba Bốn Năm Sáu Bảy'.split(' ')[pairs]}`;
  const [lan, mai] = [await meet('Lan'), await meet('Mai')];
  const kept = await send(lan, { establishment, phone: `090000010${pairs}` });
  const mergedPhone = `090000020${pairs}`;
  const merged = await send(mai, { establishment, phone: mergedPhone, product: 'Bánh gai' });
  return {
    establishment,
    mergedPhone,
    lan,
    mai,
    kept,
    merged,
    id: kept.establishmentId,
    mergedId: merged.establishmentId,
  };
}
const told = async () =>
  (await office.db.delivery.findMany({ where: { key: { startsWith: 'merge' } }, orderBy: { seq: 'asc' } })).map(
    ({ personId, status, content }) => ({ personId, status, text: JSON.stringify(content) }),
  );

describe('the list of establishments', () => {
  it('finds without marks, by commune, and only those that may be twice; pages follow each other', async () => {
    const lan = await meet('Lan');
    const first = await send(lan, {
      establishment: 'HTX Chè Shan Tuyết',
      product: 'Chè',
      commune: DONG_PHUC,
      phone: '0900000301',
    });
    const { id, mergedId } = await twice();
    const idsOf = ({ items }: { items: { id: string }[] }) => items.map((item) => item.id);
    expect(idsOf(await get('?q=che shan tuyet'))).toEqual([first.establishmentId]);
    expect(idsOf(await get('?q=dong phuc'))).toEqual([first.establishmentId]);
    expect(idsOf(await get(`?commune=${DONG_PHUC.communeCode}`))).toEqual([first.establishmentId]);
    expect(idsOf(await get('?twice=1'))).toEqual([mergedId, id]);
    const one = await get('?limit=2');
    const two = await get(`?limit=2&cursor=${one.nextCursor}`);
    expect([...idsOf(one), ...idsOf(two)]).toEqual([mergedId, id, first.establishmentId]);
    expect(one.items[0]).toMatchObject({
      product: 'Bánh gai',
      place: 'xã Côn Minh, tỉnh Thái Nguyên',
      members: 1,
      requests: 1,
      hasDuplicate: true,
    });
    expect((await get('/communes')).communes).toEqual([
      { code: '02185', name: 'Xã Côn Minh', count: 2 },
      { code: DONG_PHUC.communeCode, name: 'Xã Đồng Phúc', count: 1 },
    ]);
  });
});

describe('a merge', () => {
  it('is shown beforehand: what will be known, who will see what, and what members will read', async () => {
    const { lan, mai, kept, merged, id, mergedId } = await twice();
    await answerRequest(office.db, { id: kept.id, values: { 'tax-code': '001200000001' }, at: clock.now() });
    const both = await meet('Sơn');
    await letIn(id, both, lan);
    await letIn(mergedId, both, mai);
    const one = await get(`/${id}`);
    expect(one.duplicates).toMatchObject([{ id: mergedId, reasons: ['name'], strength: 'fair', requests: 1 }]);
    expect(one.profile).toContainEqual({
      id: 'tax-code',
      label: 'Mã số thuế',
      text: expect.not.stringContaining('00120000'),
    });

    const preview = await post(`/${id}/merge-preview`, { mergedId });
    const row = (question: string) => preview.rows.find((each: { id: string }) => each.id === question);
    expect(row('phone')).toMatchObject({ kept: '0900 000 102', merged: '0900 000 202', result: '0900 000 202' });
    expect(row('tax-code')).toMatchObject({ merged: null, result: row('tax-code').kept });
    expect(preview.people).toMatchObject([
      { personId: lan, side: 'kept' },
      { personId: both, side: 'both' },
      { personId: mai, side: 'merged' },
    ]);
    expect(preview.messages.map(({ to }: { to: string }) => to)).toEqual(['Lan', 'Sơn', 'Mai']);
    expect(preview.messages[0].text).toContain('Mai (chủ cơ sở)');
    expect(preview.messages[0].text).not.toContain('Sơn');
    expect(await office.db.delivery.count()).toBe(0);
    expect(await office.db.application.count({ where: { id: merged.id, establishmentId: mergedId } })).toBe(1);
    const looks = { action: 'establishment.read', subjectId: { in: [id, mergedId] } };
    expect(await office.db.auditEntry.count({ where: looks })).toBe(2);
  });

  it('is made once however often it is sent, is told to members, and is taken back before anybody reads of it', async () => {
    const { lan, mai, merged, id, mergedId } = await twice();
    const { mark } = await post(`/${id}/merge-preview`, { mergedId });
    const body = { requestId: randomUUID(), mergedId, mark };
    const answers = await Promise.all([1, 2, 3].map(() => post(`/${id}/merge`, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await office.db.establishmentMerge.count({ where: { mergedId } })).toBe(1);
    expect(await told()).toMatchObject([
      { personId: lan, status: 'waiting' },
      { personId: mai, status: 'waiting' },
    ]);
    expect(await get(`/${mergedId}`)).toMatchObject({ mergedInto: { id }, name: expect.stringContaining('Đức Lộc') });
    const { merges, duplicates } = await get(`/${id}`);
    expect(duplicates).toEqual([]);
    expect(merges).toMatchObject([{ isKept: true, officer: 'Hoàng Văn Bình', bar: null }]);

    const undo = { requestId: randomUUID(), mergeId: merges[0].id };
    for (let time = 0; time < 2; time++) expect((await post(`/${id}/undo-merge`, undo)).status).toBe(200);
    expect((await told()).map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect(await office.db.application.findUnique({ where: { id: merged.id } })).toMatchObject({
      establishmentId: mergedId,
    });
    expect(await post(`/${id}/undo-merge`, { ...undo, requestId: randomUUID() })).toMatchObject({
      status: 409,
      code: 'merge.undone',
    });
    const deeds = await office.db.auditEntry.findMany({
      where: { subjectId: id, action: { startsWith: 'establishment.merge' } },
      orderBy: { at: 'asc' },
    });
    expect(deeds.map(({ action }) => action).sort()).toEqual(['establishment.merge-undone', 'establishment.merged']);
  });

  it('that was read of already is told back to those who read it', async () => {
    const { lan, mai, id, mergedId } = await twice();
    const { mark } = await post(`/${id}/merge-preview`, { mergedId });
    const mergeId = randomUUID();
    await post(`/${id}/merge`, { requestId: mergeId, mergedId, mark });
    await office.db.delivery.updateMany({ where: { key: `merge/${mergeId}/${lan}` }, data: { status: 'sent' } });
    await post(`/${id}/undo-merge`, { requestId: randomUUID(), mergeId });
    const after = (await told()).filter(({ personId }) => [lan, mai].includes(personId));
    expect(after).toMatchObject([
      { personId: lan, status: 'sent' },
      { personId: mai, status: 'skipped' },
      { personId: lan, status: 'waiting', text: expect.stringContaining('đã tách lại') },
    ]);
  });

  it('of what changed since it was seen is refused, and nothing is done', async () => {
    const { mai, id, mergedId } = await twice();
    const { mark } = await post(`/${id}/merge-preview`, { mergedId });
    await letIn(mergedId, await meet('Nam'), mai);
    const body = { requestId: randomUUID(), mergedId, mark };
    expect(await post(`/${id}/merge`, body)).toMatchObject({ status: 409, code: 'establishment.changed-meanwhile' });
    const { mark: anew } = await post(`/${id}/merge-preview`, { mergedId });
    expect((await post(`/${id}/merge`, { ...body, mark: anew })).status).toBe(200);
    expect(await post(`/${id}/merge-preview`, { mergedId })).toMatchObject({ code: 'establishment.merged-already' });
  });

  it('of two that the same people act for is told to nobody', async () => {
    const lan = await meet('Lan');
    const [one, other] = [await send(lan), await send(lan, { establishment: 'HTX Tài Hoan Mới' })];
    const id = one.establishmentId;
    const { messages, mark } = await post(`/${id}/merge-preview`, { mergedId: other.establishmentId });
    expect(messages).toEqual([]);
    const before = await office.db.delivery.count();
    await post(`/${id}/merge`, { requestId: randomUUID(), mergedId: other.establishmentId, mark });
    expect(await office.db.delivery.count()).toBe(before);
  });
});

describe('two that may be the same', () => {
  it('are told apart by an officer: remembered with who and when, shown no more, until that is taken back', async () => {
    const { id, mergedId } = await twice();
    const said = { requestId: randomUUID(), otherId: mergedId };
    expect(await post(`/${id}/not-same`, said)).toMatchObject({ status: 200 });
    expect(await post(`/${id}/not-same`, said)).toMatchObject({ status: 200 });
    for (const [one, other] of [
      [id, mergedId],
      [mergedId, id],
    ]) {
      const apart = [{ id: other, by: 'Hoàng Văn Bình', at: clock.now().toISOString() }];
      expect(await get(`/${one}`)).toMatchObject({ duplicates: [], apart });
    }
    const listed = (await get('?twice=1&limit=100')).items.map((item: { id: string }) => item.id);
    expect(listed).not.toContain(id);
    expect(await post(`/${mergedId}/undo-not-same`, { requestId: randomUUID(), otherId: id })).toMatchObject({
      status: 200,
    });
    expect(await get(`/${id}`)).toMatchObject({ duplicates: [{ id: mergedId, saidApart: null }], apart: [] });
  });

  it('come back when what they have in common changes, with what was said of them before', async () => {
    const { id, mergedId, lan, establishment, mergedPhone } = await twice();
    await post(`/${id}/not-same`, { requestId: randomUUID(), otherId: mergedId });
    // The other's phone, in a later request for the same establishment: they share more than before.
    clock.advance(1000);
    const told = { ...TAI_HOAN, establishment, phone: mergedPhone };
    await sendRequest(office.db, { personId: lan, values: told, establishmentId: id, at: clock.now() });
    expect(await get(`/${id}`)).toMatchObject({
      duplicates: [{ id: mergedId, reasons: ['name', 'phone'], saidApart: { by: 'Hoàng Văn Bình' } }],
      apart: [],
    });
  });

  it('that have nothing in common, or are one and the same, cannot be told apart', async () => {
    const { id } = await twice();
    const other = await send(await meet('Nga'), {
      ...{ establishment: 'Cơ sở chè Đồng Phúc', commune: DONG_PHUC, phone: '0900000799' },
    });
    const said = (otherId: string) => post(`/${id}/not-same`, { requestId: randomUUID(), otherId });
    expect(await said(other.establishmentId)).toMatchObject({ status: 409, code: 'establishment.not-alike' });
    expect(await said(id)).toMatchObject({ status: 404 });
    expect(await said(randomUUID())).toMatchObject({ status: 404 });
  });
});
