import { DatabaseSync } from 'node:sqlite';
import type { Engine } from '../engine.ts';
import { foldedWords } from '../tokens.ts';

export const engine: Engine = {
  setUp: 'FTS5 of node:sqlite, in memory; folded words; words OR phrases of two; bm25, law and title ×2',
  build: (passages) => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE VIRTUAL TABLE passage USING fts5 (id UNINDEXED, law, title, text)');
    const insert = database.prepare('INSERT INTO passage VALUES (?, ?, ?, ?)');
    const folded = (text: string): string => foldedWords(text).join(' ');
    database.exec('BEGIN');
    for (const { id, law, title, text } of passages) insert.run(id, folded(law), folded(title), folded(text));
    database.exec("COMMIT; INSERT INTO passage (passage) VALUES ('optimize')");
    const select = database.prepare(
      'SELECT id, bm25(passage, 0, 2, 2, 1) AS cost FROM passage WHERE passage MATCH ? ORDER BY cost LIMIT ?',
    );
    return {
      find: (question, limit) => {
        const words = foldedWords(question);
        const phrases = words.slice(1).map((word, at) => `${words[at]} ${word}`);
        const query = [...new Set([...words, ...phrases])].map((term) => `"${term}"`).join(' OR ');
        if (query === '') return [];
        return select.all(query, limit).map(({ id, cost }) => ({ id: String(id), score: -Number(cost) }));
      },
      close: async () => database.close(),
    };
  },
};
