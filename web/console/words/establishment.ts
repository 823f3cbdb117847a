import words from '../../../locales/vi/console-establishment.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type EstablishmentWords = typeof words;

addWords({ establishment: words });
