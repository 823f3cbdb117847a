import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import { expandGroup, listItemsOf } from '../../../core/forms/group.ts';
import { listItems } from '../../../core/forms/list-items.ts';
import { fillIn, keysOf, optionsOf } from './fill-in.ts';

/** Children whom somebody brings to the club. */
const children = expandGroup({
  id: 'children',
  mostItems: 3,
  parts: [
    { id: 'name', field: { kind: 'text', maxLength: 40 } },
    {
      id: 'fee',
      field: { kind: 'money', plausibleVnd: { min: 1, max: 1_000_000_000 } },
      skip: { phrases: ['chua ro'] },
    },
  ],
  moreAliases: { yes: ['con'], no: ['het'] },
});
const form: FormDefinition = {
  id: 'club',
  version: 1,
  order: 'any',
  questions: [...children, { id: 'phone', field: { kind: 'phone' } }],
};

/** Somebody with two children written down. */
function withTwo() {
  const person = fillIn(form);
  person.tap('children', '.edit');
  for (const text of ['Lan', '200 nghìn', 'còn', 'Mai', 'chưa rõ', 'hết']) person.type(text);
  return person;
}

describe('a repeated group', () => {
  it('is asked part by part, each kept at once, until there is no more', () => {
    const person = fillIn(form);
    expect(person.tap('children', '.edit').state.at).toBe('children.1.name');
    expect(person.type('Lan')).toMatchObject({
      changes: [{ questionId: 'children.1.name' }],
      state: { at: 'children.1.fee' },
    });
    expect(person.type('200 nghìn').state.at).toBe('children.1.more');
    expect(person.type('còn').state.at).toBe('children.2.name');
    person.type('Mai');
    expect(person.type('chưa rõ').state.at).toBe('children.2.more');
    expect(person.tap('children.2.more', 'no').state.at).toBe('phone');
    expect(Object.keys(person.answers())).toHaveLength(6);
  });

  it('takes a bare sum at "one more?" for the item just named: at once where it has none, asked back where it has another', () => {
    const person = fillIn(form);
    person.tap('children', '.edit');
    for (const text of ['Lan', 'chưa rõ']) person.type(text);
    expect(person.at()).toBe('children.1.more');
    expect(person.type('200 nghìn').changes).toMatchObject([{ questionId: 'children.1.fee' }]);
    expect(person.at()).toBe('children.1.more');
    expect(person.type('200 nghìn').changes).toEqual([]);
    expect(person.type('300 nghìn').state.pending).toMatchObject({ kind: 'confirm' });
    expect(person.answers()['children.1.fee']).toMatchObject({ minVnd: 200_000 });
    person.type('đúng');
    expect(person.answers()['children.1.fee']).toMatchObject({ minVnd: 300_000 });
    expect(person.at()).toBe('children.1.more');
  });

  it('takes several of one kind in one message, each with what its own words tell', () => {
    const person = fillIn(form);
    person.tap('children', '.edit');
    person.type('bé Lan, bé Mai và bé Cúc');
    expect(person.answers()).toEqual({
      ...{ 'children.1.name': 'bé Lan', 'children.1.more': 'yes' },
      ...{ 'children.2.name': 'bé Mai', 'children.2.more': 'yes', 'children.3.name': 'bé Cúc' },
    });
    expect(person.at()).toBe('children.1.fee');
  });

  it('takes the next one at "one more?", at its list, and asks back at one item; other words are none', () => {
    const person = fillIn(form);
    person.tap('children', '.edit');
    for (const text of ['bé Lan', 'chưa rõ']) person.type(text);
    person.type('trời mưa');
    expect(person.answers()['children.1.more']).toBeUndefined();
    person.type('còn bé Mai nữa');
    expect(person.answers()).toMatchObject({ 'children.1.more': 'yes', 'children.2.name': 'bé Mai' });
    expect(person.at()).toBe('children.2.fee');
    person.back();
    person.tap('children', '.edit');
    person.type('bé Cúc');
    expect(person.answers()['children.3.name']).toBe('bé Cúc');
    person.back();
    person.tap('children', '.edit');
    person.tap('children.1', '.edit');
    expect(person.type('bé Lan Anh').state.pending).toMatchObject({ kind: 'confirm' });
    expect(person.answers()['children.1.name']).toBe('bé Lan');
    person.type('đúng');
    expect(person.answers()['children.1.name']).toBe('bé Lan Anh');
  });

  it('is one line of the card, missing while a part of an item is', () => {
    const lineOf = (answers: Parameters<typeof listItems>[0]['answers']) => listItems({ form, answers })[0];
    expect(lineOf({})).toMatchObject({ id: 'children', answer: undefined, isMissing: true });
    expect(lineOf({ 'children.1.name': 'Lan' })).toMatchObject({ isMissing: true });
    const one = { 'children.1.name': 'Lan', 'children.1.fee': { isSkipped: true } as const };
    expect(lineOf(one)).toMatchObject({ answer: { values: { number: 1 } }, isMissing: false });
    expect(lineOf({ ...one, 'children.1.more': 'yes' })).toMatchObject({ isMissing: true });
  });

  it('shows its items, and an item its parts; any can be changed', () => {
    const person = withTwo();
    person.back();
    expect(person.tap('children', '.edit').state.at).toBe('children');
    expect(person.last().ask.choices.map(({ questionId }) => questionId)).toEqual([
      'children.1',
      'children.2',
      'children',
      REVIEW,
    ]);
    expect(person.type('2').state.at).toBe('children.2');
    expect(person.tap('children.2.fee', '.edit').state.at).toBe('children.2.fee');
    expect(person.type('1 triệu').changes).toMatchObject([
      { questionId: 'children.2.fee', value: { minVnd: 1_000_000 } },
    ]);
  });

  it('takes a further item later, up to the most', () => {
    const person = withTwo();
    person.tap('children', '.edit');
    expect(person.tap('children', '.add')).toMatchObject({
      changes: [{ questionId: 'children.2.more', value: 'yes' }],
      state: { at: 'children.3.name' },
    });
    person.type('Cúc');
    expect(person.type('1tr').state.at).toBe('phone');
    person.tap('children', '.edit');
    expect(optionsOf(person.last())).not.toContain('.add');
    expect(person.tap('children', '.add').changes).toEqual([]);
  });

  it('"no more after all" takes back that there is one more, while it is not begun', () => {
    for (const say of ['hết', 'không']) {
      const person = fillIn(form);
      for (const text of ['1', 'Lan', '1tr', 'còn']) person.type(text);
      expect(optionsOf(person.last())).toContain('.none');
      expect(person.type(say)).toMatchObject({
        changes: [{ questionId: 'children.1.more', value: 'no' }],
        state: { at: 'phone' },
      });
    }
    const begun = withTwo();
    expect(begun.tap('children.2.name', '.none').changes).toEqual([]);
  });
});

describe('an item that is removed', () => {
  it('is asked about first; its answers stay where they are kept', () => {
    const person = withTwo();
    person.tap('children', '.edit');
    person.tap('children.1', '.edit');
    expect(person.tap('children.1.gone', '.edit')).toMatchObject({ changes: [], state: { at: 'children.1.gone' } });
    expect(person.tap('children.1.gone', 'yes')).toMatchObject({
      changes: [{ questionId: 'children.1.gone', value: 'yes' }],
      state: { at: 'children' },
    });
    expect(person.answers()['children.1.name']).toBe('Lan');
    expect(listItemsOf(form, 'children', person.answers()).map(({ number }) => number)).toEqual([2]);
    expect(person.tap('children.1.name', '.edit').state.at).toBe('children');
  });

  it('stays when the answer is no, or "quay lại"', () => {
    const person = withTwo();
    person.tap('children.1.gone', '.edit');
    expect(person.type('không')).toMatchObject({ changes: [], state: { at: 'children.1' } });
    person.tap('children.1.gone', '.edit');
    expect(person.back().state.at).toBe('children.1');
    expect(person.back().state.at).toBe('children');
    expect(person.back().state.at).toBe(REVIEW);
  });

  it('was the only one: another is asked for', () => {
    const person = fillIn(form);
    for (const text of ['1', 'Lan', '1tr', 'hết']) person.type(text);
    person.tap('children.1.gone', '.edit');
    person.tap('children.1.gone', 'yes');
    expect(person.at()).toBe(REVIEW);
    expect(listItems({ form, answers: person.answers() })[0]).toMatchObject({ answer: undefined, isMissing: true });
    expect(person.tap('children', '.edit').state.at).toBe('children.2.name');
  });

  it('is not removed while one of its answers is locked', () => {
    const { answers } = withTwo();
    const isOpen = (id: string) => answers()[id] === undefined;
    const person = fillIn(form, answers(), { isOpen });
    expect(person.tap('children', '.edit').state.at).toBe('children');
    expect(optionsOf(person.last())).toEqual(['.edit', '.edit', '.card']);
    expect(person.tap('children.1', '.edit').ask.choices.map(({ option }) => option)).toEqual(['.card']);
    expect(person.tap('children.1.gone', 'yes').changes).toEqual([]);
    expect(keysOf(person.last())).toEqual(['register:locked']);
    expect(person.tap('children.1.gone', '.edit').state.at).toBe('children.1');
  });
});
