import type { FormMigration } from './form-migration.ts';

/**
 * A form is data. Question and option ids are stable: answers are kept by them, across versions, for years.
 * Words are found by id too: `<words>.<question>.ask`, `.label`, `.example`, `.skip`, `.option.<option>`, `.menu.<entry>`;
 * those of a repeated group by its id and part: `<words>.machines.price.ask`.
 */
export type FormDefinition = {
  id: string;
  /** Raised whenever questions or options change; answers that still fit are kept. */
  version: number;
  /** `any`: opened with a card of all items, each can be picked or put off. Otherwise one after the other, then the review. */
  order?: 'any';
  questions: readonly Question[];
  /** What was asked otherwise in earlier versions, the oldest first. */
  migrations?: readonly FormMigration[];
  /** Where its words are; `register:<id>` without it. */
  words?: string;
  /**
   * What a dossier keeps beside its answers and conditions may look at, by the id under which it is kept: what counts as its
   * answer, or nothing. No question bears such an id.
   */
  facts?: Readonly<Record<string, (kept: unknown) => string | undefined>>;
  /** Filled in by somebody else when this holds: questions speak of the owner, whose name is the answer to `name`. */
  ofOwner?: { askIf: Condition; name: string };
};

export type Question = {
  id: string;
  field: Field;
  /** Asked only when this holds. */
  askIf?: Condition;
  /** May be left open: one choice more, and these phrases (folded) say the same. */
  skip?: { phrases: readonly string[] };
  /** The id of an earlier choice that the wording depends on: its option's own words, where it has any (`wordsOf`). */
  wordedBy?: string;
  /** Of a choice: where further options go that are said in one breath ("mua máy và làm bao bì"); a question of `choices`. */
  furtherTo?: string;
  /** Questions that the same text may answer too: "mua máy sấy 400tr" tells what is needed and what it costs. */
  alsoReads?: readonly string[];
  /** Of a choice: the question of words that keeps what was said where it names several options, of which one is asked back. */
  wordsTo?: string;
  /** Verbs (folded) by which people tell it of themselves, whatever was asked: "nhà em làm chè" tells the product. */
  saidWith?: readonly string[];
  /** Phrases (folded) of which an answer to it may consist: "miến dong" is told by itself. */
  madeOf?: readonly string[];
  /** Words (folded) that stand beside its answer wherever it is told: "mã số thuế", "công nhân". */
  toldBy?: readonly string[];
  /** Not counted and never asked by itself: there only when something was said. */
  isAside?: true;
  /** The id of a question of the same kind whose answer is often this one's too: it is offered, and "như trên" takes it. */
  sameAs?: string;
  /** Of somebody's name: while this holds, "chính tôi" is the answer to that other question. */
  self?: { questionId: string; askIf: Condition };
  /** Of somebody's name: the id of the question for their phone, which people tell with it: "chị Lan 0900 000 001". */
  phone?: string;
  /** Belongs to an item of a repeated group (see group.ts). */
  group?: GroupPlace;
  /** Where its words are, when not with its form's: it is shared, or was taken over from another form. */
  wordsOf?: string;
};

/** The place of a question in a repeated group: the third machine's price. */
export type GroupPlace = {
  id: string;
  /** From 1; it stays when an earlier item is removed, so that "máy 2" means the same for ever. */
  number: number;
  /** `more` asks for a further item, `gone` removes this one. */
  part: string;
};

export type Condition =
  | { questionId: string; isOneOf: readonly string[] }
  /** Holds also while there is no answer. */
  | { questionId: string; isNoneOf: readonly string[] }
  /** `false`: only as long as there is none. */
  | { questionId: string; isAnswered: boolean }
  /** Of several options at least one was chosen. */
  | { questionId: string; isChosen: true }
  /** What no single answer tells. */
  | { holds(answers: Readonly<Record<string, unknown>>): boolean };

export type Field =
  /** With a `menu` its entries are offered first, and lead to the options. */
  | { kind: 'choice'; options: readonly ChoiceOption[]; menu?: readonly MenuEntry[]; bareYes?: BareYes }
  /** Several of them at once: "1,3 và 4". */
  | { kind: 'choices'; options: readonly ChoiceOption[] }
  | { kind: 'text'; maxLength: number }
  | { kind: 'name'; of: 'person' | 'establishment' }
  | { kind: 'phone' }
  /** A sum outside is not refused, but asked back. */
  | { kind: 'money'; plausibleVnd: { min: number; max: number } }
  /** A commune of today, by any of its names. */
  | { kind: 'place' }
  /** 10, 13 or 12 digits; the last are a personal id and are shown by their last four. */
  | { kind: 'tax-code' }
  /**
   * How many, or from how many to how many; a number outside is asked back. Said by the words `.count` and `.range`.
   * `units`: what is counted (folded), beside people: "gian", "gian hang".
   */
  | { kind: 'count'; plausible: { min: number; max: number }; units?: readonly string[] }
  /** 1 to 100, or from one share to another. */
  | { kind: 'percent' }
  /** A month, or the months of a quarter or a year, from today on. */
  | { kind: 'when' }
  /** Several photos, sent one after another; "xong" ends. `of`: what they show, when it is no paper. */
  | { kind: 'photos'; of?: 'product' | 'thing' };

/** Of a choice among ways of a yes: what says yes and not which way. It is asked back once; said again it is `unsaid`. */
export type BareYes = {
  /** Folded. */
  phrases: readonly string[];
  /** The options that are a way of yes. */
  ways: readonly string[];
  /** The option of a yes of which the way was never told. */
  unsaid: string;
};

export type ChoiceOption = {
  id: string;
  /** Folded words and phrases by which people mean it, beside its label: "may say" for machines. */
  aliases: readonly string[];
  /** Phrases that hold one of these words and mean something else: "nhà máy" is no machine. */
  notIn?: readonly string[];
  /** One of these words with its marks; the same letters with other marks are another word: "mây tre" is no "máy". */
  marked?: readonly string[];
  /** Words (folded) with which the name of such an establishment begins: of a choice that a name answers too. */
  inNames?: readonly string[];
  /** Where its words are, when not with the question's: its label is `<wordsOf>.option`. */
  wordsOf?: string;
  /** No longer offered or read: answers of earlier versions are told by it. */
  isKeptOnly?: true;
  /** Read where it is said, and not offered: few are it, and who is knows its name. Stands behind those that are offered. */
  isUnlisted?: true;
};

/** Several options under one word of the first list. With one option it is that option. */
export type MenuEntry = {
  id: string;
  options: readonly string[];
  /** Words by which people mean the entry without saying which of its options. */
  aliases: readonly string[];
  /** Those of them that are things, and mean any of its options also beside one that is named: "nhãn với bao bì". */
  things?: readonly string[];
  /** Its options are told in words of its own, `.guide.<option>`: by what is hard, for who does not know what there is. */
  isGuide?: true;
  /** What people complain of, folded, and the options that help with it: proposed, never taken. */
  hardships?: readonly Hardship[];
};

export type Hardship = { phrases: readonly string[]; options: readonly string[] };

export function findQuestion(form: FormDefinition, id: string): Question | undefined {
  return form.questions.find((question) => question.id === id);
}
