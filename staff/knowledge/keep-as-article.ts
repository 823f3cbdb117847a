import { findPersonalNumbers } from '../../core/announcements/personal-numbers.ts';
import { nameEntry } from '../../core/answers/entry-name.ts';
import { AppError } from '../../core/app-error.ts';
import type { Tx } from '../../records/database.ts';
import { createEntry, publishEntry } from '../../records/knowledge.ts';
import type { ArticleContent } from '../../records/knowledge-content.ts';
import { listEntryNames } from '../../records/knowledge-list.ts';
import { lockPublishing } from '../../records/knowledge-state.ts';
import { addRegressionCase } from '../../records/regression-cases.ts';
import type { Officer } from '../auth/session.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { refuseFaulty } from './check-entry.ts';

export type KeptArticle = {
  /** Of the entry, for the console's pages and for `takeBackKept`. */
  entryId: string;
  /** By which answers know it. */
  articleId: string;
  version: number;
  /** The entry's revision after this, for the next deed. */
  revision: number;
  isPublished: boolean;
  caseId: string;
};

/**
 * Keeps an answer as an article with the question it must answer from now on, in the caller's transaction: with the answer
 * to the person, or not at all. The question becomes one of its ways of asking.
 * Throws `knowledge.faulty` (its `faults`, as the console reads them) when it is to be published and may not be, and
 * `knowledge.personal` when the question holds somebody's number: it is kept longer than the person's messages.
 */
export async function keepAsArticle(
  tx: Tx,
  deps: Pick<StaffDeps, 'library' | 'ids'>,
  options: {
    article: ArticleContent;
    publish: boolean;
    /** As the officer confirmed it, without the person's own details. */
    question: string;
    provinceCode?: string;
    handoffId?: string;
    officer: Pick<Officer, 'id' | 'name'>;
    now: Date;
  },
): Promise<KeptArticle> {
  const { publish, question, provinceCode, handoffId, officer, now } = options;
  const { ids, library } = deps;
  if (findPersonalNumbers(question).length > 0) throw new AppError('knowledge.personal');
  const { asks } = options.article;
  const content = { ...options.article, asks: asks.includes(question) ? asks : [question, ...asks] };
  const taken = new Set([...library.shipped.articles.map(({ id }) => id), ...(await listEntryNames(tx, 'article'))]);
  const name = nameEntry(content.title, (candidate) => taken.has(candidate));

  if (publish) await lockPublishing(tx);
  const entryId = ids.next();
  await createEntry(tx, { kind: 'article', id: entryId, name, content, officerId: officer.id, now });
  const caseId = ids.next();
  const regression = { id: caseId, question, provinceCode, articleId: name, handoffId };
  await addRegressionCase(tx, { ...regression, officerId: officer.id, now });
  const kept = { entryId, articleId: name, version: 1, caseId };
  if (!publish) return { ...kept, revision: 1, isPublished: false };
  await refuseFaulty(tx, deps, { entry: { kind: 'article', name, content }, officer, now });
  await publishEntry(tx, { id: entryId, revision: 1, officerId: officer.id, now });
  return { ...kept, revision: 2, isPublished: true };
}
