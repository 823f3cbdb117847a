import type { FormMigration } from './form-migration.ts';

/**
 * A form is data. Question and option ids are stable: answers are kept by them, across versions, for years.
 * Words are found by id too: `register:<form>.<question>.ask`, `.label`, `.example`, `.skip`, `.option.<option>`;
 * those of a repeated group by its id and part: `register:<form>.machines.price.ask`.
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
};

export type Question = {
  id: string;
  field: Field;
  /** Asked only when this holds. */
  askIf?: Condition;
  /** May be left open: one choice more, and these phrases (folded) say the same. */
  skip?: { phrases: readonly string[] };
  /** The id of an earlier choice that the wording depends on: its option is i18next's `context`. */
  wordedBy?: string;
  /** Belongs to an item of a repeated group (see group.ts). */
  group?: GroupPlace;
  /** Whose words it has, when it was taken over from another form. */
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

export type Condition = { questionId: string; isOneOf: readonly string[] };

export type Field =
  | { kind: 'choice'; options: readonly ChoiceOption[] }
  | { kind: 'text'; maxLength: number }
  | { kind: 'name'; of: 'person' | 'establishment' }
  | { kind: 'phone' }
  /** A sum outside is not refused, but asked back. */
  | { kind: 'money'; plausibleVnd: { min: number; max: number } }
  /** A commune of today, by any of its names. */
  | { kind: 'place' }
  /** 10, 13 or 12 digits; the last are a personal id and are shown by their last four. */
  | { kind: 'tax-code' }
  /** How many, or from how many to how many; a number outside is asked back. Said by the words `.count` and `.range`. */
  | { kind: 'count'; plausible: { min: number; max: number } }
  /** A month, or the months of a quarter or a year, from today on. */
  | { kind: 'when' }
  /** Several photos, sent one after another; "xong" ends. */
  | { kind: 'photos' };

export type ChoiceOption = {
  id: string;
  /** Folded words and phrases by which people mean it, beside its label: "may say" for machines. */
  aliases: readonly string[];
};

export function findQuestion(form: FormDefinition, id: string): Question | undefined {
  return form.questions.find((question) => question.id === id);
}
