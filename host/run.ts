import { findUnknownSettings, readConfig, readEnvironment } from '../config.ts';
import { errorFacts } from '../core/error-facts.ts';
import type { Log } from '../core/log.ts';
import { createLog } from './log/create-log.ts';
import { findProblemSentence, sayBoth } from './say.ts';
import { type Started, start } from './start.ts';

/** What is under way gets this long to end after the first signal. */
const DRAIN_TIMEOUT_MS = 50_000;
/** npm hands a Ctrl-C on that the terminal has sent us already: only a later one is a second wish. */
const SECOND_SIGNAL_MS = 1_000;

/** The life of the process: settings, start, and an orderly end on Ctrl-C, SIGTERM, a closed terminal or a defect. */
export async function run(): Promise<void> {
  const config = readConfig(readEnvironment());
  const isWatched = process.stdout.isTTY === true;
  const log = createLog({ level: config.logLevel, to: process.stdout, readable: isWatched });
  for (const name of findUnknownSettings()) console.warn(sayBoth('host:unknownSetting', { name }));

  const starting = start({ config, log, print: (line) => console.log(line) });
  endOrderly(starting, log);
  await starting;
}

function endOrderly(starting: Promise<Started>, log: Log): void {
  let endingSince: number | undefined;
  const end = async (code: number): Promise<void> => {
    if (endingSince !== undefined) return;
    endingSince = performance.now();
    console.log(sayBoth('host:stopping'));
    setTimeout(() => process.exit(1), DRAIN_TIMEOUT_MS).unref();
    try {
      const started = await starting.catch(() => undefined);
      await started?.stop();
      console.log(sayBoth('host:stopped'));
      process.exit(code);
    } catch (error) {
      log.error(errorFacts(error), 'the assistant did not stop in order');
      console.error(findProblemSentence(error) ?? sayBoth('host:problem.unexpected', errorFacts(error)));
      process.exit(1);
    }
  };
  const signalled = (): void => {
    if (endingSince !== undefined && performance.now() - endingSince > SECOND_SIGNAL_MS) process.exit(1);
    void end(0);
  };
  // SIGHUP: the terminal was closed; then nobody reads what we say any more.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, signalled);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  // The message may hold a person's words, so only its class and place are told.
  process.on('uncaughtException', (error) => {
    log.error(errorFacts(error), 'a defect ends the process');
    void end(1);
  });
}
