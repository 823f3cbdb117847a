import type { Log } from '../core/log.ts';
import type { PostgresNote } from './postgres/postgres-note.ts';
import { sayBoth } from './say.ts';

/** Tells what happens to the embedded database: what is of lasting interest on the screen, all in the log. */
export function tellDatabase({ log, print }: { log: Log; print: (line: string) => void }): PostgresNote {
  return (what, values) => {
    if (what !== 'restarted') print(sayBoth(`host:postgres.${what}`, values));
    const level = what === 'died' ? 'error' : what === 'restarted' ? 'warn' : 'info';
    log[level](values, `embedded database: ${what}`);
  };
}
