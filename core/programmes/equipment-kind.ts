import { findNamedKind } from '../answers/asking/support-thing.ts';
import type { RateKind } from '../answers/rate.ts';
import type { Question } from '../forms/form.ts';
import type { Answers } from '../forms/values.ts';
import { foldPhrase } from '../text/fold.ts';
import { listItemNumbers } from './eligibility/condition.ts';
import line from './equipment-kind.json' with { type: 'json' };
import { findPrice } from './find-price.ts';
import { UNSURE_OPTION } from './shared-questions.ts';

const ID = 'equipment-kind';
const ITS_NAME = /(?:^| )may moc (?:va )?day chuyen(?: |$)/;
/** Names nothing: it may be one or a line. */
const ANY_MACHINES = /^(?:may|may moc|thiet bi|trang thiet bi|may moc thiet bi|may moc va thiet bi)$/;

/**
 * One machine, several, or a whole line (dây chuyền công nghệ): of a line the ceiling is higher (facts 2.3), so it is asked only
 * where the price is so high that more could be got of a line, and nothing that was said tells it.
 */
export const EQUIPMENT_KIND: Question = {
  id: ID,
  field: {
    kind: 'choice',
    options: [
      {
        id: 'one',
        aliases: ['mot may', '1 may', 'mot cai', '1 cai', 'may le', 'may roi', 'may rieng', 'don chiec', 'mot chiec'],
      },
      { id: 'several', aliases: ['nhieu may', 'may cai', 'may may', 'vai may', 'cac may rieng', 'nhieu cai'] },
      {
        id: 'line',
        aliases: [
          ...['day chuyen', 'day truyen', 'ca day chuyen', 'ca day', 'tron bo', 'ca bo', 'may noi nhau', 'lien hoan'],
          ...['dong bo', 'khep kin', 'ca he thong', 'ca dan'],
        ],
      },
      UNSURE_OPTION,
    ],
  },
  toldBy: [
    ...['ca day chuyen', 'day chuyen', 'ca bo', 'tron bo', 'dong bo', 'khep kin', 'ca he thong', 'may noi nhau'],
    ...['may le', 'may roi', 'may rieng', 'don chiec', 'mot may', '1 may', 'mot cai', '1 cai'],
  ],
  askIf: { holds: hangsOnKind },
};

/** Which rate holds for what is bought; undefined while nothing tells whether it is a line. */
export function findEquipmentRate(answers: Answers): RateKind | undefined {
  const told = answers[ID];
  if (told === 'line') return 'technology-line';
  if (told === 'one' || told === 'several') return 'machine';
  return told === undefined ? rateOfNames(answers) : undefined;
}

/** What the words of a wish tell: "mua dây chuyền sấy" is a line. That it is a machine its name tells. */
export function kindAnswers(text: string): Answers {
  // "Mua máy móc, dây chuyền" is what the support is called, whatever is bought.
  if (ITS_NAME.test(foldPhrase(text))) return {};
  return findNamedKind(text) === 'technology-line' ? { [ID]: 'line' } : {};
}

function hangsOnKind(answers: Answers): boolean {
  const price = findPrice(answers);
  if (price === undefined || price.maxVnd <= line.askedAboveVnd) return false;
  return answers[ID] !== undefined || rateOfNames(answers) === undefined;
}

/** A single item is what it is called; of several without a line among them nobody knows whether they are joined. */
function rateOfNames(answers: Answers): RateKind | undefined {
  const names = listItemNumbers('machines', answers).flatMap((number) => {
    const name = answers[`machines.${number}.name`];
    return typeof name === 'string' ? [name] : [];
  });
  const kinds = names.filter((name) => !ANY_MACHINES.test(foldPhrase(name))).map(findNamedKind);
  if (kinds.includes('technology-line')) return 'technology-line';
  return names.length === 1 ? kinds[0] : undefined;
}
