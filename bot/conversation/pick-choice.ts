import { fold, foldPhrase } from '../../core/text/fold.ts';
import type { Choice } from '../channels/channel.ts';

// "2", "2.", "số 2", "chọn 2", "so 2 a", full-width "２".
const NUMBER = /^(?:(?:so|chon|muc|cau|phim)\s*)*(\d{1,2})\s*[.)]?\s*(?:a|ạ|nhe|di)?$/;

/** Which of the choices a typed text means: its number or its label, with or without accents. */
export function pickChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const typed = fold(text.normalize('NFKC')).trim();
  const number = NUMBER.exec(typed)?.[1];
  if (number !== undefined) return choices[Number(number) - 1];
  return pickLabel(choices, text);
}

/** The choice whose label a typed text is, with or without accents. */
export function pickLabel(choices: readonly Choice[], text: string): Choice | undefined {
  const phrase = foldPhrase(text);
  if (phrase === '') return undefined;
  return choices.find((choice) => foldPhrase(choice.label) === phrase);
}
