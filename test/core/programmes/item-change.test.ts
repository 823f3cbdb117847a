import { describe, expect, it } from 'vitest';
import { REVIEW } from '../../../core/forms/form-state.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from '../forms/fill-in.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const form = findProgramme('advanced-equipment')?.details;
if (form === undefined) throw new Error('The programme has details.');
const tools = { ...clubTools, say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const TWO = {
  'machines.1.name': 'máy sấy',
  'machines.1.state': 'new',
  'machines.1.price': { minVnd: 300_000_000, maxVnd: 300_000_000 },
  'machines.1.more': 'yes',
  'machines.2.name': 'máy đóng gói',
};

describe('an item named by all words of its label, with what it becomes', () => {
  it.each([
    ['sửa tên máy 1 thành máy sấy 2 tầng', { 'machines.1.name': 'máy sấy 2 tầng' }],
    ['sua gia may 1 thanh 350tr', { 'machines.1.price': { minVnd: 350_000_000 } }],
    ['cho em đổi lại giá của máy 1 là 1 tỷ 2', { 'machines.1.price': { minVnd: 1_200_000_000 } }],
    ['đổi tên cái máy 2 sang máy hút chân không', { 'machines.2.name': 'máy hút chân không' }],
    ['sửa số người làm: 7', { workers: { minCount: 7 } }],
  ])('is changed, and nothing else: "%s"', (text, told) => {
    for (const at of [REVIEW, 'machines.2.state', 'own-capital']) {
      const person = fillIn(form, TWO, { tools });
      if (at !== REVIEW) person.tap(at, '.edit');
      const before = person.answers();
      person.type(text);
      const changed = Object.entries(person.answers()).filter(([id, value]) => before[id] !== value);
      expect(Object.fromEntries(changed), at).toMatchObject(told);
      expect(changed).toHaveLength(1);
      expect(person.at()).toBe(at);
    }
  });

  it('and locked is said to be with the officer, and stays', () => {
    const person = fillIn(form, TWO, { tools, isOpen: (id) => id !== 'machines.1.price' });
    expect(keysOf(person.type('sửa giá máy 1 thành 350tr'))).toEqual(['register:locked']);
    expect(person.answers()['machines.1.price']).toEqual(TWO['machines.1.price']);
  });
});
