import { AppError } from '../core/app-error.ts';
import { wordsFor } from '../locales/words.ts';

type Values = Record<string, unknown>;

/** A line for whoever starts the assistant: Vietnamese first, then English. */
export function sayBoth(key: string, values: Values = {}): string {
  return `${wordsFor('vi').word(key, values)}\n  (${wordsFor('en').word(key, values)})`;
}

/** What went wrong and what to do about it, in both languages; undefined when no sentence was written for it. */
export function findProblemSentence(error: unknown): string | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === 'settings.wrong') {
    const names = String(error.values.names).split(',');
    return [sayBoth('host:problem.settings'), ...names.map((name) => `- ${sayBoth(`host:setting.${name}`)}`)].join(
      '\n',
    );
  }
  const key = `host:problem.${error.code.replaceAll('.', '-')}`;
  try {
    return sayBoth(key, error.values);
  } catch {
    return undefined;
  }
}
