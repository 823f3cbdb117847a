import words from '../../../locales/vi/console-windows.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type WindowsWords = typeof words;

addWords({ windows: words });
