import { createHash } from 'node:crypto';
import type { Knowledge } from '../../core/answers/knowledge.ts';

/** Changes whenever anything in the knowledge does. */
export function versionOf(knowledge: Knowledge): string {
  return createHash('sha256').update(JSON.stringify(knowledge)).digest('hex').slice(0, 12);
}
