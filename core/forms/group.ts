import type { Filling } from './filling.ts';
import type { Field, FormDefinition, GroupPlace, Question } from './form.ts';
import type { Answers } from './values.ts';

/** A repeated group: several machines, each with its name, condition and price. */
export type GroupDefinition = {
  id: string;
  /** The first part is what an item is known by; it cannot be left open. */
  /** `alsoReads`: other parts that the same words may answer, by their ids here. */
  parts: readonly Pick<Question, 'field' | 'skip' | 'id' | 'alsoReads'>[];
  mostItems: number;
  /** Words (folded) for "there is one more" and "no more", beside the labels. */
  moreAliases: { yes: readonly string[]; no: readonly string[] };
};

/** So many items may be told before the form asks for them. */
export const MOST_TOLD_EARLY = 6;
export const MORE = 'more';
export const GONE = 'gone';
export const YES = 'yes';
export const NO = 'no';

/**
 * A group as plain questions: `machines.1.name`, `machines.1.price`, `machines.1.more`, `machines.2.name`, …, so that each
 * part is kept by itself the moment it is accepted. A removed item keeps its answers and is marked by `machines.1.gone`.
 */
export function expandGroup({ id, parts, mostItems, moreAliases }: GroupDefinition): Question[] {
  return Array.from({ length: mostItems }, (_, order) => order + 1).flatMap((number) => {
    const place = (part: string, question: Pick<Question, 'field' | 'skip' | 'alsoReads'>): Question => ({
      id: `${id}.${number}.${part}`,
      field: question.field,
      ...(question.skip !== undefined && { skip: question.skip }),
      ...(question.alsoReads && { alsoReads: question.alsoReads.map((also) => `${id}.${number}.${also}`) }),
      group: { id, number, part },
    });
    const more: Field = {
      kind: 'choice',
      options: [
        { id: YES, aliases: moreAliases.yes },
        { id: NO, aliases: moreAliases.no },
      ],
    };
    const gone: Field = {
      kind: 'choice',
      options: [
        { id: YES, aliases: ['bo', 'xoa', 'dung', 'co'] },
        { id: NO, aliases: ['khong', 'ko', 'thoi'] },
      ],
    };
    return [
      ...parts.map((part) => place(part.id, part)),
      place(GONE, { field: gone }),
      ...(number < mostItems ? [place(MORE, { field: more })] : []),
    ];
  });
}

/** Whether a part is asked: its item exists, and was not removed. After a removed item there may still be more. */
export function isPartAsked({ id, number, part }: GroupPlace, answers: Answers): boolean {
  if (number > 1 && answers[partId({ id, number: number - 1, part: MORE })] !== YES) return false;
  return part === MORE || !isGone({ id, number }, answers);
}

function isGone({ id, number }: Pick<GroupPlace, 'id' | 'number'>, answers: Answers): boolean {
  return answers[partId({ id, number, part: GONE })] === YES;
}

export function partId({ id, number, part }: GroupPlace): string {
  return `${id}.${number}.${part}`;
}

/** The parts of an item that hold its answers. */
export function isContent({ part }: GroupPlace): boolean {
  return part !== MORE && part !== GONE;
}

/** An item with at least one answer that was not removed, and its questions. */
export type GroupItem = { id: string; number: number; questions: Question[] };

/** The items of a group that were begun, in order. */
export function listItemsOf(form: FormDefinition, groupId: string, answers: Answers): GroupItem[] {
  const items = new Map<number, Question[]>();
  for (const question of form.questions) {
    const { group } = question;
    if (group?.id !== groupId || !isContent(group) || !isPartAsked(group, answers)) continue;
    items.set(group.number, [...(items.get(group.number) ?? []), question]);
  }
  return [...items]
    .filter(([, questions]) => questions.some(({ id }) => answers[id] !== undefined))
    .map(([number, questions]) => ({ id: `${groupId}.${number}`, number, questions }));
}

/** What is put off with a question: of an item that is not begun all its parts, since nobody can tell the price of what has no name. */
export function listPutOff(form: FormDefinition, { id, group }: Question, answers: Answers): string[] {
  if (group === undefined) return [id];
  const parts = form.questions.filter((each) => each.group?.id === group.id && each.group.number === group.number);
  const isBegun = parts.some((part) => answers[part.id] !== undefined);
  return isBegun ? [id] : parts.map((part) => part.id);
}

/** The question by which a further item is begun, when the last one that exists was not followed by one yet. */
export function findMoreQuestion(form: FormDefinition, groupId: string, answers: Answers): Question | undefined {
  return form.questions.find(
    ({ id, group }) =>
      group?.id === groupId && group.part === MORE && isPartAsked(group, answers) && answers[id] !== YES,
  );
}

/**
 * At the first part of an item that is not begun: the question "one more?" that led here, which may be taken back
 * ("no more after all").
 */
export function findEarlierMore(
  { form, answers, isOpen = () => true }: Filling,
  { id, group }: Question,
): Question | undefined {
  if (group === undefined || group.number === 1 || answers[id] !== undefined) return undefined;
  const first = form.questions.find((each) => each.group?.id === group.id && each.group.number === group.number);
  const earlier = partId({ id: group.id, number: group.number - 1, part: MORE });
  return first?.id === id && isOpen(earlier) ? form.questions.find((each) => each.id === earlier) : undefined;
}
