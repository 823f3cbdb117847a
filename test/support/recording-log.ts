import type { Log } from '../../core/log.ts';

/** Keeps all that is logged as text, before anything is cleaned out of it: nobody may rely on the cleaning. */
export function createRecordingLog(): Log & { text: () => string; lines: string[] } {
  const lines: string[] = [];
  const write = (facts: Record<string, unknown>, message: string): void => {
    const plain = JSON.stringify(facts, (_key, value: unknown) =>
      value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
    );
    lines.push(`${message} ${plain}`);
  };
  return { debug: write, info: write, warn: write, error: write, lines, text: () => lines.join('\n') };
}
