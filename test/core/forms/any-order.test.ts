import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import { listItems } from '../../../core/forms/list-items.ts';
import { fillIn, keysOf, optionsOf } from './fill-in.ts';

/** Joining a club, in whatever order one has the papers at hand. */
const club: FormDefinition = {
  id: 'club',
  version: 1,
  order: 'any',
  questions: [
    { id: 'phone', field: { kind: 'phone' } },
    { id: 'people', field: { kind: 'count', plausible: { min: 1, max: 10 } } },
    {
      id: 'fee',
      field: { kind: 'money', plausibleVnd: { min: 100_000, max: 50_000_000 } },
      skip: { phrases: ['chua ro'] },
    },
    { id: 'racket', field: { kind: 'photos' }, skip: { phrases: ['chua co'] } },
  ],
};

const ids = club.questions.map(({ id }) => id);
const pickable = (person: ReturnType<typeof fillIn>) => person.last().ask.choices.map(({ questionId }) => questionId);

describe('a form in any order', () => {
  it('opens with its card: every item, and the way out', () => {
    const person = fillIn(club);
    expect(person.at()).toBe(REVIEW);
    expect(pickable(person)).toEqual([...ids, REVIEW]);
    expect(optionsOf(person.last()).at(-1)).toBe('.done');
    expect(person.last().ask.choices[0]?.label).toMatchObject({ values: { answer: { key: 'register:card.missing' } } });
  });

  it('asks what is picked, by button, number or name, and after it the next open one', () => {
    expect(fillIn(club).tap('fee', '.edit').state.at).toBe('fee');
    expect(fillIn(club).type('3').state.at).toBe('fee');
    const person = fillIn(club);
    expect(person.type('số điện thoại').state.at).toBe('phone');
    expect(person.type('0900000001')).toMatchObject({ changes: [{ questionId: 'phone' }], state: { at: 'people' } });
    expect(person.type('5').state.at).toBe('fee');
  });

  it('picked from its end it goes on with what stands before', () => {
    const person = fillIn(club);
    person.tap('racket', '.edit');
    expect(person.type('chưa có').state.at).toBe('phone');
  });

  it('what is put off is not asked again by itself until the card was seen', () => {
    const person = fillIn(club);
    person.tap('phone', '.edit');
    expect(person.tap('phone', '.later')).toMatchObject({ changes: [], state: { at: 'people', later: ['phone'] } });
    expect(person.type('để sau nhé').state.at).toBe('fee');
    expect(person.type('500 nghìn').state.at).toBe('racket');
    expect(person.tap('racket', '.later').state).toEqual({ at: REVIEW, misses: 0, serial: 0, isEditing: false });
    expect(person.tap('people', '.edit').state.at).toBe('people');
    expect(person.type('3').state.at).toBe('racket');
  });

  it('where a small number is the answer no choice takes its place', () => {
    const person = fillIn(club);
    person.tap('people', '.edit');
    expect(person.last().ask.choices).toEqual([]);
    expect(person.type('2').changes).toMatchObject([{ value: { minCount: 2, maxCount: 2 } }]);
  });

  it('"quay lại" leads to the card, and from the card out of it', () => {
    const person = fillIn(club);
    person.tap('fee', '.edit');
    expect(person.back()).toMatchObject({ state: { at: REVIEW }, isDone: false });
    expect(person.back()).toMatchObject({ state: { at: REVIEW }, isDone: true });
  });

  it('a question back is left first', () => {
    const person = fillIn(club);
    person.tap('people', '.edit');
    expect(person.type('300').state.pending).toBeDefined();
    expect(person.back()).toMatchObject({ state: { at: 'people' } });
    expect(person.last().state.pending).toBeUndefined();
  });

  it('nothing is sent: done is done whenever the person wishes, complete or not', () => {
    const person = fillIn(club);
    expect(person.tap(REVIEW, '.done')).toMatchObject({ isDone: true, isSubmitted: false, changes: [] });
    for (const text of ['xong', 'thoi de sau', 'de mai lam']) {
      expect(person.type(text)).toMatchObject({ isDone: true, changes: [] });
    }
    expect(person.tap(REVIEW, '.submit')).toMatchObject({ isDone: false, isSubmitted: false });
  });

  it('what was answered is offered to stay, and a change goes on to what is open', () => {
    const person = fillIn(club, { phone: '0900000001' });
    person.tap('phone', '.edit');
    expect(optionsOf(person.last())).toEqual(['.keep']);
    expect(person.type('giữ nguyên')).toMatchObject({ changes: [], state: { at: 'people' } });
    person.tap('phone', '.edit');
    expect(person.type('0900000002')).toMatchObject({ changes: [{ value: '0900000002' }], state: { at: 'people' } });
  });

  it('tells of each item whether it is there', () => {
    const items = listItems({ form: club, answers: { phone: '0900000001', fee: { isSkipped: true } } });
    expect(items.map(({ id, isMissing }) => [id, isMissing])).toEqual([
      ['phone', false],
      ['people', true],
      ['fee', false],
      ['racket', true],
    ]);
  });
});

describe('photos', () => {
  const person = () => {
    const each = fillIn(club);
    each.tap('racket', '.edit');
    return each;
  };

  it('are kept as they come, added to those that are there, and ended by "xong"', () => {
    const sender = person();
    expect(sender.photos('a')).toMatchObject({ changes: [{ value: { fileIds: ['a'] } }], state: { at: 'racket' } });
    expect(sender.photos('b', 'a').changes).toMatchObject([{ value: { fileIds: ['a', 'b'] } }]);
    expect(optionsOf(sender.last())).toEqual(['.enough']);
    expect(sender.type('xong rồi ạ')).toMatchObject({ changes: [], state: { at: 'phone' } });
    sender.tap('racket', '.edit');
    expect(sender.photos('c').changes).toMatchObject([{ value: { fileIds: ['a', 'b', 'c'] } }]);
  });

  it('that are there are not thrown away by "chưa có", typed or tapped', () => {
    const sender = person();
    sender.photos('a');
    expect(sender.type('chưa có').changes).toEqual([]);
    expect(sender.tap('racket', '.skip').changes).toEqual([]);
    expect(sender.answers().racket).toEqual({ fileIds: ['a'] });
  });

  it('"xong" without any is no answer; "chưa có" is one', () => {
    const sender = person();
    expect(keysOf(sender.type('xong'))).toEqual(['register:problem.photos']);
    expect(sender.type('chua co').changes).toMatchObject([{ value: { isSkipped: true }, raw: 'chua co' }]);
  });

  it('sent at another question change nothing, and it is said where they belong', () => {
    const sender = fillIn(club);
    sender.tap('phone', '.edit');
    expect(sender.photos('a')).toMatchObject({ changes: [], state: { at: 'phone' } });
    expect(keysOf(sender.last())).toEqual(['register:photosElsewhere']);
  });
});

describe('what is locked', () => {
  const isOpen = (id: string) => id === 'fee' || id === 'racket';
  const kept = { phone: '0900000001', people: { minCount: 2, maxCount: 2 }, fee: { isSkipped: true } as const };

  it('stands not on the card, and cannot be opened or changed by an old button', () => {
    const person = fillIn(club, kept, { isOpen });
    expect(pickable(person)).toEqual(['fee', 'racket', REVIEW]);
    expect(person.last().ask.text).toEqual({ key: 'register:card.someOpen' });
    expect(person.tap('phone', '.edit')).toMatchObject({ changes: [], state: { at: REVIEW } });
    expect(keysOf(person.last())).toEqual(['register:locked']);
    expect(person.tap('people', '.skip').changes).toEqual([]);
  });

  it('is not asked after an answer, though it has none', () => {
    const person = fillIn(club, {}, { isOpen });
    person.tap('fee', '.edit');
    expect(person.type('500k').state.at).toBe('racket');
    expect(person.type('chưa có').state.at).toBe(REVIEW);
    expect(person.last().ask.choices.at(-1)?.label).toEqual({ key: 'register:card.done' });
  });

  it('while somebody stood at it, the card is shown', () => {
    const state = { at: 'phone', misses: 0, serial: 0, isEditing: false };
    const person = fillIn({ ...club }, kept, { isOpen: () => false });
    expect(person.last().ask.text).toEqual({ key: 'register:card.nothingOpen' });
    const other = fillIn(club, kept, { isOpen, state });
    expect(other.type('0900000002')).toMatchObject({ changes: [], state: { at: REVIEW } });
  });
});
