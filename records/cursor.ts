import * as z from 'zod';
import { AppError } from '../core/app-error.ts';

/** Where a page of a list ended: its last row. The next page begins after it, whatever was added meanwhile. */
export type Position = { at: Date; id: string };

const positionSchema = z.object({ at: z.iso.datetime().transform((text) => new Date(text)), id: z.uuid() });

/** An opaque word for the address of the next page. */
function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Throws `cursor.invalid` for anything that `writeCursor` did not make. */
export function readCursor(cursor: string): Position {
  try {
    return positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new AppError('cursor.invalid', {}, { cause });
  }
}

export type Page<T> = { items: T[]; nextCursor: string | undefined };

/** Makes a page of rows that were asked for with `limit + 1`, to know whether more follow. */
export function toPage<T>(rows: T[], limit: number, positionOf: (row: T) => Position): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(positionOf(last)) : undefined };
}
