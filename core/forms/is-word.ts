import type { Question } from './form.ts';

/** Where any words may be the answer: nothing that is typed can be told from one by its form alone. */
export function isWord({ field }: Question): boolean {
  return field.kind === 'text' || field.kind === 'name';
}
