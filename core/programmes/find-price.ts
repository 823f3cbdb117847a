import { type Answers, type MoneyValue, moneyValue } from '../forms/values.ts';
import { listItemNumbers } from './eligibility/condition.ts';

/**
 * What a dossier costs: the new machines of the list, once each has its price; before that what was said in the request. That
 * also holds while the list may go on and comes to less: "350 triệu", and of a boiler "80 triệu" more, are not 80.
 */
export function findPrice(answers: Answers): MoneyValue | undefined {
  const listed = listItemNumbers('machines', answers);
  if (listed.length === 0) return moneyValue.safeParse(answers.price).data;
  const machines = listed
    .filter((number) => answers[`machines.${number}.state`] !== 'used')
    .map((number) => moneyValue.safeParse(answers[`machines.${number}.price`]).data);
  if (machines.length === 0) return undefined;
  const sum = machines.reduce((all, one) => one && all && add(all, one), { minVnd: 0, maxVnd: 0 });
  const said = moneyValue.safeParse(answers.price).data;
  const mayGoOn = answers[`machines.${listed.at(-1)}.more`] !== 'no' && machines.length === listed.length;
  if (sum === undefined || said === undefined) return sum ?? said;
  return mayGoOn && sum.maxVnd < said.maxVnd ? said : sum;
}

function add(one: MoneyValue, other: MoneyValue): MoneyValue {
  return { minVnd: one.minVnd + other.minVnd, maxVnd: one.maxVnd + other.maxVnd };
}
