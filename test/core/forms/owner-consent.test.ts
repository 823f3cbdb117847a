import { describe, expect, it } from 'vitest';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { fillIn, optionsOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces() };
const asked = () => fillIn(supportRequest.form, { need: 'machinery', 'filled-by': 'family' }, { tools });

describe('how the owner agreed', () => {
  it.each([
    'có',
    'co',
    'có rồi ạ',
    'mẹ đồng ý rồi',
    'đúng rồi',
    'ok rồi',
    'vâng ạ',
    'rồi',
    'bố em ưng rồi',
    'da dong y',
  ])('is asked once more after "%s", with the ways as choices, and nothing is noted yet', (text) => {
    const form = asked();
    const { ask } = form.type(text);
    expect(ask.text).toEqual({ key: 'register:request.owner-consent.which' });
    expect(optionsOf(form.last())).toHaveLength(5);
    expect(form.answers()['owner-consent']).toBeUndefined();
    expect(form.at()).toBe('owner-consent');
  });

  it.each([
    ['đồng ý rồi, nói trực tiếp', 'in-person'],
    ['mẹ đồng ý qua điện thoại rồi', 'by-phone'],
    ['gọi điện rồi', 'by-phone'],
    ['bà con nhờ miệng rồi', 'in-person'],
    ['co giay uy quyen roi', 'on-paper'],
    ['chưa hỏi', 'not-asked'],
    ['không đồng ý', 'not-asked'],
    ['1', 'in-person'],
  ])('is what was said: "%s"', (text, way) => {
    const form = asked();
    form.type(text);
    expect(form.answers()['owner-consent']).toBe(way);
  });

  it.each(['đồng ý rồi mà', 'ok', 'không nhớ', 'rồi'])('is kept as not said when it is never told: "%s"', (text) => {
    const form = asked();
    form.type('đồng ý rồi');
    form.type(text);
    expect(form.answers()['owner-consent']).toBe('unsaid');
    expect(form.at()).toBe('owner-name');
  });

  it('is kept as not said when the owner is named instead, and the name is the owner’s', () => {
    const form = asked();
    form.type('đồng ý rồi');
    form.type('Nông Thị Mai 0900000001');
    expect(form.answers()).toMatchObject({
      ...{ 'owner-consent': 'unsaid', 'owner-name': 'Nông Thị Mai', 'owner-phone': '0900000001' },
    });
    expect(form.at()).toBe('product');
  });

  it('is told by a choice after a bare yes', () => {
    const form = asked();
    form.type('đồng ý rồi');
    form.type('2');
    expect(form.answers()['owner-consent']).toBe('by-phone');
  });

  it.each(['Không có mã số thuế', 'chua co mst', 'nha em chua co ma so thue dau'])(
    'is not told by "%s": that is of the tax code, and it is asked again',
    (text) => {
      const programme = findProgramme('advanced-equipment');
      if (programme === undefined) throw new Error('no programme');
      const form = fillIn(requestWithDetails(programme), { need: 'machinery', 'filled-by': 'family' }, { tools });
      form.type(text);
      expect(form.answers()).toMatchObject({ 'tax-code': { isSkipped: true } });
      expect(form.answers()['owner-consent']).toBeUndefined();
      expect(form.at()).toBe('owner-consent');
    },
  );

  it('"cô Lan" is no yes', () => {
    const form = asked();
    form.type('cô Lan');
    expect(form.answers()['owner-consent']).toBeUndefined();
    expect(form.last().state.pending).toBeUndefined();
  });
});
