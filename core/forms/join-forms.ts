import type { FormDefinition } from './form.ts';

/**
 * One form in any order of two, so that one card holds what was given back of both. The questions of `also` keep their ids
 * and words; only those that are open need to be asked, which `isOpen` tells.
 */
export function joinForms({ form, also }: { form: FormDefinition | undefined; also: FormDefinition }): FormDefinition {
  if (form === undefined) return { ...also, order: 'any' };
  return {
    ...form,
    order: 'any',
    questions: [...form.questions, ...also.questions.map((question) => ({ ...question, wordsOf: also.id }))],
    migrations: [...(form.migrations ?? []), ...(also.migrations ?? [])],
  };
}
