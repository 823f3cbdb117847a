import type { FormDefinition } from './form.ts';
import { type GroupItem, listItemsOf } from './group.ts';
import type { Answers } from './values.ts';

/** Between the card and a question of a group: its list of items (`machines`), and one item (`machines.2`). */
export type View =
  | { kind: 'group'; groupId: string; items: GroupItem[] }
  | { kind: 'item'; groupId: string; item: GroupItem };

export function findView(form: FormDefinition, answers: Answers, at: string): View | undefined {
  const groupId = at.split('.')[0] ?? '';
  if (!form.questions.some(({ group }) => group?.id === groupId)) return undefined;
  const items = listItemsOf(form, groupId, answers);
  if (at === groupId) return { kind: 'group', groupId, items };
  const item = items.find(({ id }) => id === at);
  return item === undefined ? undefined : { kind: 'item', groupId, item };
}

export function isViewOf(form: FormDefinition, answers: Answers, at: string): boolean {
  return findView(form, answers, at) !== undefined;
}
