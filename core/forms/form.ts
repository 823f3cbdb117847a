/**
 * A form is data. Question and option ids are stable: answers are kept by them, across versions, for years.
 * Words are found by id too: `register:<form>.<question>.ask`, `.label`, `.example`, `.skip`, `.option.<option>`.
 */
export type FormDefinition = {
  id: string;
  /** Raised whenever questions or options change; answers that still fit are kept. */
  version: number;
  questions: readonly Question[];
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
  | { kind: 'place' };

export type ChoiceOption = {
  id: string;
  /** Folded words and phrases by which people mean it, beside its label: "may say" for machines. */
  aliases: readonly string[];
};

export function findQuestion(form: FormDefinition, id: string): Question | undefined {
  return form.questions.find((question) => question.id === id);
}
