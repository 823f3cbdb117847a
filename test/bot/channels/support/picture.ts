import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { picturePath } from '../../../../core/announcements/picture.ts';
import { addPicture } from '../../../../records/announcement-pictures.ts';
import type { Db } from '../../../../records/database.ts';
import type { DeliveryPicture } from '../../../../records/deliveries.ts';

export const ALT = 'Máy tráng bánh đang chạy';
export const IN_WORDS = `(Kèm ảnh: ${ALT})`;

/** A small JPEG that the office has, as it stands in a message. */
export async function keepPicture(db: Db, more: { now: Date; bytes?: Uint8Array }): Promise<DeliveryPicture> {
  const { now } = more;
  const bytes = more.bytes ?? (await small());
  const { width, height } = await sharp(bytes).metadata();
  const id = randomUUID();
  await db.$transaction((tx) => addPicture(tx, { id, bytes, width, height, officerId: 'officer-1', now }));
  const { secret } = await db.announcementPicture.findUniqueOrThrow({ where: { id }, select: { secret: true } });
  const path = picturePath(secret);
  const address = `https://kc.example.vn${path}`;
  return { id, path, address, alt: ALT, inWords: IN_WORDS, width, height };
}

const small = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a6' } })
    .jpeg()
    .toBuffer();

/** A text of just so many letters. */
export const letters = (count: number): string => 'a'.repeat(count);
