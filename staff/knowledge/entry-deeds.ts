import { nameEntry } from '../../core/answers/entry-name.ts';
import { AppError } from '../../core/app-error.ts';
import type { Tx } from '../../records/database.ts';
import {
  changeEntry,
  createEntry,
  discardEntry,
  getContentOf,
  getNewest,
  publishEntry,
  reviewEntry,
  undoEntry,
  withdrawEntry,
} from '../../records/knowledge.ts';
import type { KnowledgeContent, KnowledgeKind } from '../../records/knowledge-content.ts';
import { findLastDeed, listEntryNames } from '../../records/knowledge-list.ts';
import { lockPublishing } from '../../records/knowledge-state.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { refuseFaulty } from './check-entry.ts';
import type { EntryDeedBody } from './schemas.ts';

type EntryDeps = Pick<StaffDeps, 'db' | 'clock' | 'library'>;

/**
 * A new draft. The request's own id becomes that of the entry, so that a repeat returns the same. Without a name it gets
 * one that nothing else has. Throws `knowledge.name-taken`.
 */
export async function draftEntry(
  deps: EntryDeps,
  { requestId: id, officer, name, ...entry }: KnowledgeContent & { requestId: string; name?: string; officer: Officer },
): Promise<string> {
  await writeOnce(deps, deedOf('created', id, id, officer), async (tx, now) => {
    const named = { ...entry, name: name ?? (await makeName(tx, deps, entry)) };
    await createEntry(tx, { ...named, id, officerId: officer.id, now });
  });
  return id;
}

async function makeName(tx: Tx, { library }: EntryDeps, entry: KnowledgeContent): Promise<string> {
  const { articles, rates } = library.shipped;
  const shipped = (entry.kind === 'article' ? articles : rates).map(({ id }) => id);
  const taken = new Set([...shipped, ...(await listEntryNames(tx, entry.kind))]);
  const title =
    entry.kind === 'article' ? entry.content.title : `${entry.content.kind} ${entry.content.province ?? ''}`;
  return nameEntry(title, (candidate) => taken.has(candidate));
}

/**
 * Each deed leaves its entry in the audit, and a repeat changes nothing. Throws `not-found`, `knowledge.not-allowed` in a
 * state that does not allow it, `knowledge.faulty` with the faults, and `knowledge.changed` with who did what meanwhile.
 */
export async function doToEntry(
  deps: EntryDeps,
  options: {
    id: string;
    kind: KnowledgeKind;
    requestId: string;
    revision: number;
    deed: EntryDeedBody;
    officer: Officer;
  },
): Promise<void> {
  const { id, requestId, deed, officer } = options;
  try {
    await writeOnce(deps, deedOf(deed.kind, id, requestId, officer), (tx, now) =>
      perform(tx, deps, { ...options, now }),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'knowledge.changed') throw error;
    const last = await findLastDeed(deps.db, id);
    if (last === undefined) throw error;
    const { kind, by, at } = last;
    throw new AppError(error.code, { kind, ...(by === null ? {} : { by }), at: at.toISOString() }, { cause: error });
  }
}

async function perform(
  tx: Tx,
  deps: EntryDeps,
  asked: Parameters<typeof doToEntry>[1] & { now: Date },
): Promise<unknown> {
  const { id, kind, revision, deed, officer, now } = asked;
  const isTelling = deed.kind === 'published' || deed.kind === 'undone';
  if (isTelling) await lockPublishing(tx);
  const newest = await getNewest(tx, id);
  if (newest.kind !== kind) throw new AppError('not-found');
  const own = { id, revision, officerId: officer.id, now };
  switch (deed.kind) {
    case 'changed':
      return await changeEntry(tx, { ...own, content: deed.content });
    case 'reviewed':
      return await reviewEntry(tx, own);
    case 'published':
      await publishEntry(tx, own);
      return await refuseFaulty(tx, deps, { entry: newest, officer, now });
    case 'withdrawn':
      return await withdrawEntry(tx, own);
    case 'undone': {
      const { publishedVersion } = await undoEntry(tx, own);
      if (publishedVersion === null) return undefined;
      const content = await getContentOf(tx, { id, version: publishedVersion });
      return await refuseFaulty(tx, deps, { entry: { name: newest.name, ...content }, officer, now });
    }
    case 'discarded':
      return await discardEntry(tx, own);
  }
}

function deedOf(kind: string, id: string, requestId: string, { id: actorId }: Officer) {
  return { requestId, actorId, action: `knowledge.${kind}`, subjectKind: 'KnowledgeEntry', subjectId: id };
}
