import { AppError } from '../core/app-error.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Where something stands in what was said: its instant, then what the person said before what was said to them,
 * then its number. As text every part has a fixed width, so that texts sort as positions do.
 */
export type TranscriptPosition = { at: Date; side: 0 | 1; seq: number };

/** Before anything that was ever said. */
export const START_POSITION = '00000000000000-0-0000000000';

export const POSITION_PATTERN = /^(\d{14})-([01])-(\d{10})$/;

export function positionOf({ at, side, seq }: TranscriptPosition): string {
  return `${String(at.getTime()).padStart(14, '0')}-${side}-${String(seq).padStart(10, '0')}`;
}

/** Throws `transcript.bad-position`. */
export function parsePosition(text: string): TranscriptPosition {
  const parts = POSITION_PATTERN.exec(text);
  if (parts === null) throw new AppError('transcript.bad-position');
  return { at: new Date(Number(parts[1])), side: parts[2] === '0' ? 0 : 1, seq: Number(parts[3]) };
}

export const comesAfter = ({ at, side, seq }: TranscriptPosition): Prisma.Sql =>
  Prisma.sql`("at", "side", "seq") > (${at}::timestamptz, ${side}::int, ${seq}::int)`;

export const comesBefore = ({ at, side, seq }: TranscriptPosition): Prisma.Sql =>
  Prisma.sql`("at", "side", "seq") < (${at}::timestamptz, ${side}::int, ${seq}::int)`;
