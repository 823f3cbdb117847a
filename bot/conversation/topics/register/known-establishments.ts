import { findQuestion } from '../../../../core/forms/form.ts';
import { answerWords } from '../../../../core/forms/form-words.ts';
import { inSentence } from '../../../../core/forms/saying.ts';
import { type Answers, fittingAnswers, skippedValue } from '../../../../core/forms/values.ts';
import { establishmentName, OF_OWNER } from '../../../../core/programmes/establishment.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { type Establishment, listEstablishments } from '../../../../records/establishments.ts';
import type { Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';

/** An establishment that a person acts for, with those of its answers that still fit, and what it may be called. */
export type KnownEstablishment = Establishment & { values: Answers; name: string; names: string[] };

/** Those of which enough is known to begin a request with, the one used last first. */
export async function listKnown(turn: Turn): Promise<KnownEstablishment[]> {
  const establishments = await listEstablishments(turn.tx, turn.person.id);
  return establishments.flatMap((each) => {
    const values = valuesOf(each);
    if (values.commune === undefined && values.establishment === undefined) return [];
    const name = toolsOf(turn).say(establishmentName(values));
    const owner = OF_OWNER.flatMap((id) => (typeof values[id] === 'string' ? [values[id]] : []));
    return [{ ...each, values, name, names: [name, ...owner] }];
  });
}

function valuesOf({ answers }: Establishment): Answers {
  const kept = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
  return fittingAnswers(supportRequest.form, kept);
}

/** Who it is, and how it is reached: two short lines. */
export function describeKnown(turn: Turn, { name, values }: KnownEstablishment): string[] {
  const { t } = turn.words;
  const told = (id: string): string => {
    const question = findQuestion(supportRequest.form, id);
    const value = values[id];
    if (question === undefined || value === undefined || skippedValue.safeParse(value).success) return '–';
    return toolsOf(turn).say(answerWords(supportRequest.form, question, value));
  };
  const [form, place] = [inSentence(told('legal-form')), inSentence(told('commune'))];
  const isNamed = values['legal-form'] !== undefined;
  // "Cơ sở ở xã Tân Cương" begins the sentence here.
  const first = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    isNamed
      ? t('establishment:known.who', { name: first, form, place })
      : t('establishment:known.whoOnly', { name: first, place }),
    t('establishment:known.contact', {
      product: inSentence(told('product')),
      contact: told('contact-name'),
      phone: told('phone'),
    }),
  ];
}
