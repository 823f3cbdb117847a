import { foldPhrase } from '../../text/fold.ts';
import type { BareYes, ChoiceOption, MenuEntry } from '../form.ts';
import type { Saying } from '../saying.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { saysNotKnown } from './not-known.ts';
import { firstWithOrWithoutCounts, hasPhrase, hide, withoutOtherWords } from './phrases-in-text.ts';
import { readHowMany, readNumbers, readOrdinals, splitList } from './read-numbers.ts';

/** "Dạ chưa": without its mark "da" would be a yes. */
const POLITE_START =
  /^(?:(?:dạ|da|vâng|vang|thưa|thua)[ ,.]+)+(?=(?:em |cháu |con |tôi |toi |chau )?(?:chưa|chua|không|khong|ko|k|chẳng|chang|hông|hong)(?!\p{L}))/iu;
/** Parts of a label shorter than this mean nothing by themselves. */
const SHORTEST_PART = 3;

export type ChoiceWords = {
  labelOf: (option: string) => Saying;
  labelOfEntry: (entry: string) => Saying;
  askOfEntry: (entry: string) => Saying;
  guideOf: (option: string) => Saying;
  /** "Bằng cách nào?", after a bare yes. */
  which: Saying;
  say: FormTools['say'];
};

type Choice = {
  options: readonly ChoiceOption[];
  menu?: readonly MenuEntry[];
  bareYes?: BareYes;
  /** More than one may be taken: the question has a place for what is needed beside. */
  mayBeSeveral: boolean;
  words: ChoiceWords;
};

/**
 * An option by its number, its id, its label or a part of it, or a word by which people mean it; with or without marks.
 * An entry of the menu leads to its options. Several said with "và" or a comma are several; otherwise it is asked.
 */
export function readChoiceField(said: string, choice: Choice): FieldReading {
  const text = said.normalize('NFC').replace(POLITE_START, '');
  const typed = foldPhrase(text.normalize('NFKC'));
  if (typed === '') return unread('choice');
  const numbers = readNumbers(text);
  if (numbers !== undefined) return readByNumber(numbers, choice);

  const { options, menu = [], words } = choice;
  const exact = labelled(choice).find(({ id, label, aliases }) => [foldPhrase(id), label, ...aliases].includes(typed));
  if (exact !== undefined) return { kind: 'value', value: exact.id };
  const entry = menu.find(({ id }) => foldPhrase(words.say(words.labelOfEntry(id))) === typed);
  if (entry !== undefined) return openEntry(entry, choice);
  // "Không biết" is no "không".
  if (saysNotKnown(text)) {
    const [unsure, another] = options.filter(({ aliases }) => aliases.some(saysNotKnown));
    if (unsure !== undefined && another === undefined) return { kind: 'value', value: unsure.id };
    const mayBeUnsure = unsure !== undefined || menu.some(({ aliases }) => aliases.some(saysNotKnown));
    if (!mayBeUnsure) return unread('notKnown');
  }
  const found = findWithCountSpelled(text, choice);
  const which = askWhichWay(typed, found, choice);
  if (which !== undefined) return which;
  if (found.length > 0) return settle(text, found, choice);
  const meant = menu.filter((each) => each.aliases.some((alias) => hasPhrase(typed, alias)));
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return openEntry(only, choice);
  const several = [...new Set([...meant.flatMap((each) => each.options), ...findHardNeeds(text, menu)])];
  if (several.length > 0) return chooseAmong(optionsOf(several, choice), choice);
  const places = readOrdinals(text, (choice.menu ?? options).length);
  return places === undefined ? unread('choice') : readByNumber(places, choice);
}

/** "Đồng ý rồi": a yes, of which the way is asked back. */
function askWhichWay(typed: string, found: readonly ChoiceOption[], choice: Choice): FieldReading | undefined {
  const { bareYes, options, words } = choice;
  if (bareYes === undefined || !saysBareYes(bareYes, typed)) return undefined;
  const isTold = found.length > 0 && !bareYes.ways.every((way) => found.some(({ id }) => id === way));
  if (isTold) return undefined;
  const offered = [...bareYes.ways, bareYes.unsaid].flatMap((way) => options.find(({ id }) => id === way) ?? []);
  return {
    kind: 'choose',
    about: words.which,
    options: offered.map(({ id }) => ({ value: id, label: words.labelOf(id) })),
  };
}

/** What stands around a yes of one word. */
const POLITE = ['a', 'ah', 'nhe', 'em', 'ad', 'anh', 'chi', 'luon', 'thoi', 'ho', 'ca', 'het', 'day'];

/** `typed` is folded. A single word of yes says so only among its like: "ok rồi", and not "cô Lan". */
export function saysBareYes({ phrases }: BareYes, typed: string): boolean {
  const isAllYes = typed.split(' ').every((word) => phrases.includes(word) || POLITE.includes(word));
  return isAllYes || phrases.some((phrase) => phrase.includes(' ') && hasPhrase(typed, phrase));
}

/** The options that help with what a text complains of. */
export function findHardNeeds(text: string, menu: readonly MenuEntry[]): string[] {
  const typed = foldPhrase(text.normalize('NFKC'));
  const hardships = menu.flatMap(({ hardships = [] }) => hardships);
  const told = hardships.filter(({ phrases }) => phrases.some((phrase) => hasPhrase(typed, phrase)));
  return [...new Set(told.flatMap(({ options }) => options))];
}

function optionsOf(ids: readonly string[], { options }: Choice): ChoiceOption[] {
  return ids.flatMap((each) => options.filter(({ id }) => id === each));
}

/** The options of an entry, to be chosen among; one alone is taken. */
export function openEntry(entry: MenuEntry, choice: Choice): FieldReading {
  const [only, another] = entry.options;
  if (only === undefined) return unread('choice');
  if (another === undefined) return { kind: 'value', value: only };
  const { words } = choice;
  const labelOf = entry.isGuide === true ? words.guideOf : words.labelOf;
  return {
    kind: 'choose',
    about: words.askOfEntry(entry.id),
    options: entry.options.map((id) => ({ value: id, label: labelOf(id) })),
  };
}

function readByNumber(numbers: readonly number[], choice: Choice): FieldReading {
  const { options, menu, mayBeSeveral } = choice;
  if (menu === undefined) {
    const listed = options.filter(({ isUnlisted }) => isUnlisted !== true);
    const picked = numbers.map((number) => listed[number - 1]);
    if (picked.some((option) => option === undefined)) return unread('choice');
    const known = picked.flatMap((option) => option ?? []);
    return known.length === 1 || mayBeSeveral ? takeAll(known) : chooseAmong(known, choice);
  }
  const entries = numbers.map((number) => menu[number - 1]);
  if (entries.some((entry) => entry === undefined)) return unread('choice');
  const known = entries.flatMap((entry) => entry ?? []);
  const [only] = known;
  if (only !== undefined && known.length === 1) return openEntry(only, choice);
  const meant = known.filter(({ isGuide }) => isGuide !== true).flatMap((entry) => entry.options);
  const found = options.filter(({ id }) => meant.includes(id));
  if (found.length === known.length && mayBeSeveral) return takeAll(found);
  return chooseAmong(found, choice);
}

/** Those whose label or other words the text holds, in the order in which it names them; else those whose label holds the text. */
function findOptions(text: string, choice: Choice): ChoiceOption[] {
  const typed = foldPhrase(text.normalize('NFKC'));
  const all = labelled(choice);
  const isYesOrNo = saidYesOrNo(text);
  const said = all
    .map((option) => ({
      option,
      at: firstWithOrWithoutCounts(
        hide(foldPhrase(withoutOtherWords(text, option.marked)), option.notIn),
        saidFor([option.label, ...option.aliases], typed).filter(
          (phrase) => !YES_OR_NO.has(phrase) || isYesOrNo(phrase),
        ),
      ),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ option }) => option);
  if (said.length > 0 || typed.length < SHORTEST_PART) return said;
  return all.filter(({ label }) => hasPhrase(label, typed));
}

/** A yes or no inside a longer sentence is another word: "sợi dai, không phẩm màu". */
const YES_OR_NO = new Set(['khong', 'ko', 'k', 'co', 'chua', 'roi', 'da', 'vang']);
const FEW_WORDS = 4;
/** As they are written with their marks: "cơ sở khác" and "cô Lan" hold no "có". */
const WITH_MARKS: Readonly<Record<string, string>> = {
  khong: 'không',
  co: 'có',
  chua: 'chưa',
  roi: 'rồi',
  da: 'đã',
  vang: 'vâng',
};

/** Whether a text holds a word of yes or no as itself, and not another that is the same without marks. */
function saidYesOrNo(text: string): (word: string) => boolean {
  const words: string[] =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const plain = words.filter(
    (word, at) => word !== 'co' || !['so', 'phan', 'quan', 'khi'].includes(words[at + 1] ?? ''),
  );
  return (word) => plain.includes(word) || plain.includes(WITH_MARKS[word] ?? word);
}

function saidFor(phrases: readonly string[], typed: string): readonly string[] {
  const words = typed.split(' ');
  if (words.length <= FEW_WORDS) return phrases;
  const first = words.find((word) => !['em', 'toi', 'minh', 'thi', 'cung'].includes(word));
  return phrases.filter((phrase) => !YES_OR_NO.has(phrase) || phrase === first);
}

const SPELLED: Readonly<Record<string, string>> = { '1': 'một', '2': 'hai', '3': 'ba' };

/** "1 loại thôi" is "một loại": a figure before a word is no number of the list. */
function findWithCountSpelled(text: string, choice: Choice): ChoiceOption[] {
  const found = findOptions(text, choice);
  if (found.length > 0 || !/\d/.test(text)) return found;
  const spelled = text.replace(/(?<![\p{L}\d.,])[1-3](?= \p{L})/gu, (digit) => SPELLED[digit] ?? digit);
  return spelled === text ? found : findOptions(spelled, choice);
}

function settle(text: string, found: readonly ChoiceOption[], choice: Choice): FieldReading {
  const [only, another] = found;
  const beside = choice.mayBeSeveral ? findEntriesBeside(text, found, choice) : [];
  if (beside.length > 0)
    return chooseAmong(optionsOf([...new Set([...beside, ...found.map(({ id }) => id)])], choice), choice);
  if (only !== undefined && another === undefined) return { kind: 'value', value: only.id };
  if (choice.mayBeSeveral && isListed(text, found, choice)) return takeAll(found);
  return chooseAmong(found, choice);
}

/** "Làm cái nhãn với bao bì": a part that names a thing of a menu's entry, which may be of any of its options; which is asked. */
function findEntriesBeside(text: string, found: readonly ChoiceOption[], choice: Choice): string[] {
  const all = splitList(text);
  const parts = all.filter((part) => !findOptions(part, choice).some(({ id }) => found.some((each) => each.id === id)));
  if (parts.length === all.length) return [];
  const { menu = [] } = choice;
  return parts.flatMap((part) =>
    menu
      .filter(({ things = [] }) => things.some((thing) => hasPhrase(foldPhrase(part), thing)))
      .flatMap(({ options }) => options),
  );
}

function takeAll(found: readonly ChoiceOption[]): FieldReading {
  const [only, another] = found;
  if (only !== undefined && another === undefined) return { kind: 'value', value: only.id };
  return { kind: 'value', value: { optionIds: [...new Set(found.map(({ id }) => id))] } };
}

function chooseAmong(found: readonly ChoiceOption[], { mayBeSeveral, words }: Choice): FieldReading {
  const each = found.map(({ id }) => ({ value: id, label: words.labelOf(id) }));
  const all = { value: { optionIds: found.map(({ id }) => id) }, label: { key: 'register:choose.all' } };
  const isFew = found.length === 2;
  return {
    kind: 'choose',
    about: { key: mayBeSeveral ? 'register:choose.options' : 'register:choose.option' },
    options: mayBeSeveral && isFew ? [...each, all] : each,
  };
}

/**
 * "mua máy đóng gói và làm bao bì": what stands between two of them joins them, or how many there are is said ("có 2 việc").
 * "Máy đóng gói bao bì" is one.
 */
function isListed(text: string, found: readonly ChoiceOption[], choice: Choice): boolean {
  if (readHowMany(text) === found.length) return true;
  const parts = splitList(text).filter((part) => foldPhrase(part) !== '');
  const homes = found.map(({ id }) =>
    parts.findIndex((part) => findOptions(part, choice).some((option) => option.id === id)),
  );
  return new Set(homes).size === found.length && !homes.includes(-1);
}

/** Each option with its label as it is compared. */
function labelled({ options, words }: Choice) {
  return options
    .filter(({ isKeptOnly }) => isKeptOnly !== true)
    .map((option) => ({ ...option, label: foldPhrase(words.say(words.labelOf(option.id))) }));
}
