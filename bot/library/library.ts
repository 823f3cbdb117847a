import type { Answerer } from '../../core/answers/answerer.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';

/** The answer index of this process. Swapped whole when the articles change. */
export type Library = Answerer & {
  /** "tỉnh Thái Nguyên", by the province's code. */
  findProvinceName: (code: string) => string | undefined;
  /** What it answers from. */
  knowledge: Knowledge;
  /** Changes whenever anything in the knowledge does. */
  version: string;
};
