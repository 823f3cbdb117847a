import words from '../../../locales/vi/console-budget.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type BudgetWords = typeof words;

addWords({ budget: words });
