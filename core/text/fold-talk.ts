import { foldPhrase } from './fold.ts';
import { SHORTENED } from './shortened.ts';

const IN_FULL = new Map([...SHORTENED].map(([word, { full }]) => [word, foldPhrase(full)]));

/** As `foldPhrase`, the shortenings of talk in full: "e dc rồi" → "em duoc roi". To compare phrases with, never to keep. */
export function foldTalk(text: string): string {
  const typed = foldPhrase(text.normalize('NFKC'));
  return typed
    .split(' ')
    .map((word) => IN_FULL.get(word) ?? word)
    .join(' ');
}
