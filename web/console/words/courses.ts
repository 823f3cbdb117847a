import words from '../../../locales/vi/console-courses.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type CoursesWords = typeof words;

addWords({ courses: words });
