import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces(), say: (saying: Saying) => say(wordsFor('vi'), 'vi', saying) };
const { form } = supportRequest;
const begun = (kept: Answers = {}) => fillIn(form, kept, { tools });

const known: Answers = { need: 'machinery', product: 'miến', commune: placeOf() };

describe('at the review', () => {
  const atReview = () =>
    begun({
      ...known,
      establishment: 'Hà',
      'legal-form': 'cooperative',
      'contact-name': 'Lan',
      phone: '0900000001',
      price: { isSkipped: true },
    });

  it.each(['đúng rồi gửi đi em', 'dung het roi, gui giup anh', 'ok gửi cho em nhé', 'xong rồi nộp luôn'])(
    '"%s" sends',
    (text) => {
      expect(atReview().type(text).isSubmitted).toBe(true);
    },
  );

  it.each(['đừng gửi', 'dung gui', 'chưa gửi vội', 'khoan gửi'])('"%s" does not', (text) => {
    expect(atReview().type(text).isSubmitted).toBe(false);
  });

  it('the very words of a choice change it', () => {
    const person = atReview();
    expect(person.at()).toBe('review');
    person.type('hộ kinh doanh');
    expect(person.answers()['legal-form']).toBe('business-household');
    expect(person.at()).toBe('review');
  });
});

function placeOf() {
  return {
    communeCode: '01',
    commune: 'Xã Côn Minh',
    provinceCode: '19',
    province: 'Tỉnh Thái Nguyên',
    legacyAddressText: 'Côn Minh',
  };
}
