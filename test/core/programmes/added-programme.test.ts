import { describe, expect, it } from 'vitest';
import { answerForm } from '../../../core/forms/answer-form.ts';
import { askForm } from '../../../core/forms/ask-form.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import { KINDS } from '../../../core/programmes/kinds.ts';
import type { ProgrammeKind } from '../../../core/programmes/programme.ts';
import { createProgrammes } from '../../../core/programmes/programmes.ts';
import { fillIn } from '../forms/fill-in.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

/** A kind of support as a file of it would state it: drying yards. */
const added: ProgrammeKind = {
  id: 'drying-yard',
  order: 2.5,
  need: { id: 'drying-yard', aliases: ['san phoi'] },
  details: {
    id: 'yard',
    version: 1,
    questions: [
      { id: 'yard-size', field: { kind: 'text', maxLength: 40 } },
      { id: 'yard-goods', field: { kind: 'choices', options: [{ id: 'noodles', aliases: ['mien'] }] } },
    ],
  },
};

/** Its words, as its file would hold them. */
const WORDS: Record<string, string> = {
  'programmes:drying-yard.request.option': 'Làm sân phơi',
  'programmes:drying-yard.request.price': 'Sân phơi hết bao nhiêu tiền?',
  'programmes:drying-yard.yard-size.ask': 'Sân rộng bao nhiêu?',
  'programmes:drying-yard.yard-goods.option.noodles': 'Miến',
};
const say = (saying: Saying): string => (typeof saying === 'string' ? saying : (WORDS[saying.key] ?? saying.key));
const tools = { ...clubTools, say };

const programmes = createProgrammes([...KINDS, added].toSorted((a, b) => a.order - b.order));
const programme = programmes.find(({ id }) => id === added.id);
if (programme?.details === undefined) throw new Error('The added programme has details.');
const { form: request, details } = programme;
const standing = (at: string) => ({ at, misses: 0, serial: 0, isEditing: false });

describe('a kind of support that is added as data', () => {
  it('stands among the others, and can be asked for by number and by its words', () => {
    expect(programmes.map(({ id }) => id).slice(0, 4)).toEqual([
      'advanced-equipment',
      'technical-demonstration-model',
      'drying-yard',
      'cleaner-production',
    ]);
    const { choices } = askForm({ form: request, answers: {} }, standing('need'));
    expect(choices.map(({ label }) => say(label))).toContain('Làm sân phơi');
    const input = { kind: 'text' as const, text: 'em can lam san phoi' };
    const step = answerForm({ form: request, answers: {}, state: standing('need'), tools, input });
    expect(step.changes).toMatchObject([{ questionId: 'need', value: 'drying-yard' }]);
  });

  it('words the request by itself', () => {
    const { text } = askForm({ form: request, answers: { need: 'drying-yard' } }, standing('price'));
    expect(text).toMatchObject({ values: { ask: { key: 'programmes:drying-yard.request.price' } } });
  });

  it('is completed in any order, in its own words', () => {
    const person = fillIn(details, {}, { tools });
    expect(say(person.tap('yard-size', '.edit').ask.text)).toBe('Sân rộng bao nhiêu?');
    person.type('100 m2');
    expect(person.type('mien').changes).toMatchObject([{ value: { optionIds: ['noodles'] } }]);
  });
});
