import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { fillIn, keysOf, optionsOf } from './fill-in.ts';

const club: FormDefinition = {
  id: 'club',
  version: 1,
  order: 'any',
  questions: [
    {
      id: 'days',
      field: {
        kind: 'choices',
        options: [
          { id: 'monday', aliases: ['thu hai'] },
          { id: 'friday', aliases: ['thu sau'] },
          { id: 'sunday', aliases: ['chu nhat', 'cuoi tuan'] },
        ],
      },
    },
    { id: 'coach', field: { kind: 'name', of: 'person' }, askIf: { questionId: 'days', isOneOf: ['friday'] } },
    { id: 'phone', field: { kind: 'phone' } },
  ],
};
const atDays = () => {
  const person = fillIn(club);
  person.tap('days', '.edit');
  return person;
};
const chosen = (...optionIds: string[]) => [{ questionId: 'days', value: { optionIds } }];

describe('several choices at once', () => {
  it.each([
    ['1,3', ['monday', 'sunday']],
    ['1, 2 và 3', ['monday', 'friday', 'sunday']],
    ['3 1', ['monday', 'sunday']],
    ['1-3', ['monday', 'friday', 'sunday']],
    ['thu hai voi chu nhat', ['monday', 'sunday']],
    ['tất cả', ['monday', 'friday', 'sunday']],
    ['cuối tuần ạ', ['sunday']],
  ])('"%s" is taken in one message, and the next question is asked', (text, optionIds) => {
    const step = atDays().type(text);
    expect(step.changes).toMatchObject(chosen(...optionIds));
    expect(step.state.at).not.toBe('days');
  });

  it('tapped, what follows is the answer to what comes next without any "xong"; "cả … nữa" is one more', () => {
    const person = atDays();
    person.tap('days', 'friday');
    expect(person.type('cả chủ nhật nữa').changes).toMatchObject(chosen('friday', 'sunday'));
    const again = atDays();
    again.tap('days', 'friday');
    again.type('Nguyễn Thị Hoa');
    expect(again.answers()).toMatchObject({ days: { optionIds: ['friday'] }, coach: 'Nguyễn Thị Hoa' });
    expect(again.at()).toBe('phone');
  });

  it('tapped one after the other each is kept at once, keeps its number, and "xong" goes on', () => {
    const person = atDays();
    expect(person.tap('days', 'sunday')).toMatchObject({ changes: chosen('sunday'), state: { at: 'days' } });
    expect(optionsOf(person.last())).toEqual(['monday', 'friday', 'sunday', '.enough']);
    expect(person.tap('days', 'monday').changes).toMatchObject(chosen('monday', 'sunday'));
    expect(person.tap('days', 'monday').changes).toEqual([]);
    expect(person.type('xong').state.at).toBe('phone');
  });

  it('open the questions that hold for one of them', () => {
    const person = atDays();
    expect(person.type('1,2').state.at).toBe('coach');
  });

  it.each(['4', '1,9', 'thứ tám'])('"%s" is none of them', (text) => {
    expect(keysOf(atDays().type(text))).toEqual(['register:problem.choices']);
  });
});

describe('an answer that fits another question', () => {
  it('is taken there, and what was asked is asked again', () => {
    const person = atDays();
    const step = person.type('0900000001');
    expect(step.changes).toMatchObject([{ questionId: 'phone', value: '0900000001' }]);
    expect(step.state).toMatchObject({ at: 'days', misses: 0 });
  });

  it('"xong" at a question for a name is no name: it leads back to the card', () => {
    const person = atDays();
    person.type('2');
    expect(person.at()).toBe('coach');
    expect(person.type('xong rồi')).toMatchObject({ changes: [], state: { at: 'review' } });
  });
});
