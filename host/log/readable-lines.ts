import type { DestinationStream } from 'pino';
import * as z from 'zod';

const line = z.looseObject({ level: z.number(), time: z.string(), msg: z.string() });

/** Turns pino's lines into "10:05:12 warn  what happened  key=value", for somebody who watches. */
export function readableLines(to: NodeJS.WritableStream): DestinationStream {
  return {
    write: (json) => {
      const { level, time, msg, ...facts } = line.parse(JSON.parse(json));
      const clock = new Date(time).toTimeString().slice(0, 8);
      const shown = Object.entries(facts)
        .filter(([key]) => key !== 'at')
        .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
      to.write(`${[clock, levelName(level), msg, ...shown].join('  ')}\n`);
    },
  };
}

function levelName(level: number): string {
  if (level >= 50) return 'error';
  if (level >= 40) return 'warn ';
  return level >= 30 ? 'info ' : 'debug';
}
