import type { FormDefinition } from '../../../../core/forms/form.ts';
import type { FormChoice } from '../../../../core/forms/form-choice.ts';

/** Enough of a dossier's id to tell a person's own dossiers apart. */
const TAG_LENGTH = 4;

/**
 * `<topic>:answer:<form>.<version>.<dossier>:<question>:<option>`: says to which question of which dossier a button
 * belongs, so that one tapped weeks later, after a new version or another dossier, is still understood.
 */
export function answerKey(
  choice: Pick<FormChoice, 'questionId' | 'option'>,
  { topic, form, applicationId }: { topic: string; form: FormDefinition; applicationId: string },
): string {
  const tag = applicationId.slice(-TAG_LENGTH);
  return `${topic}:answer:${form.id}.${form.version}.${tag}:${choice.questionId}:${choice.option}`;
}

export type AnswerKey = { tag: string; questionId: string; option: string };

/** Reads the parts of such a key after `<topic>:answer:`. */
export function readAnswerKey([dossier, questionId, option]: readonly string[]): AnswerKey | undefined {
  const tag = dossier?.split('.')[2];
  if (tag === undefined || questionId === undefined || option === undefined) return undefined;
  return { tag, questionId, option };
}

export function hasTag(applicationId: string, tag: string): boolean {
  return tag.length === TAG_LENGTH && applicationId.endsWith(tag);
}
