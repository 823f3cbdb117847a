import { SHORTENED } from './shortened.ts';

const SURE = [...SHORTENED].flatMap(([word, { isSure }]) => (isSure ? [word] : []));
const ANY = new RegExp(`(?<![\\p{L}\\d.])(?:${SURE.join('|')})(?![\\p{L}\\d])`, 'giu');

/** "E lm miến dong vs bún" → "em làm miến dong với bún": to be read; what is kept are the person's own words. */
export function spellOut(text: string): string {
  return text.replace(ANY, (word) => SHORTENED.get(word.toLowerCase())?.full ?? word);
}
