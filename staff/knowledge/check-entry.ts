import { findPersonalNumbers } from '../../core/announcements/personal-numbers.ts';
import { findEntryFaults } from '../../core/answers/entry-faults.ts';
import type { Fault } from '../../core/answers/fault.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { mergeKnowledge } from '../../core/answers/officer-knowledge.ts';
import { AppError } from '../../core/app-error.ts';
import { OFFICE_ZONE } from '../../core/time.ts';
import type { Tx } from '../../records/database.ts';
import type { KnowledgeContent } from '../../records/knowledge-content.ts';
import { listPublishedKnowledge, withEntry } from '../../records/published-knowledge.ts';
import type { Officer } from '../auth/session.ts';
import type { StaffDeps } from '../staff-deps.ts';

export type NamedContent = KnowledgeContent & { name: string };

/** What would answer people if this were published now, and what keeps it from being. */
export async function tryEntry(
  db: StaffDeps['db'] | Tx,
  { library }: Pick<StaffDeps, 'library'>,
  { entry, officer, now }: { entry: NamedContent; officer: Pick<Officer, 'name'>; now: Date },
): Promise<{ knowledge: Knowledge; faults: Fault[] }> {
  const published = withEntry(await listPublishedKnowledge(db), { ...entry, by: officer.name, now });
  const knowledge = mergeKnowledge(library.shipped, published);
  const today = officeDay(now);
  if (entry.kind === 'rate') {
    const rate = published.rates.find(({ id }) => id === entry.name);
    return {
      knowledge,
      faults: rate === undefined ? [] : findEntryFaults({ kind: 'rate', rate }, { knowledge, today }),
    };
  }
  const article = published.articles.find(({ id }) => id === entry.name);
  const personal = findPersonalNumbers([entry.content.title, ...entry.content.asks].join('\n'));
  return {
    knowledge,
    faults: [
      ...(article === undefined ? [] : findEntryFaults({ kind: 'article', article }, { knowledge, today })),
      // Ways of asking come from people's messages; the text may well hold the centre's own number.
      ...(personal.length > 0 ? [{ code: 'personal-number' } as const] : []),
    ],
  };
}

/** Throws `knowledge.faulty` with the faults when it cannot be published. */
export async function refuseFaulty(
  tx: Tx,
  deps: Pick<StaffDeps, 'library'>,
  options: { entry: NamedContent; officer: Pick<Officer, 'name'>; now: Date },
): Promise<void> {
  const { faults } = await tryEntry(tx, deps, options);
  if (faults.length > 0) throw new AppError('knowledge.faulty', { faults: JSON.stringify(faults) });
}

export function officeDay(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString();
}
