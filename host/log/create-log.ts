import pino from 'pino';
import type { Log } from '../../core/log.ts';
import { cleanFacts, hideSecrets } from './clean-facts.ts';
import { readableLines } from './readable-lines.ts';

/**
 * The log of this process: one JSON object a line, or short lines when a person watches. Everything written passes
 * `cleanFacts`, so that a careless caller cannot put a secret, a phone number or a person's words into it.
 */
export function createLog(options: {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  to: NodeJS.WritableStream;
  /** Short lines instead of JSON. */
  readable?: boolean;
}): Log {
  const target = options.readable ? readableLines(options.to) : options.to;
  const logger = pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, target);
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (facts: Record<string, unknown>, message: string): void =>
      logger[level](cleanFacts(facts), hideSecrets(message));
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
