import { splitSyllables } from '../typing/syllables.ts';
import { plainForm } from './plain-form.ts';
import { isEmptyWord } from './word-weights.ts';

/** A full stop, or what is written for one. */
const SENTENCE_END = /[!;\n…]+|(?<!\d)\.+|\.+(?!\d)/;
/** Where a clause may end without a mark, with and without accents. */
const CLAUSE_END =
  /(?<!\d),|,(?!\d)|\s[-–]\s|\s(?:và|va|với lại|voi lai|ngoài ra|ngoai ra|thêm nữa|them nua|rồi|roi|còn|con|mà|ma|xong)\s/i;
const ASKS =
  /\b(?:khong|hong|no|chua|gi|chi|nao|mo|sao|rang|dau|ai|may|bao|nhieu|nhiu|the nao|duoc a|a)$|\b(?:bao (?:nhi?eu|lau|gio)|gi|nao|sao|rang|dau|o mo|khi mo|ai|co (?:\S+ ){0,6}khong|may (?:tien|trieu|phan|ngay|thang|nam|bo|loai|buoc|cap|dong|lan))\b/;
/** Words that make no question of its own: "…được bao lâu". */
const EMPTY = /^(?:o|lau|gio|phan|tram|neu|bao|tien|nhieu|\d+)$/;

/** Clauses of a message that ask something by themselves, each with what was told before it. */
export function splitQuestions(text: string): { text: string; clause: string }[] {
  const questions: { text: string; clause: string }[] = [];
  let told = '';
  for (const { clause, isMarked } of listClauses(text)) {
    const plain = plainForm(splitSyllables(clause));
    const content = plain.split(' ').filter((word) => word !== '' && !isEmptyWord(word) && !EMPTY.test(word));
    const isQuestion = isMarked || ASKS.test(plain);
    const last = questions.at(-1);
    if (isQuestion && content.length > 0) {
      questions.push({ text: `${told} ${clause}`.trim(), clause: clause.trim() });
      told = '';
    } else if (isQuestion && told === '' && last !== undefined) {
      // "…và được bao nhiêu": it asks more of the same.
      last.text = `${last.text}, ${clause.trim()}`;
    } else {
      told = `${told} ${clause}`.trim();
    }
  }
  const last = questions.at(-1);
  if (last !== undefined && told !== '') last.text = `${last.text}, ${told}`;
  return questions;
}

/** `isMarked`: a question mark ends it. */
function listClauses(text: string): { clause: string; isMarked: boolean }[] {
  return text.split('?').flatMap((asked, at, all) => {
    const clauses = asked.split(SENTENCE_END).flatMap((sentence) => sentence.split(CLAUSE_END));
    const said = clauses.filter((clause) => /\p{L}/u.test(clause));
    return said.map((clause, place) => ({ clause, isMarked: place === said.length - 1 && at < all.length - 1 }));
  });
}
