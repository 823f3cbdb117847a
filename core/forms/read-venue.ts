import { foldTalk } from '../text/fold-talk.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { Here } from './moves.ts';
import { type AnswerValue, findSameValue, placeValue } from './values.ts';

const VENUE =
  /(?:^| )(?:nha van hoa|nha vh|hoi truong|uy ban|ubnd|tru so|xuong|nha|truong|co so|diem truong|dinh lang|san kho)(?: |$)|^(?:(?:o|tai|ngay|trong|luon) )+(?:thon|ban|xom|lang|xa|phuong)(?: (?:em|toi|minh|luon|thoi|nay|day|a|nhe))*$/;

/** "Nhà văn hoá thôn", where a place is asked that is often in the commune that is known: there, in the words that were said. */
export function readVenue({ form, answers, tools }: Here, question: Question, text: string): AnswerValue | undefined {
  if (question.field.kind !== 'place' || answers[question.id] !== undefined || !VENUE.test(foldTalk(text)))
    return undefined;
  const same = placeValue.safeParse(findSameValue({ answers }, question)).data;
  if (same === undefined || readField(form, question, text, tools).kind !== 'unread') return undefined;
  return { ...same, legacyAddressText: text.trim() };
}
