import { foldPhrase } from '../../text/fold.ts';
import type { ChoiceOption } from '../form.ts';
import type { Saying } from '../saying.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { readNumbers } from './read-numbers.ts';

const ALL = /^(?:(?:chon|lay|can) )?(?:tat ca|het|ca|toan bo)(?: (?:cac muc|cac viec|luon|a|nhe))*$/;
/** Parts of a label shorter than this mean nothing by themselves. */
const SHORTEST_PART = 3;

/** Several options by their numbers ("1,3 và 4"), their labels or parts of them, or other words; "tất cả" is all of them. */
export function readChoicesField(
  text: string,
  {
    options,
    labelOf,
    say,
  }: { options: readonly ChoiceOption[]; labelOf: (id: string) => Saying; say: FormTools['say'] },
): FieldReading {
  const typed = foldPhrase(text.normalize('NFKC'));
  if (typed === '') return unread('choices');
  if (ALL.test(typed)) return take(options.map(({ id }) => id));
  const numbers = readNumbers(text);
  if (numbers !== undefined) {
    const picked = numbers.flatMap((number) => options[number - 1]?.id ?? []);
    return picked.length === numbers.length ? take(picked) : unread('choices');
  }
  const labelled = options.map((option) => ({ ...option, label: foldPhrase(say(labelOf(option.id))) }));
  const exact = labelled.find(({ label }) => label === typed);
  if (exact !== undefined) return take([exact.id]);
  const said = labelled.filter(({ id, label, aliases }) =>
    [foldPhrase(id), label, ...aliases].some((phrase) => hasPhrase(typed, phrase)),
  );
  const parts = typed.length < SHORTEST_PART ? [] : labelled.filter(({ label }) => hasPhrase(label, typed));
  const found = said.length > 0 ? said : parts;
  return found.length === 0 ? unread('choices') : take(found.map(({ id }) => id));

  /** In the order of the question. */
  function take(ids: readonly string[]): FieldReading {
    const optionIds = options.map(({ id }) => id).filter((id) => ids.includes(id));
    return { kind: 'value', value: { optionIds } };
  }
}

function hasPhrase(text: string, phrase: string): boolean {
  return phrase !== '' && ` ${text} `.includes(` ${phrase} `);
}
