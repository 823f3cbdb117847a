import { type Config, readConfig, readEnvironment } from '../../config.ts';
import { errorFacts } from '../../core/error-facts.ts';
import { findProblemSentence, sayBoth } from '../say.ts';

/**
 * Runs a command with the settings of this copy; what goes wrong is told in a sentence and ends with code 1.
 * The work may return the code to end with.
 */
export async function runCommand(work: (config: Config) => Promise<unknown>): Promise<never> {
  try {
    const code = await work(readConfig(readEnvironment()));
    process.exit(typeof code === 'number' ? code : 0);
  } catch (error) {
    console.error(findProblemSentence(error) ?? sayBoth('host:problem.unexpected', errorFacts(error)));
    process.exit(1);
  }
}
