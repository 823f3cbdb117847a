import { RETENTION } from '../../core/schedule/retention.ts';
import { type Jobs, startJobs } from '../../jobs/start-jobs.ts';
import type { Shared } from './shared.ts';
import type { RunningBot } from './start-bot.ts';

/** The role `jobs`: the sweeps, reminders of drafts, and what is removed in time. */
export async function startPeriodicWork(shared: Shared, bot: RunningBot): Promise<Jobs> {
  const { config, db, databaseUrl, clock, ids, log, files, calendar } = shared;
  return startJobs({
    db,
    clock,
    ids,
    log,
    files,
    databaseUrl,
    redisUrl: config.redisUrl,
    publicUrl: config.publicUrl,
    bot,
    outbox: bot.sender,
    retention: RETENTION,
    holidays: () => calendar.current().holidays,
    plan: () => calendar.current().plan,
  });
}
