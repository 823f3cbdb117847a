import words from '../../../locales/vi/console-audit.json' with { type: 'json' };
import { addWords } from './added-words.ts';

export type AuditWords = typeof words;

addWords({ audit: words });
