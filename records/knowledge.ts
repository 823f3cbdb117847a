import { AppError } from '../core/app-error.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { type KnowledgeContent, readContent } from './knowledge-content.ts';
import { countKnowledgeChange } from './knowledge-state.ts';
import { notify } from './signals.ts';

/** What every deed on an entry is given. `revision`: that of what the officer saw. */
export type EntryDeed = { id: string; revision: number; officerId: string; now: Date };

export type VersionStatus = 'draft' | 'reviewed' | 'published' | 'replaced' | 'withdrawn';

/** A new draft. Throws `knowledge.name-taken` when there is an entry of this kind and name. */
export async function createEntry(
  tx: Tx,
  entry: KnowledgeContent & { id: string; name: string; officerId: string; now: Date },
): Promise<void> {
  const { id, kind, name, content, officerId, now } = entry;
  const added = await tx.$executeRaw`
    INSERT INTO "KnowledgeEntry" ("id", "kind", "name", "updatedAt") VALUES (${id}::uuid, ${kind}, ${name}, ${now})
    ON CONFLICT ("kind", "name") DO NOTHING`;
  if (added === 0) throw new AppError('knowledge.name-taken');
  await addVersion(tx, { id, version: 1, content, officerId, now });
  await notify(tx, 'console', 'knowledge');
}

/** Writes a new draft version; what answers people goes on answering. Throws `not-found`, `knowledge.changed`. */
export async function changeEntry(
  tx: Tx,
  { content, ...deed }: EntryDeed & { content: KnowledgeContent['content'] },
): Promise<void> {
  const { id, officerId, now } = deed;
  const entry = await lockEntry(tx, deed);
  const version = entry.latestVersion + 1;
  await addVersion(tx, { id, version, content, officerId, now });
  await saveEntry(tx, { id, latestVersion: version, now });
}

/** A colleague read the newest version. Throws as above, and `knowledge.not-allowed` when it is no draft. */
export async function reviewEntry(tx: Tx, deed: EntryDeed): Promise<void> {
  const { id, officerId, now } = deed;
  const entry = await lockEntry(tx, deed);
  await setVersion(tx, entry, entry.latestVersion, {
    from: ['draft'],
    data: { status: 'reviewed', reviewedById: officerId, reviewedAt: now },
  });
  await saveEntry(tx, { id, now });
}

/** The newest version answers people from now on, instead of the one before. Throws as `reviewEntry`. */
export async function publishEntry(tx: Tx, deed: EntryDeed): Promise<{ version: number }> {
  const { id, officerId, now } = deed;
  const entry = await lockEntry(tx, deed);
  const before = entry.publishedVersion;
  await setVersion(tx, entry, entry.latestVersion, {
    from: ['draft', 'reviewed'],
    data: { status: 'published', publishedById: officerId, publishedAt: now },
  });
  if (before !== null) {
    const data = { status: 'replaced', endedById: officerId, endedAt: now } as const;
    await setVersion(tx, entry, before, { from: ['published'], data });
  }
  const version = entry.latestVersion;
  await saveEntry(tx, { id, publishedVersion: version, publishedBefore: before, undoable: 'published', now });
  await countKnowledgeChange(tx, { now });
  return { version };
}

/** Nothing of it answers people any more. Throws as above. */
export async function withdrawEntry(tx: Tx, deed: EntryDeed): Promise<void> {
  const { id, officerId, now } = deed;
  const entry = await lockEntry(tx, deed);
  const before = entry.publishedVersion;
  if (before === null) throw new AppError('knowledge.not-allowed');
  const data = { status: 'withdrawn', endedById: officerId, endedAt: now } as const;
  await setVersion(tx, entry, before, { from: ['published'], data });
  await saveEntry(tx, { id, publishedVersion: null, publishedBefore: before, undoable: 'withdrawn', now });
  await countKnowledgeChange(tx, { now });
}

/**
 * Takes the last publishing or withdrawal back: what answered before it answers again; the version that does now is
 * returned. Throws as above.
 */
export async function undoEntry(tx: Tx, deed: EntryDeed): Promise<{ publishedVersion: number | null }> {
  const { id, now } = deed;
  const entry = await lockEntry(tx, deed);
  const { publishedVersion, publishedBefore, undoable } = entry;
  if (undoable === null) throw new AppError('knowledge.not-allowed');
  if (publishedVersion !== null) {
    const { reviewedAt } = await tx.knowledgeVersion.findUniqueOrThrow({
      where: { entryId_version: { entryId: id, version: publishedVersion } },
    });
    const status = reviewedAt === null ? 'draft' : 'reviewed';
    const data = { status, publishedById: null, publishedAt: null } as const;
    await setVersion(tx, entry, publishedVersion, { from: ['published'], data });
  }
  if (publishedBefore !== null) {
    const data = { status: 'published', endedById: null, endedAt: null } as const;
    await setVersion(tx, entry, publishedBefore, { from: ['replaced', 'withdrawn'], data });
  }
  await saveEntry(tx, { id, publishedVersion: publishedBefore, publishedBefore: null, undoable: null, now });
  await countKnowledgeChange(tx, { now });
  return { publishedVersion: publishedBefore };
}

/** Throws the newest drafts away; an entry that was never published goes with them. Throws as above. */
export async function discardEntry(tx: Tx, deed: EntryDeed): Promise<void> {
  const { id, now } = deed;
  const entry = await lockEntry(tx, deed);
  const told = await tx.knowledgeVersion.findFirst({
    where: { entryId: id, status: { notIn: ['draft', 'reviewed'] } },
    orderBy: { version: 'desc' },
  });
  if (told?.version === entry.latestVersion) throw new AppError('knowledge.not-allowed');
  if (told === null) {
    await tx.knowledgeEntry.delete({ where: { id } });
    await notify(tx, 'console', 'knowledge');
    return;
  }
  await tx.knowledgeVersion.deleteMany({ where: { entryId: id, version: { gt: told.version } } });
  await saveEntry(tx, { id, latestVersion: told.version, now });
}

type Entry = {
  id: string;
  kind: string;
  name: string;
  revision: number;
  latestVersion: number;
  publishedVersion: number | null;
  publishedBefore: number | null;
  undoable: string | null;
};

/** Takes the entry for this transaction. */
async function lockEntry(tx: Tx, { id, revision }: Pick<EntryDeed, 'id' | 'revision'>): Promise<Entry> {
  await tx.$executeRaw`SELECT 1 FROM "KnowledgeEntry" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const entry = await tx.knowledgeEntry.findUnique({ where: { id } });
  if (entry === null) throw new AppError('not-found');
  if (entry.revision !== revision) throw new AppError('knowledge.changed');
  return entry;
}

async function addVersion(
  tx: Tx,
  version: { id: string; version: number; content: KnowledgeContent['content']; officerId: string; now: Date },
): Promise<void> {
  const { id: entryId, officerId: createdById, now: createdAt, ...rest } = version;
  await tx.knowledgeVersion.create({ data: { entryId, createdById, createdAt, ...rest } });
}

/** Throws `knowledge.not-allowed` when the version is in none of the states it must come from. */
async function setVersion(
  tx: Tx,
  { id: entryId }: Entry,
  version: number,
  {
    from,
    data,
  }: { from: VersionStatus[]; data: Prisma.KnowledgeVersionUncheckedUpdateManyInput & { status: VersionStatus } },
): Promise<void> {
  const { count } = await tx.knowledgeVersion.updateMany({ where: { entryId, version, status: { in: from } }, data });
  if (count === 0) throw new AppError('knowledge.not-allowed');
}

async function saveEntry(tx: Tx, { id, now, ...data }: Partial<Entry> & { id: string; now: Date }): Promise<void> {
  await tx.knowledgeEntry.update({ where: { id }, data: { ...data, revision: { increment: 1 }, updatedAt: now } });
  await notify(tx, 'console', 'knowledge');
}

/** What an entry says in its newest version, and by which id answers know it. Throws `not-found`. */
export async function getNewest(db: Db | Tx, id: string): Promise<KnowledgeContent & { name: string }> {
  const entry = await db.knowledgeEntry.findUnique({ where: { id } });
  if (entry === null) throw new AppError('not-found');
  return { name: entry.name, ...(await getContentOf(db, { id, version: entry.latestVersion })) };
}

export async function getContentOf(
  db: Db | Tx,
  { id: entryId, version }: { id: string; version: number },
): Promise<KnowledgeContent> {
  const { content, entry } = await db.knowledgeVersion.findUniqueOrThrow({
    where: { entryId_version: { entryId, version } },
    include: { entry: { select: { kind: true } } },
  });
  return readContent(entry.kind, content);
}
