import type { Readable } from 'node:stream';

/**
 * The lines of a stream of JSON lines. Node's readline also ends a line at U+2028 and U+2029, which JSON allows inside a
 * string: what somebody pasted would break a line in two.
 */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
