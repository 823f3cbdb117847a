import words from '../../../locales/vi/papers.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type PapersWords = typeof words;

addWords({ papers: words });
