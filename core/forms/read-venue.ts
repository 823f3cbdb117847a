import { foldTalk } from '../text/fold-talk.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { Here } from './moves.ts';
import { type AnswerValue, findSameValue, placeValue } from './values.ts';

const VENUE =
  /(?:^| )(?:nha van hoa|nha vh|hoi truong|uy ban|ubnd|tru so|xuong|nha|truong|co so|diem truong|dinh lang|san kho)(?: |$)|^(?:(?:o|tai|ngay|trong|luon) )+(?:thon|ban|xom|lang|xa|phuong)(?: (?:em|toi|minh|luon|thoi|nay|day|a|nhe))*$/;
/** "Gần uỷ ban", "cạnh chợ", "ngã ba đường vào bản": a spot by what stands there, wherever it is said. */
const SPOT =
  /^(?:(?:da|vang|thi|la|chac|dat|mo|lam|o|tai) )*(?:(?:ngay )?(?:gan|canh|sat|doi dien|ngay|dau|cuoi|giua|mat) (?!day )|(?:nga (?:ba|tu)|trung tam (?:xa|phuong|thi tran|cho)|khu du lich|ben xe|quoc lo|mat duong|cay xang|ven duong)(?: |$))/;

/** "Nhà văn hoá thôn", where a place is asked that is often in the commune that is known: there, in the words that were said. */
export function readVenue(here: Here, question: Question, text: string): AnswerValue | undefined {
  return VENUE.test(foldTalk(text)) ? readThere(here, question, text) : readSpot(here, question, text);
}

/** "Gần uỷ ban", where nothing like it is asked: still a place, and of such a question. */
export function readSpot(here: Here, question: Question, text: string): AnswerValue | undefined {
  return SPOT.test(`${foldTalk(text)} `) ? readThere(here, question, text) : undefined;
}

function readThere({ form, answers, tools }: Here, question: Question, text: string): AnswerValue | undefined {
  if (question.field.kind !== 'place' || answers[question.id] !== undefined) return undefined;
  const same = placeValue.safeParse(findSameValue({ answers }, question)).data;
  if (same === undefined || readField(form, question, text, tools).kind !== 'unread') return undefined;
  const spot = text.trim();
  return { ...same, legacyAddressText: spot, spot };
}
