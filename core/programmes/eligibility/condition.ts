import { splitSyllables } from '../../answers/typing/syllables.ts';
import { isContent, isPartAsked } from '../../forms/group.ts';
import {
  type Answers,
  choicesValue,
  countValue,
  type PlaceValue,
  placeValue,
  skippedValue,
} from '../../forms/values.ts';
import { foldPhrase } from '../../text/fold.ts';

/** What is asked about the answers of a dossier, all of whose questions are known by their ids. */
export type Condition =
  | { kind: 'choice'; question: string; isOneOf: readonly string[] }
  /**
   * A text names one of these, in Vietnamese with its marks; a text typed without marks is compared without. "^bán" only begins
   * it, and only with its marks: "bàn ghế" is no selling.
   */
  | { kind: 'words'; question: string; names: readonly string[] }
  /** The first of these questions that has an answer. Units as they are called: "Xã", "Phường", "Đặc khu"; "Tỉnh", "Thành phố". */
  | { kind: 'place'; questions: readonly string[]; units: readonly string[]; provinceUnit: string }
  | { kind: 'count'; question: string; above: number }
  /** Of a repeated group: this part of some item, or of each, is the option. */
  | { kind: 'items'; group: string; part: string; option: string; of: 'some' | 'each' }
  | { kind: 'answered'; question: string };

/** Undefined when the answers do not tell. */
export function evaluate(condition: Condition, answers: Answers): boolean | undefined {
  switch (condition.kind) {
    case 'choice':
      return isChosen(answers[condition.question], condition.isOneOf);
    case 'words':
      return names(answers[condition.question], condition.names);
    case 'place':
      return isIn(condition, answers);
    case 'count': {
      const count = countValue.safeParse(answers[condition.question]).data;
      if (count === undefined) return undefined;
      if (count.minCount > condition.above) return true;
      return count.maxCount <= condition.above ? false : undefined;
    }
    case 'items':
      return hasItems(condition, answers);
    case 'answered':
      return isAnswered(answers[condition.question]);
  }
}

function isAnswered(value: Answers[string] | undefined): boolean {
  return value !== undefined && !skippedValue.safeParse(value).success;
}

function isChosen(value: Answers[string] | undefined, options: readonly string[]): boolean | undefined {
  const several = choicesValue.safeParse(value);
  if (several.success) return several.data.optionIds.some((option) => options.includes(option));
  return typeof value === 'string' ? options.includes(value) : undefined;
}

function names(value: Answers[string] | undefined, phrases: readonly string[]): boolean | undefined {
  if (typeof value !== 'string') return undefined;
  const syllables = splitSyllables(value);
  const isMarked = syllables.some(({ exact, folded }) => exact !== folded);
  const text = ` ${syllables.map(({ exact, folded }) => (isMarked ? exact : folded)).join(' ')} `;
  return getSought(phrases).some(({ exact, folded, isBeginning }) =>
    isBeginning ? isMarked && text.startsWith(` ${exact} `) : text.includes(` ${isMarked ? exact : folded} `),
  );
}

type Sought = { exact: string; folded: string; isBeginning: boolean };

/** The words of a rule are prepared once: a list of requests is judged by the same rules thousands of times. */
const soughtOf = new WeakMap<readonly string[], readonly Sought[]>();

function getSought(phrases: readonly string[]): readonly Sought[] {
  const known = soughtOf.get(phrases);
  if (known !== undefined) return known;
  const sought = phrases.map((phrase) => {
    const isBeginning = phrase.startsWith('^');
    const words = isBeginning ? phrase.slice(1) : phrase;
    return { exact: asTyped(words), folded: foldPhrase(words), isBeginning };
  });
  soughtOf.set(phrases, sought);
  return sought;
}

/** By the same way of writing as the text: "hoá" and "hóa" are one. */
function asTyped(phrase: string): string {
  return splitSyllables(phrase)
    .map(({ exact }) => exact)
    .join(' ');
}

function isIn(
  { questions, units, provinceUnit }: Extract<Condition, { kind: 'place' }>,
  answers: Answers,
): boolean | undefined {
  const place = findPlace(questions, answers);
  if (place === undefined) return undefined;
  return units.some((unit) => begins(place.commune, unit)) && begins(place.province, provinceUnit);
}

/** The first answer that is a place. */
export function findPlace(questions: readonly string[], answers: Answers): PlaceValue | undefined {
  return questions.map((question) => placeValue.safeParse(answers[question]).data).find((place) => place !== undefined);
}

function begins(name: string, unit: string): boolean {
  return foldPhrase(name).startsWith(`${foldPhrase(unit)} `);
}

function hasItems(
  { group, part, option, of }: Extract<Condition, { kind: 'items' }>,
  answers: Answers,
): boolean | undefined {
  const known = listItemNumbers(group, answers).map((number) => answers[`${group}.${number}.${part}`]);
  const isOption = (value: unknown): boolean => value === option;
  if (of === 'some' && known.some(isOption)) return true;
  if (known.length === 0 || known.some((value) => value === undefined)) return undefined;
  return of === 'each' && known.every(isOption);
}

/** The items of a group that are there with any answer, by their numbers: not those that were removed, or come after the last. */
export function listItemNumbers(group: string, answers: Answers): number[] {
  const places = Object.keys(answers).flatMap((id) => {
    const [name, number, part] = id.split('.');
    return name === group && part !== undefined ? [{ id: group, number: Number(number), part }] : [];
  });
  const there = places.filter((place) => isContent(place) && isPartAsked(place, answers));
  return [...new Set(there.map(({ number }) => number))];
}
