import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { clearKnowledge, KILN, KILN_QUESTION, openTestLibrary } from '../support/officer-knowledge.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const TODAY = '2026-11-23';
let database: TestDatabase;
let db: Db;
let library: Awaited<ReturnType<typeof openTestLibrary>>;
let office: Office;
let hoa: string;
let nam: string;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  library = await openTestLibrary({ url: database.url, db, clock });
  office = openOffice({ url: database.url, clock, library, signals: library.signals });
  hoa = (await office.hire('officer', 'Nguyễn Thị Hoa')).cookie;
  nam = (await office.hire('officer', 'Trần Văn Nam')).cookie;
});
beforeEach(async () => {
  clock.set('2026-11-23T02:00:00Z');
  if (!(await clearKnowledge(db))) return;
  await library.refresh();
});
afterAll(async () => {
  await library.stop();
  await office.close();
  await db.$disconnect();
  await database.drop();
});

type Body = Record<string, unknown> & { code?: string; faults?: { code: string }[] };
const ask = async (path: string, body?: object, as = hoa) => {
  const answer = await office.ask(`/staff/api${path}`, { as, body });
  return { status: answer.status, body: (await answer.json()) as Body };
};
const draft = async (content: object = KILN, name?: string): Promise<string> => {
  const { body } = await ask('/articles', { requestId: randomUUID(), name, content });
  return String(body.id);
};
const doTo = async (
  id: string,
  revision: number,
  deed: object,
  { as = hoa, of = 'articles', requestId = randomUUID() } = {},
) => await ask(`/${of}/${id}/deeds`, { requestId, revision, deed }, as);
const publish = async (content: object = KILN, name?: string): Promise<string> => {
  const id = await draft(content, name);
  expect(await doTo(id, 1, { kind: 'published' })).toEqual({ status: 200, body: {} });
  await library.refresh();
  return id;
};
const told = (text = KILN_QUESTION, date = TODAY) => {
  const { kind, articles } = library.current().ask({ text, date, provinceCode: '19' });
  return { kind, first: articles[0]?.title };
};

describe("an officers' article", () => {
  it('answers people once it is published, and not before; a repeat of the request changes nothing', async () => {
    const id = await draft();
    await library.refresh();
    expect(told().first).not.toBe(KILN.title);

    const requestId = randomUUID();
    const before = await db.knowledgeState.findFirst();
    await Promise.all([
      doTo(id, 1, { kind: 'published' }, { requestId }),
      doTo(id, 1, { kind: 'published' }, { requestId }),
    ]);
    await expect.poll(() => told(), { timeout: 30_000 }).toEqual({ kind: 'answer', first: KILN.title });
    expect((await db.knowledgeState.findFirst())?.version).toBe((before?.version ?? 0) + 1);
    expect(await db.auditEntry.count({ where: { subjectId: id, action: 'knowledge.published' } })).toBe(1);
    expect((await ask(`/articles/${id}`)).body).toMatchObject({
      ...{ status: 'published', standing: 'answers', revision: 2, isInPlaceOfShipped: false },
      versions: [{ version: 1, publishedBy: 'Nguyễn Thị Hoa', createdBy: 'Nguyễn Thị Hoa' }],
    });
  });

  it('is changed as a new version, while the one before answers until the new one is published', async () => {
    const id = await publish();
    const title = 'Lò sấy chung của xã Đồng Phúc, giờ mới';
    expect((await doTo(id, 2, { kind: 'changed', content: { ...KILN, title } }, { as: nam })).status).toBe(200);
    expect((await doTo(id, 3, { kind: 'reviewed' })).status).toBe(200);
    await library.refresh();
    expect(told().first).toBe(KILN.title);
    expect((await doTo(id, 4, { kind: 'published' })).status).toBe(200);
    await library.refresh();
    expect(told().first).toBe(title);
    expect((await ask(`/articles/${id}`)).body.versions).toMatchObject([
      { version: 2, status: 'published', createdBy: 'Trần Văn Nam', reviewedBy: 'Nguyễn Thị Hoa' },
      { version: 1, status: 'replaced' },
    ]);
  });

  it('changed by two at once: the second is told who was first, and nothing is overwritten', async () => {
    const id = await draft();
    clock.advance(60_000);
    const [one, two] = await Promise.all([
      doTo(id, 1, { kind: 'changed', content: { ...KILN, title: 'Của chị Hoa' } }),
      doTo(id, 1, { kind: 'changed', content: { ...KILN, title: 'Của anh Nam' } }, { as: nam }),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([200, 409]);
    const second = one.status === 409 ? one : two;
    const winner = one.status === 200 ? 'Nguyễn Thị Hoa' : 'Trần Văn Nam';
    expect(second.body).toMatchObject({ code: 'knowledge.changed', meanwhile: { kind: 'changed', by: winner } });
    expect((await ask(`/articles/${id}`)).body).toMatchObject({ version: 2, by: winner });
  });

  it('withdrawn answers nobody; taken back, it answers again, and so does what a publishing replaced', async () => {
    const id = await publish();
    await doTo(id, 2, { kind: 'withdrawn' });
    await library.refresh();
    expect(told().first).not.toBe(KILN.title);
    expect((await doTo(id, 3, { kind: 'withdrawn' })).body).toMatchObject({ code: 'knowledge.not-allowed' });

    await doTo(id, 3, { kind: 'undone' });
    await library.refresh();
    expect(told().first).toBe(KILN.title);

    await doTo(id, 4, { kind: 'changed', content: { ...KILN, title: 'Sai' } });
    await doTo(id, 5, { kind: 'published' });
    await doTo(id, 6, { kind: 'undone' });
    await library.refresh();
    expect(told().first).toBe(KILN.title);
    expect((await ask(`/articles/${id}`)).body).toMatchObject({
      status: 'draft',
      version: 2,
      publishedVersion: 1,
      undoable: null,
    });
    expect((await doTo(id, 7, { kind: 'discarded' })).status).toBe(200);
    expect((await ask(`/articles/${id}`)).body).toMatchObject({ status: 'published', version: 1 });
  });

  it('is refused by the check that what is shipped passes, with what is wrong', async () => {
    const cases: [object, string][] = [
      [{ sources: [] }, 'no-current-source'],
      [{ asks: [] }, 'no-ask'],
      [{ text: 'Một.\nHai.\nBa.\nBốn.' }, 'too-many-lines'],
      [{ sources: [{ document: 'Thông báo cũ', effectiveTo: '2026-11-22' }] }, 'source-ended'],
      [{ text: 'Theo Thông tư 99/2099/TT-BCT.' }, 'document-not-in-sources'],
      [{ figures: [{ figure: '10 giờ', source: 'Nơi khác' }] }, 'figure-of-no-source'],
      [{ province: '00' }, 'unknown-province'],
      [{ effectiveFrom: '2026-12-02', effectiveTo: '2026-12-01' }, 'dates-crossed'],
      [{ asks: ['gọi 0900000001 hỏi lò sấy'] }, 'personal-number'],
    ];
    for (const [change, code] of cases) {
      const id = await draft({ ...KILN, ...change });
      const { status, body } = await doTo(id, 1, { kind: 'published' });
      expect({ status, code: body.code }, code).toEqual({ status: 409, code: 'knowledge.faulty' });
      expect(body.faults?.map((fault) => fault.code)).toContain(code);
      expect((await ask(`/articles/${id}`)).body).toMatchObject({ status: 'draft', revision: 1 });
      await doTo(id, 1, { kind: 'discarded' });
    }
    const { title } = library.shipped.articles[0] ?? { title: '' };
    const id = await draft({ ...KILN, title });
    expect((await doTo(id, 1, { kind: 'published' })).body.faults).toContainEqual({
      code: 'title-taken',
      values: { title },
    });
  });

  it('is found without accents, beside what is shipped', async () => {
    await draft();
    const { body } = await ask('/articles?q=dong%20phuc%20lo');
    expect(body.entries).toMatchObject([{ name: 'lo-say-chung-cua-xa-dong-phuc', standing: 'unpublished' }]);
    const all = (await ask('/articles?q=may%20cu')).body.shipped as { id: string }[];
    expect(all.map(({ id }) => id)).toContain('new-machine-only');
    expect((await ask('/articles/shipped/new-machine-only')).body).toMatchObject({ id: 'new-machine-only' });
    expect((await ask('/articles/shipped/nothing')).status).toBe(404);
  });

  it('with the id of a shipped one stands in its place on its own days, and the form says so', async () => {
    const shipped = library.shipped.articles.find(({ id }) => id === 'new-machine-only');
    const content = { ...KILN, title: 'Máy phải mới', asks: shipped?.asks, effectiveFrom: '2026-11-24' };
    expect((await ask('/articles/preview', { name: 'new-machine-only', content })).body).toMatchObject({
      standsFor: { id: 'new-machine-only', title: shipped?.title },
      faults: [],
    });
    await publish(content, 'new-machine-only');
    const question = 'máy cũ có được hỗ trợ không';
    expect(told(question, TODAY).first).toBe(shipped?.title);
    expect(told(question, '2026-11-24').first).toBe('Máy phải mới');
    expect(library.current().findArticle('new-machine-only', '2026-11-24')?.title).toBe('Máy phải mới');
    expect((await ask('/articles', { requestId: randomUUID(), name: 'new-machine-only', content })).body.code).toBe(
      'knowledge.name-taken',
    );
  });

  it('in force from tomorrow is told tomorrow, with nothing built in between', async () => {
    await publish({ ...KILN, effectiveFrom: '2026-11-24', effectiveTo: '2026-11-30' });
    const standing = library.current();
    expect(told(KILN_QUESTION, TODAY).first).not.toBe(KILN.title);
    expect(told(KILN_QUESTION, '2026-11-24').first).toBe(KILN.title);
    expect(told(KILN_QUESTION, '2026-12-01').first).not.toBe(KILN.title);
    expect(library.current()).toBe(standing);
    const listed = async () => ((await ask('/articles')).body.entries as { standing: string }[])[0]?.standing;
    expect(await listed()).toBe('coming');
    clock.set('2026-12-01T02:00:00Z');
    expect(await listed()).toBe('over');
    expect((await ask('/knowledge')).body.endings).toMatchObject([{ title: KILN.title, to: '2026-11-30' }]);
  });

  it('is shown as each channel would bring it, before it is published', async () => {
    const { body } = await ask('/articles/preview', { content: KILN });
    const messages = body.messages as { channel: string; parts: string[] }[];
    expect(messages.map(({ channel }) => channel)).toEqual(['zalo-bot', 'telegram', 'web-chat']);
    expect(messages[0]?.parts[0]).toContain('Lò sấy chung ở Đồng Phúc nhận sấy');
    expect(messages[0]?.parts[0]).toContain('Thông báo 12/TB-TTKC');
  });
});
