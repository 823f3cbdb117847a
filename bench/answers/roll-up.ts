import type { Find, Hit, Passage } from './engine.ts';

/** Each line of an article by itself, under its article's title: short texts are found better than long ones. */
export function splitClauses(passages: readonly Passage[]): { clauses: Passage[]; owners: Map<string, string> } {
  const owners = new Map<string, string>();
  const clauses = passages.flatMap(({ id, text, ...rest }) =>
    text.split('\n').map((clause, at) => {
      const clauseId = `${id}#${at}`;
      owners.set(clauseId, id);
      return { ...rest, id: clauseId, text: clause };
    }),
  );
  return { clauses, owners };
}

/** More clauses are asked for than articles, since one article may own many of the best. */
const CLAUSES_FOR_ONE = 8;

/** Articles by their best clause. */
export function rollUp(find: Find, owners: ReadonlyMap<string, string>): Find {
  return async (question, limit) => {
    const articles = new Map<string, Hit>();
    for (const { id, score } of await find(question, limit * CLAUSES_FOR_ONE)) {
      const owner = owners.get(id) ?? id;
      if (!articles.has(owner)) articles.set(owner, { id: owner, score });
    }
    return [...articles.values()].slice(0, limit);
  };
}
