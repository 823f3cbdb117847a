import type { Condition } from './condition.ts';

/** Whoever belongs to this audience asked about a topic, follows it or wants to be reminded: it is not for everybody. */
export function isForFollowers(condition: Condition): boolean {
  switch (condition.kind) {
    case 'topic':
    case 'follows':
    case 'reminder-wish':
      return true;
    case 'all':
      return condition.of.some(isForFollowers);
    case 'any':
      return condition.of.length > 0 && condition.of.every(isForFollowers);
    default:
      return false;
  }
}
