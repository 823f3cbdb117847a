import type { Intent } from '../answer.ts';
import { compileWords, type WordPattern } from './word-pattern.ts';

/** Who wishes, in all the ways people call themselves. */
export const ME =
  'tôi|tui|em|mình|cháu|con|bác|chú|tớ|tau|nhà em|nhà tôi|nhà tui|nhà cháu|nhà bác|nhà mình|bên em|chúng tôi';

/** What one intent is worded like. */
export type Wishes = {
  intent: Intent;
  patterns: readonly WordPattern[];
  /** With one of these in the message it is something else. */
  unless: readonly WordPattern[];
  /** The wish itself asks; a question beside it in the same clause is its own. */
  asks: boolean;
  /** It goes with any question, which then is what counts. */
  isSmallTalk: boolean;
};

export function wish(
  intent: Intent,
  patterns: readonly string[],
  { unless = [], asks = false, isSmallTalk = false }: { unless?: string[]; asks?: boolean; isSmallTalk?: boolean } = {},
): Wishes {
  return { intent, patterns: patterns.map(compileWords), unless: unless.map(compileWords), asks, isSmallTalk };
}
