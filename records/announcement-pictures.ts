import { randomBytes } from 'node:crypto';
import { AppError } from '../core/app-error.ts';
import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';

/** A picture as an announcement keeps it. */
export type KeptPicture = { id: string; secret: string; width: number; height: number };

/** 24 bytes are 32 letters in an address. */
const SECRET_BYTES = 24;
/** A picture that no announcement has is kept so long: somebody may still be writing the text to it. */
const UNUSED_MS = 24 * 3_600_000;

/** Keeps a JPEG that is already made anew. Pictures that nobody put into an announcement for a day go. */
export async function addPicture(
  tx: Tx,
  picture: { id: string; bytes: Uint8Array; width: number; height: number; officerId: string; now: Date },
): Promise<void> {
  const { id, bytes, width, height, officerId, now } = picture;
  await tx.$executeRaw`
    DELETE FROM "AnnouncementPicture" p WHERE p."createdAt" < ${new Date(now.getTime() - UNUSED_MS)}
      AND NOT EXISTS (SELECT 1 FROM "Announcement" a WHERE a."pictureId" = p."id")`;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await tx.$executeRaw`
    INSERT INTO "AnnouncementPicture" ("id", "secret", "bytes", "width", "height", "createdById", "createdAt")
    VALUES (${id}::uuid, ${secret}, ${bytes}::bytea, ${width}, ${height}, ${officerId}, ${now})`;
}

/** Holds a picture that is about to be put into an announcement. Throws `announcement.picture-missing`. */
export async function holdPicture(tx: Tx, id: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "AnnouncementPicture" WHERE "id" = ${id}::uuid FOR KEY SHARE`;
  if (held.length === 0) throw new AppError('announcement.picture-missing');
}

/** Takes a picture away that no announcement has any more. */
export async function removeUnusedPicture(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "AnnouncementPicture" p
    WHERE p."id" = ${id}::uuid AND NOT EXISTS (SELECT 1 FROM "Announcement" a WHERE a."pictureId" = p."id")`;
}

/** The JPEG, for the office; undefined when it is not there any more. */
export async function findPictureBytes(db: Db, id: string): Promise<Uint8Array | undefined> {
  const row = await db.announcementPicture.findUnique({ where: { id }, select: { bytes: true } });
  return row?.bytes ?? undefined;
}

/** The JPEG, for everybody who knows its address: once an announcement with it is to leave, and not before. */
export async function findPublicPicture(db: Db, secret: string): Promise<Uint8Array | undefined> {
  const where = { secret, announcements: { some: { leavesAt: { not: null } } } };
  const row = await db.announcementPicture.findFirst({ where, select: { bytes: true } });
  return row?.bytes ?? undefined;
}

type Upload = AccountKey & { pictureId: string };

/** Under which name a platform has a picture already. */
export async function findPictureUpload(db: Db, { pictureId, channel, account }: Upload): Promise<string | undefined> {
  const where = { pictureId_channel_account: { pictureId, channel, account } };
  return (await db.pictureUpload.findUnique({ where }))?.fileId;
}

/** The first name stays: two processes may upload at the same moment. */
export async function keepPictureUpload(db: Db, upload: Upload & { fileId: string }): Promise<void> {
  await db.pictureUpload.createMany({ data: [upload], skipDuplicates: true });
}

/** The platform does not know that name any more. */
export async function forgetPictureUpload(db: Db, upload: Upload & { fileId: string }): Promise<void> {
  await db.pictureUpload.deleteMany({ where: upload });
}
