import type { Question } from './form.ts';

/** What is needed, which is chosen from a list of lists, or told in any words. */
export function isMenu({ field }: Question): boolean {
  return field.kind === 'choice' && field.menu !== undefined;
}
