import { type ParseArgsConfig, parseArgs } from 'node:util';
import { sayBoth } from '../say.ts';

/** What was typed behind a command. What it does not know is met by the way to use it (a key of words), and ends it with 1. */
export function readOptions<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch {
    return endWithUsage(usage);
  }
}

export function endWithUsage(usage: string): never {
  console.error(sayBoth(usage));
  process.exit(1);
}
