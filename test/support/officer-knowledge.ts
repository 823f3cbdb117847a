import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type LiveLibrary, openLiveLibrary } from '../../bot/library/live-library.ts';
import type { Clock } from '../../core/time.ts';
import { projectRoot } from '../../host/project-root.ts';
import type { Db } from '../../records/database.ts';
import { createEntry, publishEntry } from '../../records/knowledge.ts';
import { articleContent, readContent } from '../../records/knowledge-content.ts';
import { addRegressionCase } from '../../records/regression-cases.ts';
import { listen, type Signals } from '../../records/signals.ts';
import { quietLog } from './test-bot.ts';

/** Nothing that is shipped answers this. */
export const KILN = {
  title: 'Lò sấy chung của xã Đồng Phúc',
  asks: ['lò sấy chung ở Đồng Phúc mở cửa ngày nào', 'lo say chung dong phuc'],
  topics: ['contact'],
  sources: [{ document: 'Thông báo 12/TB-TTKC', article: 'Mục 3', effectiveFrom: '2026-11-01' }],
  text: 'Lò sấy chung ở Đồng Phúc nhận sấy cho mọi hộ trong xã.\nAnh/chị mang hàng đến trước 10 giờ.',
};
export const KILN_QUESTION = 'lo say chung dong phuc';

/** What a draft of each kind says, as the console sends it. */
export const DRAFTS = {
  articles: KILN,
  rates: { kind: 'machine', scope: 'national', document: 'Thông báo 12/TB-TTKC', articleId: 'lo-say' },
} as const;

export async function enterKnowledge(db: Db, of: keyof typeof DRAFTS, now: Date): Promise<string> {
  const id = randomUUID();
  const entry = readContent(of === 'articles' ? 'article' : 'rate', DRAFTS[of]);
  await db.$transaction((tx) => createEntry(tx, { ...entry, id, name: 'lo-say', officerId: 'officer', now }));
  return id;
}

export async function keepCase(db: Db, now: Date): Promise<string> {
  const id = randomUUID();
  const kept = { id, question: KILN_QUESTION, articleId: 'lo-say', officerId: 'officer', now };
  await db.$transaction((tx) => addRegressionCase(tx, kept));
  return id;
}

/** An article written and published at once, past the office. */
export async function publishArticle(
  db: Db,
  { name = 'lo-say-chung', content = {}, now }: { name?: string; content?: object; now: Date },
): Promise<string> {
  const id = randomUUID();
  const entry = { kind: 'article' as const, content: articleContent.parse({ ...KILN, ...content }) };
  await db.$transaction(async (tx) => {
    await createEntry(tx, { ...entry, id, name, officerId: 'officer', now });
    await publishEntry(tx, { id, revision: 1, officerId: 'officer', now });
  });
  return id;
}

/** These and no others, so that an index is built in a moment. */
const FEW = ['machine-rate', 'new-machine-only', 'papers-needed', 'trademark', 'demonstration-model'];

/** A root with a few of the shipped articles and all that is shipped beside them. */
export async function makeSmallRoot(): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'khuyencong-knowledge-'));
  await cp(join(projectRoot, 'knowledge'), join(root, 'knowledge'), {
    recursive: true,
    filter: (file) => !file.endsWith('.md') || FEW.includes(basename(file, '.md')),
  });
  await symlink(join(projectRoot, 'data'), join(root, 'data'));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** A live library on a real database, hearing its signals; of a few articles, unless the whole of what is shipped is wanted. */
export async function openTestLibrary(options: {
  url: string;
  db: Db;
  clock: Clock;
  pollMs?: number;
  isWhole?: boolean;
}): Promise<LiveLibrary & { signals: Signals }> {
  const small = options.isWhole ? { root: projectRoot, remove: async () => {} } : await makeSmallRoot();
  const signals = await listen(options);
  const library = await openLiveLibrary({ ...options, root: small.root, signals, log: quietLog });
  return {
    ...library,
    signals,
    stop: async () => {
      await library.stop();
      await signals.close();
      await small.remove();
    },
  };
}

/** Removes what officers entered. True when some of it was answering people, so that a library must look again. */
export async function clearKnowledge(db: Db): Promise<boolean> {
  const published = await db.knowledgeEntry.count({ where: { publishedVersion: { not: null } } });
  await db.regressionCase.deleteMany();
  await db.knowledgeEntry.deleteMany();
  await db.knowledgeState.updateMany({ data: { version: { increment: 1 } } });
  return published > 0;
}
