import { foldPhrase } from '../text/fold.ts';
import type { FormTools } from './fields/field-reading.ts';
import type { FormDefinition, Question } from './form.ts';
import { optionWords } from './form-words.ts';

/** The word itself, or a label: "hợp tác xã", "htx". */
export function isExactly(
  { form, tools }: { form: FormDefinition; tools: FormTools },
  question: Question,
  part: string,
): boolean {
  const { field } = question;
  if (field.kind !== 'choice' || field.menu !== undefined) return false;
  const typed = withoutPolite(foldPhrase(part));
  return field.options.some(
    ({ id, aliases }) =>
      aliases.includes(typed) ||
      foldPhrase(tools.say(optionWords(form, question, id))) === typed ||
      isTwice(typed, aliases),
  );
}

/** "Hộ kinh doanh rồi em": what is left has to be two words and more, since "có rồi" says more than "có". */
function withoutPolite(typed: string): string {
  const left = typed.replace(/(?: (?:roi|a|e|em|nhe|nha|thoi|day|ad))+$/, '');
  return left.includes(' ') ? left : typed;
}

/** Between two words for the same: "hộ gia đình thôi chưa có giấy gì". */
const JOINT = '(?: (?:thoi|a|nhe|ma|nen|va|la|em|chi|con|thi|cung))*';

function isTwice(typed: string, aliases: readonly string[]): boolean {
  const [first, second] = [
    aliases.filter((alias) => typed.startsWith(`${alias} `)),
    aliases.filter((alias) => typed.endsWith(` ${alias}`)),
  ];
  return first.some((one) =>
    second.some(
      (other) => one.length + other.length < typed.length && new RegExp(`^${one}${JOINT} ${other}$`).test(typed),
    ),
  );
}
