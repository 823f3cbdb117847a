import { foldPhrase } from '../../text/fold.ts';
import type { ChoiceOption } from '../form.ts';
import type { Saying } from '../saying.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';

/** Parts of a label shorter than this mean nothing by themselves. */
const SHORTEST_PART = 3;

/** An option by its number, its id, its label or a part of it, or a word by which people mean it; with or without marks. */
export function readChoiceField(
  text: string,
  {
    options,
    labelOf,
    say,
  }: { options: readonly ChoiceOption[]; labelOf: (id: string) => Saying; say: FormTools['say'] },
): FieldReading {
  const typed = foldPhrase(text.normalize('NFKC'));
  const number = /^(?:(?:so|chon|muc|cau) )*(\d{1,2})(?: (?:a|nhe))?$/.exec(typed)?.[1];
  const byNumber = number === undefined ? undefined : options[Number(number) - 1];
  if (byNumber !== undefined) return { kind: 'value', value: byNumber.id };
  if (typed === '' || number !== undefined) return unread('choice');

  const labelled = options.map((option) => ({ ...option, label: foldPhrase(say(labelOf(option.id))) }));
  const exact = labelled.find(({ id, label, aliases }) => [foldPhrase(id), label, ...aliases].includes(typed));
  if (exact !== undefined) return { kind: 'value', value: exact.id };
  const said = labelled.filter(({ label, aliases }) => [label, ...aliases].some((phrase) => hasPhrase(typed, phrase)));
  const parts = typed.length < SHORTEST_PART ? [] : labelled.filter(({ label }) => hasPhrase(label, typed));
  const matches = said.length > 0 ? said : parts;
  const [only, another] = matches;
  if (only === undefined) return unread('choice');
  if (another === undefined) return { kind: 'value', value: only.id };
  return {
    kind: 'choose',
    about: { key: 'register:choose.option' },
    options: matches.map(({ id }) => ({ value: id, label: labelOf(id) })),
  };
}

function hasPhrase(text: string, phrase: string): boolean {
  return phrase !== '' && ` ${text} `.includes(` ${phrase} `);
}
