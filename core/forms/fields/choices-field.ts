import { foldPhrase } from '../../text/fold.ts';
import type { ChoiceOption } from '../form.ts';
import type { Saying } from '../saying.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { readNumbers, readOrdinals, splitList } from './read-numbers.ts';

const ALL_WORDS = '(?:(?:chon|lay|can) )?(?:tat ca|het|ca|toan bo)(?: (?:cac muc|cac viec|luon|a|nhe))*';
const ALL = new RegExp(`^${ALL_WORDS}$`);
const ALL_BUT = new RegExp(`^(?:${ALL_WORDS} )?(?:tru|ngoai tru|bo|tru ra)(?: (?:cai|muc|so))? (.+)$`);
/** Parts of a label shorter than this mean nothing by themselves. */
const SHORTEST_PART = 3;

/**
 * Several options by their numbers ("1,3 và 4", "134"), their places ("cái đầu và cái cuối"), their labels or parts of them, or
 * other words; "tất cả" is all of them, "tất cả trừ 5" all but one.
 */
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
  const ids = options.map(({ id }) => id);
  if (ALL.test(typed) || typed === `ca ${options.length}`) return take(ids);
  const labelled = options.map((option) => ({ ...option, label: foldPhrase(say(labelOf(option.id))) }));
  const without = ALL_BUT.exec(typed)?.[1];
  if (without !== undefined) {
    const left = findAll(without);
    return left.length === 0 ? unread('choices') : take(ids.filter((id) => !left.includes(id)));
  }
  const numbers = readNumbers(text);
  if (numbers !== undefined) return takePlaces(readTogether(numbers));
  const exact = labelled.find(({ label }) => label === typed);
  return exact === undefined ? take(findAll(text)) : take([exact.id]);

  /** What the parts of a list name, each by its place or its words. */
  function findAll(list: string): string[] {
    const found = splitList(list).flatMap((part) => {
      const phrase = foldPhrase(part);
      const places = readNumbers(part);
      if (places !== undefined) return places.flatMap((place) => ids[place - 1] ?? []);
      const named = findNamed(phrase);
      return named.length > 0 ? named : (readOrdinals(part, ids.length) ?? []).flatMap((place) => ids[place - 1] ?? []);
    });
    return found.length > 0 ? found : findNamed(foldPhrase(list));
  }

  function findNamed(phrase: string): string[] {
    const said = labelled.filter(({ id, label, aliases }) =>
      [foldPhrase(id), label, ...aliases].some((each) => hasPhrase(phrase, each)),
    );
    if (said.length > 0 || phrase.length < SHORTEST_PART) return said.map(({ id }) => id);
    return labelled.filter(({ label }) => hasPhrase(label, phrase)).map(({ id }) => id);
  }

  /** "134" of four options. */
  function readTogether(numbers: readonly number[]): number[] {
    const [only = 0, another] = numbers;
    const digits = [...String(only)].map(Number);
    const isTogether = another === undefined && only > ids.length && new Set(digits).size === digits.length;
    return isTogether ? digits : [...numbers];
  }

  function takePlaces(places: readonly number[]): FieldReading {
    const picked = places.flatMap((place) => ids[place - 1] ?? []);
    return picked.length === places.length ? take(picked) : unread('choices');
  }

  /** In the order of the question. */
  function take(picked: readonly string[]): FieldReading {
    const optionIds = ids.filter((id) => picked.includes(id));
    return optionIds.length === 0 ? unread('choices') : { kind: 'value', value: { optionIds } };
  }
}

function hasPhrase(text: string, phrase: string): boolean {
  return phrase !== '' && ` ${text} `.includes(` ${phrase} `);
}
