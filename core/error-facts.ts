/**
 * What a log may hold of an error that came from handling a person's words: its name, its code and where it was
 * thrown. The message is left out, because a database's may quote what was being written.
 */
export function errorFacts(error: unknown): { error: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const at = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 6);
  return { error: error.name, ...(code === undefined ? {} : { code }), at };
}
