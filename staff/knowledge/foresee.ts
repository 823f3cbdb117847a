import type { Told } from '../../bot/library/build-in-thread.ts';
import type { Ask } from '../../core/answers/answer.ts';
import type { Fault } from '../../core/answers/fault.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { mergeKnowledge, type OfficerKnowledge } from '../../core/answers/officer-knowledge.ts';
import { AppError } from '../../core/app-error.ts';
import { getContentOf, getNewest } from '../../records/knowledge.ts';
import type { KnowledgeKind } from '../../records/knowledge-content.ts';
import { findEntry } from '../../records/knowledge-list.ts';
import { listPublishedKnowledge } from '../../records/published-knowledge.ts';
import { listRegressionCases, type RegressionCase } from '../../records/regression-cases.ts';
import type { Officer } from '../auth/session.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { type NamedContent, officeDay, tryEntry } from './check-entry.ts';

/** How a question that must be answered by an article is answered: told, among the choices, or not at all. */
export type CaseState = { state: 'told' | 'offered' | 'missed'; instead: string | null };
export type CaseChange = Pick<RegressionCase, 'id' | 'question' | 'articleId'> & {
  before: CaseState;
  after: CaseState;
};

export type Foreseen = {
  /** What keeps it from being published. */
  faults: Fault[];
  /** Questions that were answered by their article and would not be any more. */
  broken: CaseChange[];
  mended: CaseChange[];
  /** Rates that would have no article to tell them. */
  leftRates: string[];
};

/** What a deed on an entry would change if it were done now. Nothing is written. Throws `not-found`, `knowledge.not-allowed`. */
export async function foreseeDeed(
  deps: StaffDeps,
  {
    id,
    kind,
    deed,
    officer,
  }: { id: string; kind: KnowledgeKind; deed: 'published' | 'withdrawn' | 'undone'; officer: Officer },
): Promise<Foreseen> {
  const { db, clock } = deps;
  const entry = await findEntry(db, id);
  if (entry === undefined || entry.kind !== kind) throw new AppError('not-found');
  const { name } = entry;
  if (deed === 'published') {
    return await foreseeEntry(deps, { entry: { ...(await getNewest(db, id)), name }, officer });
  }
  if (deed === 'undone' && entry.undoable === null) throw new AppError('knowledge.not-allowed');
  if (deed === 'undone' && entry.publishedBefore !== null) {
    const content = await getContentOf(db, { id, version: entry.publishedBefore });
    return await foreseeEntry(deps, { entry: { ...content, name }, officer });
  }
  const published = without(await listPublishedKnowledge(db), { kind, name });
  const after = mergeKnowledge(deps.library.shipped, published);
  return { faults: [], ...(await foreseeCases(deps, after, clock.now())), leftRates: findLeftRates(after) };
}

/** The same for an entry as it stands in the form. */
export async function foreseeEntry(
  deps: StaffDeps,
  { entry, officer }: { entry: NamedContent; officer: Pick<Officer, 'name'> },
): Promise<Foreseen> {
  const now = deps.clock.now();
  const { knowledge, faults } = await tryEntry(deps.db, deps, { entry, officer, now });
  return { faults, ...(await foreseeCases(deps, knowledge, now)), leftRates: findLeftRates(knowledge) };
}

function without(published: OfficerKnowledge, { kind, name }: { kind: KnowledgeKind; name: string }): OfficerKnowledge {
  return {
    articles: published.articles.filter(({ id }) => kind !== 'article' || id !== name),
    rates: published.rates.filter(({ id }) => kind !== 'rate' || id !== name),
  };
}

function findLeftRates({ articles, rates }: Knowledge): string[] {
  const ids = new Set(articles.map(({ id }) => id));
  return rates.filter(({ articleId }) => !ids.has(articleId)).map(({ id }) => id);
}

async function foreseeCases(
  deps: StaffDeps,
  after: Knowledge,
  now: Date,
): Promise<Pick<Foreseen, 'broken' | 'mended'>> {
  const cases = await listRegressionCases(deps.db);
  if (cases.length === 0) return { broken: [], mended: [] };
  const asks = cases.map((one) => askOf(one, officeDay(now)));
  const [before, then] = await Promise.all([askGently(deps, asks), deps.library.rehearse(after, asks)]);
  const changes = cases.map(({ id, question, articleId }, at) => ({
    ...{ id, question, articleId },
    before: stateOf(articleId, before[at]),
    after: stateOf(articleId, then[at]),
  }));
  return {
    broken: changes.filter((change) => change.before.state !== 'missed' && change.after.state === 'missed'),
    mended: changes.filter((change) => change.before.state === 'missed' && change.after.state !== 'missed'),
  };
}

/** Every case with how it is answered at this moment. */
export async function describeCases(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'library'>,
  filter: { articleId?: string } = {},
): Promise<(RegressionCase & { now: CaseState })[]> {
  const cases = await listRegressionCases(deps.db, filter);
  const day = officeDay(deps.clock.now());
  const told = await askGently(
    deps,
    cases.map((one) => askOf(one, day)),
  );
  return cases.map((one, at) => ({ ...one, now: stateOf(one.articleId, told[at]) }));
}

/** One question after the other, with room between them for everything else that this process does. */
async function askGently({ library }: Pick<StaffDeps, 'library'>, asks: readonly Ask[]): Promise<Told[]> {
  const current = library.current();
  const told: Told[] = [];
  for (const ask of asks) {
    const { kind, articles } = current.ask(ask);
    told.push({ kind, articleIds: articles.map(({ id }) => id) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return told;
}

function askOf({ question, provinceCode }: RegressionCase, date: string): Ask {
  return { text: question, provinceCode: provinceCode ?? undefined, date };
}

function stateOf(articleId: string, told: Told | undefined): CaseState {
  const [first] = told?.articleIds ?? [];
  const instead = first === undefined || first === articleId ? null : first;
  if (told === undefined || !told.articleIds.includes(articleId)) return { state: 'missed', instead };
  if (told.kind === 'choices') return { state: 'offered', instead };
  return { state: 'told', instead };
}
