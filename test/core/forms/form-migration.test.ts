import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { type FormMigration, migrateAnswers } from '../../../core/forms/form-migration.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import { fittingAnswers } from '../../../core/forms/values.ts';
import { fillIn } from './fill-in.ts';
import { tennisClub } from './tennis-club.ts';

/** What changed since the tennis club's first form: a name, an option, and a sum that was once only a number. */
const toSecond: FormMigration = {
  from: 1,
  questions: { racket: 'equipment' },
  options: { level: { beginner: 'novice', player: 'amateur' } },
};
const toThird: FormMigration = {
  from: 2,
  questions: { equipment: 'gear' },
  values: { fee: (value) => (typeof value === 'number' ? { minVnd: value, maxVnd: value } : value) },
};

const third: FormDefinition = {
  ...tennisClub,
  version: 3,
  migrations: [toSecond, toThird],
  questions: [
    {
      id: 'level',
      field: { kind: 'choice', options: ['novice', 'amateur', 'coach'].map((id) => ({ id, aliases: [] })) },
    },
    { id: 'gear', field: { kind: 'text', maxLength: 40 } },
    ...tennisClub.questions.filter(({ id }) => id === 'phone' || id === 'fee'),
  ],
};

/** As the records of the first version hold them. */
const keptByFirst = { level: 'player', racket: 'vợt gỗ', phone: '0900000001', fee: 500_000, home: 'Sân Đất' };

describe('answers of an earlier version', () => {
  it('are taken over: a question renamed twice, an option renamed, a value in its new shape', () => {
    expect(fittingAnswers(third, keptByFirst)).toEqual({
      level: 'amateur',
      gear: 'vợt gỗ',
      phone: '0900000001',
      fee: { minVnd: 500_000, maxVnd: 500_000 },
    });
  });

  it('so nothing is asked twice', () => {
    expect(fillIn(third, fittingAnswers(third, keptByFirst)).at()).toBe(REVIEW);
  });

  it('filled in by the first form itself, fit the third', () => {
    const person = fillIn(tennisClub);
    for (const text of ['Mới chơi', 'Sân Đất', '0900000001', '500 nghìn']) person.type(text);
    expect(fittingAnswers(third, person.answers())).toMatchObject({
      level: 'novice',
      phone: '0900000001',
      fee: { minVnd: 500_000 },
    });
    expect(fittingAnswers(third, person.answers()).gear).toBeUndefined();
  });

  it('give way to what was answered under the new id', () => {
    expect(fittingAnswers(third, { racket: 'vợt gỗ', gear: 'vợt mới' })).toEqual({ gear: 'vợt mới' });
  });

  it('are only read: what is stored stays, and what fits no more is left there', () => {
    const kept = Object.freeze({ ...keptByFirst, level: 'champion' });
    const wrapped = Object.fromEntries(Object.entries(kept).map(([id, value]) => [id, { value, raw: 'own words' }]));
    expect(fittingAnswers(third, kept)).not.toHaveProperty('level');
    expect(migrateAnswers(third, wrapped)).toMatchObject({
      level: { value: 'champion', raw: 'own words' },
      home: { value: 'Sân Đất', raw: 'own words' },
      gear: { value: 'vợt gỗ', raw: 'own words' },
    });
    expect(wrapped.racket).toEqual({ value: 'vợt gỗ', raw: 'own words' });
  });

  it('of today are not touched', () => {
    const today = { level: 'amateur', gear: 'vợt', fee: { minVnd: 1_000_000, maxVnd: 2_000_000 } };
    expect(fittingAnswers(third, today)).toEqual(today);
    expect(fittingAnswers(third, JSON.parse('{"__proto__":"x","constructor":"y"}'))).toEqual({});
  });
});
