import { foldPhrase } from '../text/fold.ts';
import { foldTalk } from '../text/fold-talk.ts';
import { readNumbers, readOrdinals } from './fields/read-numbers.ts';
import type { Pending } from './form-state.ts';
import type { Saying } from './saying.ts';
import type { AnswerValue } from './values.ts';

/** "Ừ đúng rồi", "dạ vâng": words of yes, one behind the other. */
const YES =
  /^(?:(?:dung|phai|vang|u|uh|um|uhm|ok|oke|okie|da|co|chuan|chinh xac|yes|y|dong y)(?: (?:roi|the|vay|day|do))* ?)+$/;
/** "Không phải", "sai rồi", "không, xã khác". */
const NO =
  /^(?:khong|ko|k|no|sai|nham|chua dung)(?: (?:phai|dung|roi|the|vay|dau|day|xa|so|nay|khac))*$|^(?:(?:xa|so) )?khac$/;
/** "Đúng rồi", "vâng ạ": yes to whatever was asked back. */
export function saysYes(text: string): boolean {
  return YES.test(withoutEnding(text));
}

const ENDINGS = /(?: (?:a|nhe|em|anh|chi|ban|ad|oi))+$/;

/** What a text says to a question back; undefined when it is a new answer instead. */
export function readReply(
  pending: Pending,
  text: string,
  say: (saying: Saying) => string,
  { mayBeSeveral = false } = {},
): { kind: 'value'; value: AnswerValue } | { kind: 'no' } | undefined {
  const typed = withoutEnding(text);
  if (NO.test(typed)) return { kind: 'no' };
  const [first] = pending.options;
  if (pending.kind === 'confirm') {
    const isYes = YES.test(typed) || typed === '1';
    if (typed === '2') return { kind: 'no' };
    return isYes && first !== undefined ? { kind: 'value', value: first.value } : undefined;
  }
  const several = mayBeSeveral ? pickSeveral(pending, text) : undefined;
  if (several !== undefined) return { kind: 'value', value: several };
  const number = /^(?:so |chon )?(\d{1,2})$/.exec(typed)?.[1];
  if (number !== undefined && Number(number) === pending.options.length + 1) return { kind: 'no' };
  const [place, another] = readOrdinals(text, pending.options.length) ?? [];
  const byPlace = another === undefined && place !== undefined ? pending.options[place - 1] : undefined;
  const picked =
    number === undefined ? (findByLabel(pending, typed, say) ?? byPlace) : pending.options[Number(number) - 1];
  return picked === undefined ? undefined : { kind: 'value', value: picked.value };
}

function withoutEnding(text: string): string {
  return foldTalk(text).replace(ENDINGS, '');
}

/** "1 và 3" of what is offered, where more than one may be taken. */
function pickSeveral({ options }: Pending, text: string): AnswerValue | undefined {
  const numbers = readNumbers(text) ?? [];
  const picked = numbers.flatMap((number) => options[number - 1]?.value ?? []);
  const optionIds = picked.flatMap((value) => (typeof value === 'string' ? [value] : []));
  const isAll = numbers.length > 1 && optionIds.length === numbers.length;
  return isAll ? { optionIds } : undefined;
}

/** The one option whose label holds what was typed. */
function findByLabel(pending: Pending, typed: string, say: (saying: Saying) => string) {
  if (typed.length < 3) return undefined;
  const matches = pending.options.filter(({ label }) => ` ${foldPhrase(say(label))} `.includes(` ${typed} `));
  return matches.length === 1 ? matches[0] : undefined;
}
