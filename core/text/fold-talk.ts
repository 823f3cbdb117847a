import { foldPhrase } from './fold.ts';

/** How people write the small words of talk in a hurry. None of them is a name or a thing by itself. */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ['e', 'em'],
  ['mk', 'minh'],
  ['r', 'roi'],
  ['rui', 'roi'],
  ['mik', 'minh'],
  ['cj', 'chi'],
  ['ak', 'a'],
  ['uk', 'u'],
  ['ukm', 'um'],
  ['oki', 'ok'],
  ['okla', 'ok'],
  ['okela', 'ok'],
  ['dc', 'duoc'],
  ['vs', 'voi'],
  ['bit', 'biet'],
  ['bik', 'biet'],
  ['k', 'khong'],
  ['ko', 'khong'],
  ['hong', 'khong'],
  ['hem', 'khong'],
  ['hok', 'khong'],
  ['kh', 'khong'],
]);

/** As `foldPhrase`, the shortenings of talk in full: "e dc rồi" → "em duoc roi". To compare phrases with, never to keep. */
export function foldTalk(text: string): string {
  const typed = foldPhrase(text.normalize('NFKC'));
  return typed
    .split(' ')
    .map((word) => IN_FULL.get(word) ?? word)
    .join(' ');
}
