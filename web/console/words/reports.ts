import words from '../../../locales/vi/console-reports.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type ReportsWords = typeof words;

addWords({ reports: words });
