import { describe, expect, it } from 'vitest';
import type { FormTools } from '../../../core/forms/fields/field-reading.ts';
import { saysNever } from '../../../core/forms/fields/not-known.ts';
import { looksLikeQuestion } from '../../../core/forms/looks-like-question.ts';
import { saysAnotherTime, saysWait } from '../../../core/forms/speaks-to-form.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { fillIn, keysOf } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools: FormTools = { ...clubTools, say: (saying) => say(wordsFor('vi'), 'vi', saying) };

const NEVER = ['chưa bao giờ', 'chưa lần nào', 'chưa từng', 'dạ chưa lần nào ạ', 'em chưa được hỗ trợ bao giờ'];
const LATER = ['chưa chụp, mai gửi', 'mai chụp', 'chưa chụp ảnh', 'để hỏi con đã', 'chưa kịp hỏi', 'mai em gửi ảnh'];
const NOT_KNOWN = ['chưa tính', 'chưa biết bao nhiêu', 'chưa tính toán gì'];
const ALL = [...NEVER, ...LATER, ...NOT_KNOWN].flatMap((text) => [text, fold(text)]);

const ITEMS = PROGRAMMES.flatMap(({ id, details }) =>
  (details?.questions ?? [])
    .filter(({ askIf, group }) => askIf === undefined && group === undefined)
    .map((question) => ({ programme: id, details, question })),
);

describe('"chưa lần nào", "mai chụp", "để hỏi con đã"', () => {
  it.each([...NEVER, ...LATER])('"%s" asks nothing', (text) => {
    for (const typed of [text, fold(text)]) expect(looksLikeQuestion(typed), typed).toBe(false);
  });

  it.each(ITEMS.map(({ programme, question }) => [programme, question.id] as const))(
    'at an item of %s answer it or leave it for later, said so, and tell nothing of another: %s',
    (programme, id) => {
      const form = PROGRAMMES.find((each) => each.id === programme)?.details;
      for (const text of ALL) {
        const person = fillIn(form, {}, { tools });
        person.tap(id, '.edit');
        const step = person.type(text);
        const kept = step.changes.map(({ questionId }) => questionId);
        expect(kept, text).toEqual(kept.length === 0 ? [] : [id]);
        if (kept.length === 0) expect(keysOf(step), text).toEqual(['register:putOff']);
        expect(person.at(), text).not.toBe(id);
      }
    },
  );

  it.each(NEVER)('"%s" answers whether there was support before', (text) => {
    for (const typed of [text, fold(text)]) {
      const person = fillIn(PROGRAMMES.find(({ id }) => id === 'trademark')?.details, {}, { tools });
      person.tap('earlier-support', '.edit');
      person.type(typed);
      expect(person.answers(), typed).toMatchObject({ 'earlier-support': 'no' });
    }
  });

  it.each(['đã bao giờ được hỗ trợ chưa', 'bao giờ có tiền', 'khi nào có đợt'])(
    'is another thing than a question: "%s"',
    (text) => {
      expect(saysNever(text)).toBe(false);
      expect(looksLikeQuestion(text)).toBe(true);
    },
  );

  it.each(['đợi tí', 'khoan đã', 'chưa đăng ký', 'mai', 'ảnh chụp', 'chưa có'])('is another thing than "%s"', (text) =>
    expect(saysWait(text) && saysAnotherTime(text)).toBe(false),
  );
});
