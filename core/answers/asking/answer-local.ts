import type { Answer } from '../answer.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ArticleFinder } from './article-finder.ts';
import type { Occasion, Question } from './question.ts';

const ASKS_FOR_MONEY =
  /\b(?:bao nhi?eu|nhieu|muc|may (?:trieu|tien|phan|dong|gi|ty)|ho tro (?:the nao|ra sao|gi|sao|khong))\b/;
/** In a story the place is where it happens. */
const MOST_SYLLABLES = 20;
const SPEAKS_OF_SUPPORT =
  /\b(?:ho tro|khuyen cong|nghi quyet|muc chi|muc)\b|\b(?:tinh|ben|o|thanh pho)(?: \S+){1,3} (?:cho|duoc)\b/;

/** "Lâm Đồng cho nhãn hiệu mấy triệu": what another province pays, where no rate of it is known. */
export function openAnswerLocal({
  knowledge,
  finder,
}: {
  knowledge: Knowledge;
  finder: ArticleFinder;
}): (question: Question, occasion: Occasion, whole: Answer) => Answer | undefined {
  return (question, occasion, whole) => {
    const { named, own, isAllowed } = occasion;
    if (named === undefined || named === own || question.syllables.length > MOST_SYLLABLES) return undefined;
    // "Quảng Ninh có thưởng không, mấy triệu": what it is near to says that it is of support.
    const isOfMoney = whole.kind === 'answer' && whole.articles.every(({ topics }) => topics.includes('money'));
    if (!ASKS_FOR_MONEY.test(question.plain) || !(isOfMoney || SPEAKS_OF_SUPPORT.test(question.plain)))
      return undefined;
    if (whole.articles.some(({ topics }) => topics.includes('local'))) return undefined;
    if (knowledge.rates.some(({ scope, province }) => scope === 'local' && province === named)) return undefined;

    const { candidates } = finder.rank(
      question.asked,
      (article) => isAllowed(article) && ['local', 'money'].every((topic) => article.topics.includes(topic)),
    );
    const local = (candidates.find(({ article }) => article.province === named) ?? candidates[0])?.article;
    if (local === undefined) return undefined;
    const beside = whole.kind === 'answer' ? whole.articles : [];
    const articles = [local, ...beside.filter(({ topics }) => topics.includes('money') && !topics.includes('local'))];
    return { ...whole, kind: 'answer', articles };
  };
}
