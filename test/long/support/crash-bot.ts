import { runTurns, type TurnsToKill } from './turns-to-kill.ts';

/** A bot in a process of its own, so that it can be killed without warning. Argument: what to run, as JSON. */
await runTurns(JSON.parse(process.argv[2] ?? '{}') as TurnsToKill);
