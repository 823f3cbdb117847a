import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Db } from '../../records/database.ts';

/** What a transaction has done before its end. */
const [REPLY, SLICE] = [/INSERT INTO "Delivery"/, /page AS MATERIALIZED/];

type Step =
  | { at: 'before-send' | 'after-send' }
  /**
   * At a statement, before the database hears of it. `behind`: only in a transaction that did this before. `isHeard`: the
   * database does hear it, and nobody hears the answer.
   */
  | { at: RegExp; behind?: RegExp; isInSweep?: boolean; isHeard?: boolean };

/** The steps of its work at which a process may be killed. */
export const STEPS = {
  'stored, not answered': { at: /FOR NO KEY UPDATE SKIP LOCKED/ },
  'answered, not committed': { at: /COMMIT/, behind: REPLY },
  'answered and committed, which nobody heard': { at: /COMMIT/, behind: REPLY, isHeard: true },
  'claimed, not sent': { at: 'before-send' },
  'sent, not settled': { at: 'after-send' },
  'half a slice planned': { at: /COMMIT/, behind: SLICE },
  'in the middle of a sweep': { at: /(?:)/, isInSweep: true },
  'at any statement': { at: /(?:)/ },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
/** Who reaches the step for the nth time from now on dies. */
export type Kill = { step: StepName; nth: number };

/** How long one process lives: its way to the database, which is cut when it dies. */
export type Life = {
  databaseUrl: string;
  /** It is about to send, or was just answered. True when it is dead: then nothing of it may happen any more. */
  reaches: (place: 'before-send' | 'after-send') => boolean;
  sweeps: (isInSweep: boolean) => void;
  diedAt: () => StepName | undefined;
  died: Promise<void>;
  end: () => Promise<void>;
};

/**
 * Stands between a process and its database, hears each statement and can cut all connections in the middle of any: the
 * database rolls back what was open, and nothing that the process still tries comes through. Of the planned kills the one
 * that happens is taken away.
 */
export async function beginLife(options: { databaseUrl: string; name: string; kills: Kill[] }): Promise<Life> {
  const { kills } = options;
  const target = new URL(options.databaseUrl);
  const sockets = new Set<Socket>();
  const { promise: died, resolve: tellDeath } = Promise.withResolvers<void>();
  let deathStep: StepName | undefined;
  let isInSweep = false;

  /** The kill that happens where these steps are reached, if any does. */
  const findKill = (isReached: (step: Step) => boolean): Step | undefined => {
    for (const kill of kills) {
      if (!isReached(STEPS[kill.step])) continue;
      kill.nth -= 1;
      if (kill.nth > 0) continue;
      kills.splice(kills.indexOf(kill), 1);
      deathStep = kill.step;
      return STEPS[kill.step];
    }
    return undefined;
  };
  const die = (spared?: Socket): void => {
    server.close();
    for (const socket of sockets) if (socket !== spared) socket.destroy();
    tellDeath();
  };
  const server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) });
    /** What its transaction has done. */
    const done = new Set<RegExp>();
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        // What was said before is still heard.
        other.end();
      });
    }
    far.on('data', (chunk) => near.write(chunk));
    near.on('data', (chunk) => {
      if (deathStep !== undefined) return;
      const text = chunk.toString('latin1');
      const kill = findKill(
        ({ at, ...step }) =>
          typeof at !== 'string' &&
          at.test(text) &&
          (!('behind' in step) || step.behind === undefined || done.has(step.behind)) &&
          (!('isInSweep' in step) || isInSweep),
      );
      if (/BEGIN/.test(text)) done.clear();
      for (const deed of [REPLY, SLICE]) if (deed.test(text)) done.add(deed);
      if (kill === undefined) return far.write(chunk);
      if (!('isHeard' in kill)) return die();
      far.end(chunk);
      die(far);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(options.databaseUrl);
  // A socket of the database's would lead past this.
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address !== null ? address.port : '');
  url.searchParams.set('application_name', options.name);

  return {
    databaseUrl: url.href,
    reaches: (place) => {
      if (deathStep === undefined && findKill(({ at }) => at === place) !== undefined) die();
      return deathStep !== undefined;
    },
    sweeps: (is) => {
      isInSweep = is;
    },
    diedAt: () => deathStep,
    died,
    end: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Whether PostgreSQL still knows of connections of a life, by its name. */
export async function hasConnections(db: Db, name: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE "application_name" = ${name}`;
  return rows.length > 0;
}
