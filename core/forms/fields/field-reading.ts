import type { Places } from '../../places/places.ts';
import type { Saying } from '../saying.ts';
import type { AnswerValue } from '../values.ts';

/** What a field makes of a text. At most one question back: confirm this one, or choose among these. */
export type FieldReading =
  | { kind: 'value'; value: AnswerValue }
  | { kind: 'confirm'; value: AnswerValue; about: Saying }
  | { kind: 'choose'; options: { value: AnswerValue; label: Saying }[]; about: Saying }
  | { kind: 'unread'; problem: Saying };

/** What reading needs from outside: the places, and the words of options, since the core has none. */
export type FormTools = {
  places: Places;
  /** Where most people of this centre live: preferred among places of one name. */
  nearProvinceCode: string | undefined;
  say: (saying: Saying) => string;
};

export function unread(problem: string): FieldReading {
  return { kind: 'unread', problem: { key: `register:problem.${problem}` } };
}
