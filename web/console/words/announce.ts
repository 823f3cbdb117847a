import words from '../../../locales/vi/console-announce.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type AnnounceWords = typeof words;

addWords({ announce: words });
