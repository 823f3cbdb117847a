import words from '../../../locales/vi/console-projects.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type ProjectsWords = typeof words;

addWords({ projects: words });
