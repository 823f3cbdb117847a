import type { Places } from '../../places/places.ts';
import type { Saying } from '../saying.ts';
import type { AnswerValue } from '../values.ts';

/** What a field makes of a text. At most one question back: confirm this one, or choose among these. */
export type FieldReading =
  /** `warning` is said beside what was noted; the value is kept all the same. */
  | { kind: 'value'; value: AnswerValue; warning?: Saying }
  /** `notice`: where it is not asked back, since something else was asked, this is said with it. */
  | { kind: 'confirm'; value: AnswerValue; about: Saying; notice?: Saying }
  | { kind: 'choose'; options: { value: AnswerValue; label: Saying }[]; about: Saying }
  | { kind: 'unread'; problem: Saying };

/** What reading needs from outside: the places, and the words of options, since the core has none. */
export type FormTools = {
  places: Places;
  /** Where most people of this centre live: preferred among places of one name. */
  nearProvinceCode: string | undefined;
  /** The day on which "tháng 3 năm sau" is said, in the office's zone. */
  today: Temporal.PlainDate;
  say: (saying: Saying) => string;
};

/** What a text surely says where something else was asked, so that it cannot be asked back; `notice` is to be said with it. */
export function surelyRead(reading: FieldReading): { value: AnswerValue; notice?: Saying } | undefined {
  if (reading.kind === 'value') return { value: reading.value, ...(reading.warning && { notice: reading.warning }) };
  if (reading.kind !== 'confirm' || reading.notice === undefined) return undefined;
  return { value: reading.value, notice: reading.notice };
}

export function unread(problem: string): FieldReading {
  return { kind: 'unread', problem: { key: `register:problem.${problem}` } };
}
