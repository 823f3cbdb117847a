import { MARKET_TOPICS, type NewsTopic } from './topics.ts';

/** Words for topics, as patterns over folded words; `market`: all notices of markets. */
export type TopicNames = readonly (readonly [NewsTopic | 'market', string])[];

/** Reads the topics in a list such as "hoi cho va tap huan": each by its longest name from left to right. */
export function createTopicReader(names: TopicNames): (list: string) => NewsTopic[] {
  const whole = names.map(([id, words]) => [id, new RegExp(`^(?:${words})(?= |$)`)] as const);
  return (list) => {
    const found = new Set<NewsTopic>();
    let rest = list;
    while (rest !== '') {
      const [longest] = whole
        .map(([id, pattern]) => ({ id, length: pattern.exec(rest)?.[0].length ?? 0 }))
        .sort((one, other) => other.length - one.length);
      if (longest === undefined || longest.length === 0) {
        rest = rest.includes(' ') ? rest.slice(rest.indexOf(' ') + 1) : '';
      } else {
        for (const id of longest.id === 'market' ? MARKET_TOPICS : [longest.id]) found.add(id);
        rest = rest.slice(longest.length).trimStart();
      }
    }
    return [...found];
  };
}
