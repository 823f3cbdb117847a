import { createTopicReader, type TopicNames } from './read-topic-list.ts';
import type { FollowWords } from './topics.ts';

// Over folded words.
const NAMES: TopicNames = [
  ['china-market', '(?:the )?(?:(?:chinese|china) market|exports? to china|china)'],
  ['tariffs', '(?:(?:export|import) )?(?:tariffs?|(?:customs )?duties)'],
  ['technical-barriers', '(?:technical|trade) barriers(?: to trade)?|tbt|rules of buying countries'],
  ['food-safety', 'food (?:safety|hygiene)'],
  ['fairs', '(?:the )?(?:trade )?(?:fairs?|exhibitions?)'],
  ['training', '(?:the )?(?:training(?: (?:courses?|classes))?|courses|classes)'],
  ['general', '(?:khuyen cong|industrial promotion)(?: in general)?'],
  ['market', '(?:the )?(?:(?:export )?markets?(?: and exports?)?|exports?)'],
];
const NAME = `(?:${NAMES.map(([, words]) => words).join('|')})`;
const NEWS = '(?:(?:the |any |all )?(?:news|notices|announcements|updates))';
const ABOUT = '(?:of|about|on)';
const LIST = `(?<list>${NAME}(?:(?: and| or)?(?: ${NEWS})?(?: ${ABOUT})? ${NAME})*)`;
const readTopics = createTopicReader(NAMES);

const BEGIN = '(?:(?:please|hi|hello|ok|i|we|want|would|d|like|to|can|could|you|let|me|us) )*';
const END = '(?: (?:please|thanks|thank you|any ?more|any longer|now|too))*';
// "I don't get any news" complains of the contrary.
const NO_MORE = '(?:(?:stop|cancel|end|no more)(?: (?:sending|getting))?|(?:don t|do not) send)(?: me| us)?';

const FOLLOW = [
  `(?:follow|subscribe to)(?: ${NEWS}(?: ${ABOUT})?)? ${LIST}(?: ${NEWS})?`,
  `(?:send|give|get|receive)(?: me| us)? ${NEWS} ${ABOUT} ${LIST}`,
  `(?:send|give|get|receive)(?: me| us)? ${LIST} ${NEWS}`,
].map(toPattern);
const UNFOLLOW = [
  `(?:unfollow|stop following|unsubscribe from|(?:don t|do not) follow)(?: ${NEWS}(?: ${ABOUT})?)? ${LIST}(?: ${NEWS})?`,
  `${NO_MORE} ${NEWS} ${ABOUT} ${LIST}`,
  `${NO_MORE} ${LIST} ${NEWS}`,
].map(toPattern);
const UNFOLLOW_SOME = toPattern('(?:unfollow|stop following)(?: (?:some|something|news|topics))*');
const FOLLOW_SOME = toPattern('follow(?: (?:some|more|other))*(?: (?:news|topics|kinds of news))');
const WHAT = '(?:what|which)(?: news| topics?| kinds? of news)?';
const MINE = toPattern(
  `(?:${WHAT} (?:am i|are we|do i|do we) (?:following|follow)|(?:what|which) news (?:am i|are we|do i|do we) (?:get|getting|receive|receiving)|my (?:news|topics))`,
);
const OFFERED = toPattern(`${WHAT} can (?:i|we) follow`);
const NONE = toPattern(`(?:${NO_MORE}|unsubscribe from)(?: (?:all|any|the|centre s|your))* news|unsubscribe`);

/** As `readFollowWords`, of words in English. */
export function readEnglishFollowWords(folded: string): FollowWords | undefined {
  if (MINE.test(folded)) return { kind: 'mine' };
  if (OFFERED.test(folded)) return { kind: 'offered' };
  if (NONE.test(folded)) return { kind: 'none' };
  if (UNFOLLOW_SOME.test(folded)) return { kind: 'unfollow', topics: [] };
  if (FOLLOW_SOME.test(folded)) return { kind: 'follow', topics: [] };
  const left = firstList(UNFOLLOW, folded);
  if (left !== undefined) return { kind: 'unfollow', topics: readTopics(left) };
  const taken = firstList(FOLLOW, folded);
  return taken === undefined ? undefined : { kind: 'follow', topics: readTopics(taken) };
}

function toPattern(words: string): RegExp {
  return new RegExp(`^${BEGIN}(?:${words})${END}$`);
}

function firstList(patterns: readonly RegExp[], folded: string): string | undefined {
  for (const pattern of patterns) {
    const list = pattern.exec(folded)?.groups?.list;
    if (list !== undefined) return list;
  }
  return undefined;
}
