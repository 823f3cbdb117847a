import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { findCentre } from '../../records/centre.ts';
import type { Tx } from '../../records/database.ts';
import { findKeptArticle } from '../../records/kept-articles.ts';
import { discardEntry, undoEntry } from '../../records/knowledge.ts';
import { articleContent } from '../../records/knowledge-content.ts';
import { findQuestion } from '../../records/question-detail.ts';
import { removeRegressionCase } from '../../records/regression-cases.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { keepAsArticle } from '../knowledge/keep-as-article.ts';
import type { StaffDeps } from '../staff-deps.ts';

const { title, text, sources, effectiveFrom, effectiveTo } = articleContent.shape;
const question = articleContent.shape.asks.unwrap().element;

/** What an officer confirmed of an answer that is to be an article. */
export const keepBody = z.object({
  title,
  /** The question without the person's own details: it is kept longer than their messages. */
  question,
  /** What the article says; the person got the officer's own words. */
  text,
  source: sources.unwrap().element.pick({ document: true, article: true }),
  effectiveFrom,
  effectiveTo,
  publish: z.boolean(),
});
export type Keep = z.output<typeof keepBody>;

/** Keeps an answer as an article with its question, in the transaction of the answer: both or neither. */
export async function keepInAnswer(
  tx: Tx,
  deps: Pick<StaffDeps, 'library' | 'ids'>,
  { id, keep, officer, now }: { id: string; keep: Keep; officer: Officer; now: Date },
): Promise<void> {
  if ((await findKeptArticle(tx, id)) !== undefined) throw new AppError('question.already-kept');
  const { source, publish, question: asked, ...article } = keep;
  await keepAsArticle(tx, deps, {
    article: articleContent.parse({ ...article, asks: [asked], sources: [source] }),
    publish,
    question: asked,
    provinceCode: (await findCentre(tx))?.provinceCode,
    handoffId: id,
    officer,
    now,
  });
}

/** Keeps the answer of a question that was answered before. Throws `not-found`, `question.already-kept` and as `keepAsArticle`. */
export async function keepAnswer(
  deps: StaffDeps,
  { id, requestId, keep, officer }: { id: string; requestId: string; keep: Keep; officer: Officer },
): Promise<void> {
  await writeOnce(deps, deed('question.kept', { id, requestId, officer }), async (tx, now) => {
    const asked = await findQuestion(tx, id);
    if (asked === undefined) throw new AppError('not-found');
    if (asked.status === 'waiting') throw new AppError('request.invalid');
    await keepInAnswer(tx, deps, { id, keep, officer, now });
  });
}

/**
 * Takes the article and its question back as if they had never been; what the person was told stays told.
 * Throws `not-found`, and `knowledge.changed` when somebody has changed the article since.
 */
export async function takeBackKept(
  deps: StaffDeps,
  { id, requestId, revision, officer }: { id: string; requestId: string; revision: number; officer: Officer },
): Promise<void> {
  await writeOnce(deps, deed('question.kept-taken-back', { id, requestId, officer }), async (tx, now) => {
    const kept = await findKeptArticle(tx, id);
    if (kept === undefined) throw new AppError('not-found');
    const entry = { id: kept.entryId, officerId: officer.id, now };
    if (kept.isPublished) await undoEntry(tx, { ...entry, revision });
    await discardEntry(tx, { ...entry, revision: kept.isPublished ? revision + 1 : revision });
    await removeRegressionCase(tx, kept.caseId);
  });
}

function deed(action: string, { id, requestId, officer }: { id: string; requestId: string; officer: Officer }) {
  return { requestId, actorId: officer.id, action, subjectKind: 'HumanHandoff', subjectId: id };
}
