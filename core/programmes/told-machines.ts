import { type PricedThing, readPricedMachines } from '../forms/fields/listed-sums.ts';
import { MORE, MOST_TOLD_EARLY, partId, YES } from '../forms/group.ts';
import { saysFurther } from '../forms/says-further.ts';
import type { Answers } from '../forms/values.ts';
import { fold, foldPhrase } from '../text/fold.ts';
import { readSaidMachine, type SaidMachine, splitState } from './said-machine.ts';

/** What was told before: the answers, and the words of the wish. */
type Told = {
  known: Answers;
  wish: string | undefined;
  /** It comes to what was told before. */
  isFurther?: boolean;
};

/** The same as answers of the details: only where more is told than a name, since power and make are asked with that. */
export function machineAnswers(text: string, { hasPrice }: { hasPrice: boolean }): Answers {
  const machines = readListedMachines(text);
  const listed = machines.length > 1 ? listAnswers(machines, {}) : {};
  if (Object.keys(listed).length > 0) return listed;
  const machine = readSaidMachine(text);
  if (machine === undefined || (machine.state === undefined && !hasPrice)) return {};
  return {
    ...(machine.name !== undefined && { 'machines.1.name': machine.name }),
    ...(machine.state !== undefined && { 'machines.1.state': machine.state }),
  };
}

/** "Máy hút 90tr, máy gói 60tr", "máy thái 40tr", "350tr, thêm máy thái 50tr nữa", where a sum was asked: what is bought, if all of it has a name. */
export function pricedMachines(text: string, { known, wish, isFurther = saysFurther(text) }: Told): Answers {
  const [first, ...others] = readListedMachines(text);
  if (first === undefined) return {};
  // One alone is the one that is known, by whatever name, unless it is said to be another: "thêm máy thái 40tr nữa".
  if (others.length === 0 && known[idOf(1, 'name')] !== undefined && !isFurther) return {};
  // "Máy thái 40tr" beside the dryer of the wish, which has no line of its own yet.
  const wished =
    isFurther && known[idOf(1, 'name')] === undefined && wish !== undefined ? readSaidMachine(wish) : undefined;
  if (first.name !== undefined && wished?.name !== undefined && fold(wished.name) !== fold(first.name))
    return listAnswers([wished, first, ...others], known);
  const isKnown = first.name !== undefined || known[idOf(1, 'name')] !== undefined;
  const name = isKnown || wish === undefined ? first.name : readSaidMachine(wish)?.name;
  return listAnswers([{ ...first, ...(name !== undefined && { name }) }, ...others], known);
}

type ListedMachine = SaidMachine & Partial<Pick<PricedThing, 'minVnd' | 'maxVnd'>>;

/** "Máy hút 90tr, máy gói cũ 60tr": each with its sum, by its name where it was said. */
function readListedMachines(text: string): ListedMachine[] {
  const { things = [] } = readPricedMachines(text) ?? {};
  return things.map(({ name, ...price }) => ({ ...(name !== undefined && splitState(name)), ...price }));
}

/**
 * "Thêm máy thái nữa", where a sum was asked and none is told: one more, beside that of the wish or those that are known. Nothing
 * where the first has no name.
 */
export function furtherMachine(text: string, { known, wish }: Told): Answers {
  const alone = readMachineAlone(text);
  if (alone !== undefined) return known[idOf(1, 'name')] === undefined ? listAnswers([alone], known) : {};
  if (/\d/.test(text) || !saysFurther(text)) return {};
  const at = /(?<!\p{L})(?:máy|may|lò|lo|nồi|noi|dây chuyền|day chuyen|thiết bị|thiet bi|tủ|tu)(?!\p{L})/iu.exec(
    text,
  )?.index;
  const said = at === undefined ? undefined : readSaidMachine(`mua ${text.slice(at).replace(BEHIND, '')}`);
  if (said?.name === undefined) return {};
  const first = known[idOf(1, 'name')] === undefined ? (wish === undefined ? undefined : readSaidMachine(wish)) : {};
  if (first === undefined || (known[idOf(1, 'name')] === undefined && first.name === undefined)) return {};
  return listAnswers(first.name === undefined ? [said] : [first, said], known);
}

const BEHIND = /(?:\s+(?:nữa|nua|nhé|nhe|ạ|luôn|luon|em|với|voi))+[\s.!]*$/iu;

/** "Máy xay bột", and nothing else. */
function readMachineAlone(text: string): SaidMachine | undefined {
  const typed = foldPhrase(text);
  if (/\d/.test(text) || !ALONE.test(typed) || saysFurther(text)) return undefined;
  const said = readSaidMachine(`mua ${text.trim().replace(LEAD, '')}`);
  return said?.name?.includes(' ') ? said : undefined;
}

const LEAD = /^(?:(?:dạ|da|là|la|em|cái|cai|con|mua|cần|can) )+/iu;
const ALONE =
  /^(?:(?:da|la|em|cai|con|mua|can) )*(?:may|lo (?=say|hap|nuong)|noi (?=hoi|nau|hap|chung)|tu (?=say|dong|cap|mat|hap)|day chuyen)(?: \S+){1,5}$/;

/** Beside those that are known already: one of the same name is that one, the others follow. A first one without a name is that of the wish. */
function listAnswers(listed: readonly ListedMachine[], known: Answers): Answers {
  const names: string[] = [];
  for (let number = 1; typeof known[idOf(number, 'name')] === 'string'; number += 1) {
    names.push(String(known[idOf(number, 'name')]));
  }
  const answers: Record<string, Answers[string]> = {};
  for (const { name, state, minVnd, maxVnd } of listed) {
    // What has no name is the one that is known.
    if (name === undefined && names.length !== 1) return {};
    const earlier = name === undefined ? 0 : names.findIndex((each) => fold(each) === fold(name));
    const number = earlier === -1 ? names.push(name ?? '') : earlier + 1;
    if (number > MOST_TOLD_EARLY) break;
    if (number > 1) answers[idOf(number - 1, MORE)] = YES;
    if (name !== undefined) answers[idOf(number, 'name')] = name;
    if (minVnd !== undefined && maxVnd !== undefined) answers[idOf(number, 'price')] = { minVnd, maxVnd };
    if (state !== undefined) answers[idOf(number, 'state')] = state;
  }
  return answers;
}

function idOf(number: number, part: string): string {
  return partId({ id: 'machines', number, part });
}
