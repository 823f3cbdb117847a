import { describe, expect, it } from 'vitest';
import { applicableQuestions } from '../../../core/forms/applicable-questions.ts';
import { askWords, menuAskWords } from '../../../core/forms/form-words.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { say } from '../../../locales/say.ts';
import { type Locale, wordsFor } from '../../../locales/words.ts';

/** The helper is spoken to where they are to do something: photograph, write down, tell. */
const TO_HELPER: Record<Locale, RegExp> = {
  vi: /anh\/chị (?:chụp|ghi|kể|cho biết|khai hộ|hay chủ|là ai của)/giu,
  en: /you (?:to the owner|fill this in|or the owner|know it|cannot say|have a quotation)/giu,
};
const PRODUCER: Record<Locale, RegExp> = { vi: /anh\/chị/iu, en: /\byour?s?\b/iu };
const NEEDS = PROGRAMMES.flatMap(({ form }) =>
  form.questions.flatMap(({ id, field }) =>
    id === 'need' && field.kind === 'choice' ? field.options.map((option) => option.id) : [],
  ),
);

function asked(locale: Locale, answers: Answers) {
  const words = wordsFor(locale);
  return PROGRAMMES.flatMap(({ form, details }) =>
    [form, ...(details === undefined ? [] : [{ ...details, ofOwner: form.ofOwner }])].flatMap((each) =>
      each.questions.flatMap((question) => {
        const menu = question.field.kind === 'choice' ? (question.field.menu ?? []) : [];
        const needs = question.wordedBy === undefined ? [{}] : NEEDS.map((need) => ({ need }));
        const isAsked = (need: Answers) =>
          question.wordedBy === undefined || applicableQuestions(each, { ...answers, ...need }).includes(question);
        return [
          ...needs.filter(isAsked).map((need) => askWords(each, question, { ...answers, ...need })),
          ...menu.filter(({ options }) => options.length > 1).map(({ id }) => menuAskWords(each, question, id)),
        ].map((saying) => say(words, locale, saying));
      }),
    ),
  );
}

describe('the questions to who fills a request in for another', () => {
  it.each(['vi', 'en'] as const)(
    'speak of the owner, in the request and the details of every programme, as if the helper made nothing: %s',
    (locale) => {
      const owners: Answers[] = [{}, { 'owner-name': 'bác Lan' }];
      for (const owner of owners) {
        const told = asked(locale, { 'filled-by': 'village-head', ...owner });
        expect(told.length).toBeGreaterThan(100);
        const wrong = told.filter((text) => PRODUCER[locale].test(text.replace(TO_HELPER[locale], '')));
        expect([...new Set(wrong)]).toEqual([]);
      }
    },
  );

  it('name the owner who is known', () => {
    expect(asked('vi', { 'filled-by': 'family', 'owner-name': 'bác Lan' })).toContain(
      'Cơ sở của bác Lan làm ra sản phẩm gì?',
    );
    expect(asked('vi', { 'filled-by': 'family' })).toContain('Cơ sở làm ra sản phẩm gì?');
    expect(asked('en', { 'filled-by': 'family', 'owner-name': 'Lan' })).toContain(
      'What does the establishment of Lan make?',
    );
  });

  it('stay as they are for who fills in their own, also after all', () => {
    expect(asked('vi', {})).toContain('Anh/chị làm ra sản phẩm gì?');
    expect(asked('vi', { 'filled-by': 'owner', 'owner-name': 'bác Lan' })).toEqual(asked('vi', {}));
  });
});
