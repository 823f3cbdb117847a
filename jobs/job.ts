import type { z } from 'zod';
import type { Ids } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { HolidayTable } from '../core/schedule/holidays.ts';
import type { PlanCalendar } from '../core/schedule/plan-calendar.ts';
import type { RetentionSettings } from '../core/schedule/retention.ts';
import type { Db } from '../records/database.ts';
import type { FileStore } from '../records/file-store.ts';

/** What the works are given. They reach people only through the ledger, and the turn only through its entry. */
export type JobParts = {
  db: Db;
  ids: Ids;
  log: Log;
  files: FileStore;
  bot: {
    /** Takes up messages that a crash left unanswered. */
    sweepInbound: () => Promise<unknown>;
  };
  outbox: {
    sendDue: () => Promise<unknown>;
    recoverStuck: () => Promise<unknown>;
  };
  /** Where people and platforms reach this copy; without it, nowhere from outside. */
  publicUrl?: string;
  retention: RetentionSettings;
  holidays: () => HolidayTable;
  /** By when what is due of a dossier, as the office has it at this moment. */
  plan: () => PlanCalendar;
};

/** One run of a work: the time it runs at, and how it hands on what it found. */
export type Run = JobParts & {
  now: Date;
  handOn: <Payload>(task: Task<Payload>, payloads: Payload[]) => Promise<void>;
};

/** Finds what is due. Runs every so often, in any process, sometimes twice: it must not matter. */
export type Sweep = { id: string; everyMs: number; run: (run: Run) => Promise<void> };

/**
 * Does one thing that a sweep found, after looking at the database once more: a stale wake-up does nothing.
 * Its payload holds ids only.
 */
export type Task<Payload> = {
  id: string;
  payload: z.ZodType<Payload>;
  run: (payload: Payload, run: Run) => Promise<void>;
};

/** A task as a queue knows it: its payload is whatever came out of the queue. */
export type AnyTask = { id: string; runUnchecked: (data: unknown, run: Run) => Promise<void> };

/** The handler is loaded when there is something to do: who only adds a job never loads its work. */
export function defineTask<Payload>(options: {
  id: string;
  payload: z.ZodType<Payload>;
  load: () => Promise<(payload: Payload, run: Run) => Promise<void>>;
}): Task<Payload> & AnyTask {
  const { id, payload, load } = options;
  const run = async (checked: Payload, given: Run): Promise<void> => (await load())(checked, given);
  return { id, payload, run, runUnchecked: async (data, given) => run(payload.parse(data), given) };
}

export function defineSweep(options: {
  id: string;
  everyMs: number;
  load: () => Promise<(run: Run) => Promise<void>>;
}): Sweep {
  return { id: options.id, everyMs: options.everyMs, run: async (run) => (await options.load())(run) };
}
