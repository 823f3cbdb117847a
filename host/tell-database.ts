import type { Log } from '../core/log.ts';
import type { PostgresNote } from './postgres/postgres-note.ts';
import { sayBoth } from './say.ts';

/** Tells what happens to the embedded database: at the start on the screen, later in the log too. */
export function tellDatabase({ log, print }: { log: Log; print: (line: string) => void }): PostgresNote {
  return (what, values) => {
    if (what === 'restarted') return log.warn(values, 'the embedded database was started again');
    if (what === 'died') log.error(values, 'the embedded database died');
    print(sayBoth(`host:postgres.${what}`, values));
  };
}
