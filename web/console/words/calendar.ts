import words from '../../../locales/vi/console-calendar.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type CalendarWords = typeof words;

addWords({ calendar: words });
