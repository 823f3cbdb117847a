import { handOverMessage, type RegistrationToKill } from './registration-to-kill.ts';

/** The assistant in a process of its own, so that it can be killed without warning. Argument: what to run, as JSON. */
await handOverMessage(JSON.parse(process.argv[2] ?? '{}') as RegistrationToKill);
