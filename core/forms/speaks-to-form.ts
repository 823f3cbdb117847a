import { foldPhrase } from '../text/fold.ts';
import { saysNothing, saysNotKnown } from './fields/not-known.ts';
import { saysSlip } from './read-correction.ts';

const SEND = /^(?:gui|gui phieu|gui di|gui luon|gui nhe|gui phieu di|nop phieu)(?: (?:a|em|nhe|luon|di))*$/;

/** "Gửi nhé": to be done with it, also before the review, where it tells that something is missing. */
export function saysSend(text: string): boolean {
  return SEND.test(foldPhrase(text));
}

/** Sent once more by an impatient thumb. */
const AGREEMENT = /^(?:(?:toi|em|minh|con|chau|da|vang) )*dong y(?: (?:a|ah|nhe|luon|roi))*$/;

/** Words that mean the open question whatever it asks: "không biết", "chưa có", "à nhầm", "gửi". */
export function speaksToForm(text: string): boolean {
  return (
    saysNotKnown(text) || saysNothing(text) || saysSend(text) || saysSlip(text) || AGREEMENT.test(foldPhrase(text))
  );
}
