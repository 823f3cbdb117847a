import { foldPhrase } from '../text/fold.ts';
import { saysNothing, saysNotKnown } from './fields/not-known.ts';
import { saysPutOff } from './read-aside.ts';
import { saysSlip } from './read-correction.ts';

const SEND =
  /^(?:(?:ok|oke|vang|da|roi|thoi|dung|dung roi|the|duoc) )*(?:gui|nop)(?: (?:phieu|di|luon|nhe|a|em|giup|ngay|thoi|ad|cho (?:toi|em|can bo)))*$/;

/** "Gửi nhé": to be done with it, also before the review, where it tells that something is missing. */
export function saysSend(text: string): boolean {
  return SEND.test(foldPhrase(text));
}

/** Sent once more by an impatient thumb. */
const AGREEMENT = /^(?:(?:toi|em|minh|con|chau|da|vang) )*dong y(?: (?:a|ah|nhe|luon|roi))*$/;

/** "Tôi đồng ý": of nothing that stands there any more. */
export function saysAgreed(text: string): boolean {
  return AGREEMENT.test(foldPhrase(text));
}

/** Words that mean the open question whatever it asks: "không biết", "chưa có", "à nhầm", "gửi". */
export function speaksToForm(text: string): boolean {
  const isAside = saysPutOff(text) || saysSend(text) || saysSlip(text) || saysAgreed(text);
  return isAside || saysNotKnown(text) || saysNothing(text);
}
