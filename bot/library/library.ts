import type { Answer, Ask } from '../../core/answers/answer.ts';

/** The answer index of this process. Swapped whole when the articles change. */
export type Library = {
  /** Pure and fast: at most a few milliseconds. */
  ask: (ask: Ask) => Answer;
  findArticle: (id: string) => import('../../core/answers/article.ts').Article | undefined;
  version: string;
};
