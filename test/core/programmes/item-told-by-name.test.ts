import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from '../forms/fill-in.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const form = findProgramme('advanced-equipment')?.details;
if (form === undefined) throw new Error('The programme has details.');
const details = form;
const tools = { ...clubTools, say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const start = () => fillIn(details, {}, { tools });

describe('an item told by its own name while another is asked', () => {
  it.each([
    ['ngành chế biến', { sector: 'food' }],
    ['nganh che bien', { sector: 'food' }],
    ['chưa được hỗ trợ lần nào', { 'earlier-support': 'no' }],
    ['chua dc ho tro lan nao', { 'earlier-support': 'no' }],
    ['chưa có giấy đăng ký', { certificate: { isSkipped: true } }],
    ['vốn có 150tr', { 'own-capital': { minVnd: 150_000_000 } }],
  ])('"%s" at the representative is no name, at the card it is the same', (text, answers) => {
    const atName = start();
    atName.tap('representative', '.edit');
    atName.type(text);
    expect(atName.answers()).toMatchObject(answers);
    expect(atName.answers().representative).toBeUndefined();
    expect(atName.at()).toBe('representative');
    const atCard = start();
    atCard.type(text);
    expect(atCard.answers()).toMatchObject(answers);
  });

  it('"chưa có báo giá" at a price is that price’s, and no photo’s', () => {
    const person = start();
    person.tap('machines', '.edit');
    for (const text of ['Máy sấy', 'mới', 'chưa có báo giá']) person.type(text);
    expect(person.answers()['machines.1.price']).toEqual({ isSkipped: true });
    expect(person.answers().quotation).toBeUndefined();
  });
});
