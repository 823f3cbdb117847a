import { type PeriodicWorkToKill, runOnce } from './periodic-work-to-kill.ts';

/** The periodic work in a process of its own, so that it can be killed without warning. Argument: what to run, as JSON. */
await runOnce(JSON.parse(process.argv[2] ?? '{}') as PeriodicWorkToKill);
