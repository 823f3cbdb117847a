import { findSpan } from '../../core/answers/article.ts';
import { RATE_KINDS, type RateKind } from '../../core/answers/rate.ts';
import { readKnowledgeState } from '../../records/knowledge-state.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { officeDay } from './check-entry.ts';

/** An article or a rate whose last day is near or has just gone. */
export type Ending = { kind: 'article' | 'rate'; id: string; title: string; to: string; certainty: string };

export type KnowledgeOverview = {
  /** The officers' newest version, and the one that this process answers from. */
  version: number;
  takenOver: number;
  /** Since when some process could not take the newest version over; the one before answers there. */
  failedAt: Date | null;
  endings: Ending[];
  provinces: { code: string; name: string }[];
  /** What a rate may be for. */
  rateKinds: readonly RateKind[];
};

const NEAR_DAYS = 45;
const JUST_GONE_DAYS = 30;

/** The state of what the assistant knows, and what of it ends soon. */
export async function describeState({
  db,
  clock,
  library,
}: Pick<StaffDeps, 'db' | 'clock' | 'library'>): Promise<KnowledgeOverview> {
  const { version, failedAt } = await readKnowledgeState(db);
  const today = Temporal.PlainDate.from(officeDay(clock.now()));
  const from = today.subtract({ days: JUST_GONE_DAYS }).toString();
  const until = today.add({ days: NEAR_DAYS }).toString();
  const { articles, rates, provinces } = library.current().knowledge;
  const all: (Omit<Ending, 'to'> & { to?: string })[] = [
    ...articles.map((article) => {
      const { id, title, certainty } = article;
      return { kind: 'article' as const, id, title, certainty, to: findSpan(article)?.to };
    }),
    ...rates.map(({ id, document, certainty, effectiveTo: to }) => ({
      ...{ kind: 'rate' as const, id, title: document, certainty, to },
    })),
  ];
  const endings = all
    .flatMap((one) => (one.to === undefined ? [] : [{ ...one, to: one.to }]))
    .filter(({ to }) => from <= to && to <= until)
    .toSorted((a, b) => (a.to < b.to ? -1 : 1));
  return {
    ...{ version, takenOver: library.takenOver(), failedAt, endings },
    provinces: provinces.map(({ code, name }) => ({ code, name })),
    rateKinds: RATE_KINDS,
  };
}
