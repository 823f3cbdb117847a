import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../records/database.ts';
import { articleContent } from '../../records/knowledge-content.ts';
import { keepAsArticle } from '../../staff/knowledge/keep-as-article.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addQuestion } from '../support/office-people.ts';
import { clearKnowledge, KILN, KILN_QUESTION, openTestLibrary, publishArticle } from '../support/officer-knowledge.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const TODAY = '2026-11-23';
let database: TestDatabase;
let db: Db;
let library: Awaited<ReturnType<typeof openTestLibrary>>;
let office: Office;
let hoa: { id: string; name: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  library = await openTestLibrary({ url: database.url, db, clock });
  office = openOffice({ url: database.url, clock, library, signals: library.signals });
  hoa = { name: 'Nguyễn Thị Hoa', ...(await office.hire('officer', 'Nguyễn Thị Hoa')) };
});
beforeEach(async () => {
  if (await clearKnowledge(db)) await library.refresh();
});
afterAll(async () => {
  await library.stop();
  await office.close();
  await db.$disconnect();
  await database.drop();
});

const ask = async (path: string, body?: object) => {
  const answer = await office.ask(`/staff/api${path}`, { as: hoa.cookie, body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { code?: string } };
};
const create = async (of: string, content: object, name?: string): Promise<string> =>
  String((await ask(`/${of}`, { requestId: randomUUID(), name, content })).body.id);
const doTo = async (of: string, id: string, revision: number, kind: string) =>
  await ask(`/${of}/${id}/deeds`, { requestId: randomUUID(), revision, deed: { kind } });
const keepCase = async (fields: object = {}) =>
  await ask('/cases', { requestId: randomUUID(), question: KILN_QUESTION, articleId: 'lo-say-chung', ...fields });

describe('a question that must stay answered', () => {
  it('is asked of what answers now: told, and missed once its article is withdrawn', async () => {
    await keepCase();
    const state = async () => ((await ask('/cases')).body.cases as { now: object }[])[0]?.now;
    expect(await state()).toMatchObject({ state: 'missed' });
    await publishArticle(db, { now: clock.now() });
    await library.refresh();
    expect(await state()).toEqual({ state: 'told', instead: null });
  });

  it('that a publishing or a withdrawal would break is shown before; it is done all the same', async () => {
    const id = await publishArticle(db, { now: clock.now() });
    await library.refresh();
    await keepCase();
    const thief = { ...KILN, title: 'Lò sấy chung, bài khác', asks: [KILN_QUESTION] };
    const broken = [{ question: KILN_QUESTION, before: { state: 'told' }, after: { state: 'missed' } }];
    expect((await ask('/articles/preview', { content: thief })).body).toMatchObject({ broken, mended: [], faults: [] });
    expect((await ask(`/articles/${id}/foresee`, { deed: 'withdrawn' })).body).toMatchObject({ broken });
    expect((await doTo('articles', id, 2, 'withdrawn')).status).toBe(200);
    await library.refresh();
    expect((await ask(`/articles/${id}/foresee`, { deed: 'undone' })).body).toMatchObject({
      broken: [],
      mended: [{ question: KILN_QUESTION }],
    });
  });

  it("never holds somebody's number; removed, it is gone, and the same request again changes nothing", async () => {
    expect((await keepCase({ question: 'gọi 0900000001 hỏi lò' })).body.code).toBe('knowledge.personal');
    const { body } = await keepCase();
    const requestId = randomUUID();
    expect((await ask(`/cases/${body.id}/remove`, { requestId })).status).toBe(200);
    expect((await ask(`/cases/${body.id}/remove`, { requestId })).status).toBe(200);
    expect((await ask(`/cases/${body.id}/remove`, { requestId: randomUUID() })).status).toBe(404);
    expect(await db.regressionCase.count()).toBe(0);
  });
});

describe('an answer that is kept as an article', () => {
  const question = 'mấy giờ thì mang hàng đến lò sấy chung Đồng Phúc';
  const { asks: _, ...article } = KILN;
  const keep = async (options: { publish: boolean; text?: string; question?: string }) => {
    const { personId } = await addPerson(db, { wroteAt: clock.now() });
    const handoffId = await addQuestion(db, { personId, text: question, at: clock.now() });
    const { text = article.text, ...rest } = options;
    const content = articleContent.parse({ ...article, text });
    const asked = {
      question,
      article: content,
      handoffId,
      officer: hoa,
      now: clock.now(),
      provinceCode: '19',
      ...rest,
    };
    const kept = await db.$transaction(async (tx) => {
      await tx.humanHandoff.update({ where: { id: handoffId }, data: { status: 'answered' } });
      return await keepAsArticle(tx, office.deps, asked);
    });
    return { kept, handoffId, personId };
  };

  it('answers the same question the next time, and the question is kept as a case', async () => {
    const { kept, personId } = await keep({ publish: true });
    expect(kept).toMatchObject({
      articleId: 'lo-say-chung-cua-xa-dong-phuc',
      version: 1,
      revision: 2,
      isPublished: true,
    });
    await library.refresh();
    expect(library.current().ask({ text: question, date: TODAY }).articles[0]?.id).toBe(kept.articleId);
    expect((await ask('/cases')).body.cases).toMatchObject([{ question, now: { state: 'told' }, createdBy: hoa.name }]);

    // The person's data go; what was confirmed without their details stays.
    await db.person.delete({ where: { id: personId } });
    expect((await ask('/cases')).body.cases).toMatchObject([{ question, handoffId: null }]);
  });

  it('kept as a draft answers nobody yet', async () => {
    const { kept } = await keep({ publish: false });
    expect((await ask(`/articles/${kept.entryId}`)).body).toMatchObject({ status: 'draft', cases: [{ question }] });
  });

  it('that may not be published keeps nothing at all: not the answer, not the article, not the case', async () => {
    await expect(keep({ publish: true, text: 'Theo Thông tư 99/2099/TT-BCT.' })).rejects.toMatchObject({
      code: 'knowledge.faulty',
    });
    await expect(keep({ publish: true, question: 'số tôi 0900000001' })).rejects.toMatchObject({
      code: 'knowledge.personal',
    });
    expect([await db.knowledgeEntry.count(), await db.regressionCase.count()]).toEqual([0, 0]);
    expect(await db.humanHandoff.count({ where: { status: 'answered', cases: { none: {} }, text: question } })).toBe(1);
  });
});

describe("an officers' rate", () => {
  const document = 'Thông tư 77/2026/TT-BTC';
  const effectiveFrom = '2027-01-01';
  const old = () =>
    library.shipped.rates.find(
      ({ kind, scope, effectiveTo }) => kind === 'machine' && scope === 'national' && effectiveTo === undefined,
    );
  const rate = () => ({
    ...{ kind: 'machine', scope: 'national', percent: 50, ceilingVnd: 400_000_000, document, effectiveFrom },
    ...{ articleId: old()?.articleId, supersedes: old()?.id },
  });
  const amount = (date: string) => {
    const answer = library.current().ask({ text: 'mua máy 1 tỷ được hỗ trợ bao nhiêu', date });
    return answer.kind === 'amount'
      ? answer.amounts.map(({ amountVnd, rate: { certainty } }) => ({ amountVnd, certainty }))
      : answer.kind;
  };

  it('takes the place of a shipped one from its first day on, once an article tells it', async () => {
    const before = amount(TODAY);
    const id = await create('rates', rate());
    const refused = await doTo('rates', id, 1, 'published');
    expect(refused.body).toMatchObject({ code: 'knowledge.faulty' });
    expect(refused.body.faults).toContainEqual({
      code: 'rate-document-not-told',
      values: { document, article: old()?.articleId },
    });

    const shipped = library.shipped.articles.find((one) => one.id === old()?.articleId);
    const content = {
      ...{ title: shipped?.title, asks: shipped?.asks, topics: shipped?.topics, effectiveFrom },
      sources: [{ document, effectiveFrom }],
      text: 'Một nửa (50 %) giá máy, nhiều nhất 400 triệu đồng một cơ sở.',
    };
    const article = await create('articles', content, shipped?.id);
    expect((await doTo('articles', article, 1, 'published')).status).toBe(200);
    expect((await doTo('rates', id, 1, 'published')).body).toEqual({});
    await library.refresh();

    expect(amount(TODAY)).toEqual(before);
    expect(amount(effectiveFrom)).toEqual([{ amountVnd: 400_000_000, certainty: 'officer' }]);
    expect((await ask(`/rates/${id}`)).body).toMatchObject({ standing: 'coming', content: { supersedes: old()?.id } });
    const { body } = await ask('/rates/preview', { content: rate(), priceVnd: 1_000_000_000 });
    expect(JSON.stringify(body.messages)).toContain('400 triệu');
  });

  it('that would hold beside another of the same kind is refused', async () => {
    const { supersedes: _, ...beside } = rate();
    const id = await create('rates', beside);
    const { body } = await doTo('rates', id, 1, 'published');
    expect(body.faults).toContainEqual({ code: 'rate-overlaps', values: { rate: old()?.id } });
  });
});
