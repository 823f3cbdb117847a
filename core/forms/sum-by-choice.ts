import type { FormTools } from './fields/field-reading.ts';
import { readListedSums } from './fields/listed-sums.ts';
import { readField } from './fields/read-field.ts';
import type { FormDefinition, Question } from './form.ts';
import type { MoneyValue } from './values.ts';

/**
 * "Máy sấy 400tr với làm bao bì 50tr": what each of several options of a choice costs. Nothing where a sum stands beside no
 * option, or all beside one.
 */
export function listSumsByChoice(
  { form, tools }: { form: FormDefinition; tools: FormTools },
  choice: Question,
  text: string,
): ReadonlyMap<string, MoneyValue> {
  const sums = new Map<string, MoneyValue>();
  for (const { name, minVnd, maxVnd } of readListedSums(text)?.things ?? []) {
    const reading = name === undefined ? undefined : readField(form, choice, name, tools);
    if (reading?.kind !== 'value' || typeof reading.value !== 'string') return new Map();
    const before = sums.get(reading.value) ?? { minVnd: 0, maxVnd: 0 };
    sums.set(reading.value, { minVnd: before.minVnd + minVnd, maxVnd: before.maxVnd + maxVnd });
  }
  return sums.size < 2 ? new Map() : sums;
}
