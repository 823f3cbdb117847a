import { type Article, findSpan } from '../../core/answers/article.ts';
import type { RateRecord } from '../../core/answers/rate.ts';
import { AppError } from '../../core/app-error.ts';
import { fold } from '../../core/text/fold.ts';
import type { KnowledgeKind } from '../../records/knowledge-content.ts';
import {
  type EntryItem,
  type EntryVersion,
  findEntry,
  listEntries,
  listVersions,
} from '../../records/knowledge-list.ts';
import { listPublishedKnowledge } from '../../records/published-knowledge.ts';
import type { RegressionCase } from '../../records/regression-cases.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { officeDay } from './check-entry.ts';
import { type CaseState, describeCases } from './foresee.ts';

/** Whether the published version answers people today: it does, not yet, not any more, or nothing is published. */
export type Standing = 'answers' | 'coming' | 'over' | 'unpublished';

export type EntrySummary = EntryItem & { standing: Standing; isInPlaceOfShipped: boolean };

/** What came with the product, with the officers' entry that stands in its place. */
export type ShippedItem = {
  id: string;
  title: string;
  province: string | null;
  certainty: string;
  entryId: string | null;
};

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'library'>;

export async function describeEntries(
  { db, clock, library }: Deps,
  { kind, query = '' }: { kind: KnowledgeKind; query?: string },
): Promise<{ entries: EntrySummary[]; shipped: ShippedItem[] }> {
  const items = await listEntries(db, { kind, query });
  const all = query === '' ? items : await listEntries(db, { kind });
  const standingOf = await standings({ db, clock }, kind);
  const shippedIds = new Set(listShipped(library, kind).map(({ id }) => id));
  const entryIds = new Map(all.map(({ name, id }) => [name, id]));
  const words = fold(query).split(/\s+/).filter(Boolean);
  return {
    entries: items.map((item) => summarise(item, standingOf, shippedIds)),
    shipped: listShipped(library, kind)
      .filter(({ searched }) => words.every((word) => searched.includes(word)))
      .map(({ searched: _, ...item }) => ({ ...item, entryId: entryIds.get(item.id) ?? null })),
  };
}

export type EntryPage = EntrySummary & { versions: EntryVersion[]; cases: (RegressionCase & { now: CaseState })[] };

/** Throws `not-found`. */
export async function describeEntry(deps: Deps, { id, kind }: { id: string; kind: KnowledgeKind }): Promise<EntryPage> {
  const { db, library } = deps;
  const item = await findEntry(db, id);
  if (item === undefined || item.kind !== kind) throw new AppError('not-found');
  const shippedIds = new Set(listShipped(library, kind).map((one) => one.id));
  return {
    ...summarise(item, await standings(deps, kind), shippedIds),
    versions: await listVersions(db, id),
    cases: kind === 'article' ? await describeCases(deps, { articleId: item.name }) : [],
  };
}

function summarise(
  item: EntryItem,
  standingOf: (name: string) => Standing,
  shippedIds: ReadonlySet<string>,
): EntrySummary {
  return { ...item, standing: standingOf(item.name), isInPlaceOfShipped: shippedIds.has(item.name) };
}

async function standings({ db, clock }: Pick<Deps, 'db' | 'clock'>, kind: KnowledgeKind) {
  const today = officeDay(clock.now());
  const { articles, rates } = await listPublishedKnowledge(db);
  const standing = new Map<string, Standing>(
    kind === 'article'
      ? articles.map((article) => [article.id, standingIn(findSpan(article), today)])
      : rates.map(({ id, effectiveFrom: from, effectiveTo: to }) => [id, standingIn({ from, to }, today)]),
  );
  return (name: string): Standing => standing.get(name) ?? 'unpublished';
}

function standingIn(span: { from?: string; to?: string } | undefined, today: string): Standing {
  if (span === undefined) return 'over';
  if (span.to !== undefined && span.to < today) return 'over';
  return span.from !== undefined && span.from > today ? 'coming' : 'answers';
}

function listShipped(
  { shipped }: Deps['library'],
  kind: KnowledgeKind,
): (Omit<ShippedItem, 'entryId'> & { searched: string })[] {
  if (kind === 'rate') {
    return shipped.rates.map(({ id, kind: of, document, province = null, certainty }) => ({
      ...{ id, title: document, province, certainty },
      searched: fold(`${id} ${of} ${document}`),
    }));
  }
  return shipped.articles.map(({ id, title, province = null, certainty, asks, text }) => ({
    ...{ id, title, province, certainty },
    searched: fold([id, title, text, ...asks].join(' ')),
  }));
}

/** Throws `not-found`. */
export function getShipped(library: Deps['library'], kind: 'article', name: string): Article;
export function getShipped(library: Deps['library'], kind: 'rate', name: string): RateRecord;
export function getShipped({ shipped }: Deps['library'], kind: KnowledgeKind, name: string): Article | RateRecord {
  const found = (kind === 'article' ? shipped.articles : shipped.rates).find(({ id }) => id === name);
  if (found === undefined) throw new AppError('not-found');
  return found;
}
