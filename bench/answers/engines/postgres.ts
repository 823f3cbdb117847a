import pg from 'pg';
import { startTemporaryPostgres, type TemporaryPostgres } from '../../../host/postgres/temporary-postgres.ts';
import type { Engine } from '../engine.ts';
import { foldedWords } from '../tokens.ts';

let server: TemporaryPostgres | undefined;

/**
 * Its ranking does not weigh how rare a word is, so single syllables drown everything: with pairs of them instead, seven
 * times as many questions of a sample were right. ts_rank_cd, and lengths divided out, did worse.
 */
export const engine: Engine = {
  setUp: 'our own PostgreSQL; `simple` on folded pairs of words; title, law ×0.5, text; OR; ts_rank; GIN',
  prepare: async () => {
    server = await startTemporaryPostgres();
  },
  build: async (passages) => {
    const client = new pg.Client({ connectionString: server?.url });
    await client.connect();
    await client.query('CREATE TABLE passage (id text PRIMARY KEY, words tsvector NOT NULL)');
    await client.query(
      `INSERT INTO passage
       SELECT id, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', law), 'C')
         || setweight(to_tsvector('simple', body), 'B')
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS one (id, law, title, body)`,
      [
        passages.map(({ id }) => id),
        passages.map(({ law }) => pairsOf(law).join(' ')),
        passages.map(({ title }) => pairsOf(title).join(' ')),
        passages.map(({ text }) => pairsOf(text).join(' ')),
      ],
    );
    await client.query('CREATE INDEX ON passage USING gin (words)');
    await client.query('ANALYZE passage');
    const { rows } = await client.query<{ bytes: string }>("SELECT pg_total_relation_size('passage') AS bytes");
    return {
      outsideMb: Number(rows[0]?.bytes ?? 0) / 1e6,
      find: async (question, limit) => {
        const found = await client.query<{ id: string; score: number }>(
          `SELECT id, ts_rank('{1, 0.5, 1, 1}', words, query) AS score
           FROM passage, to_tsquery('simple', $1) AS query
           WHERE words @@ query ORDER BY score DESC, id LIMIT $2`,
          [[...new Set(pairsOf(question))].join(' | '), limit],
        );
        return found.rows;
      },
      close: async () => {
        await client.end();
        await server?.stop();
      },
    };
  },
};

/** Neighbouring words written together: its parser would cut them at any sign between. */
function pairsOf(text: string): string[] {
  const words = foldedWords(text);
  return words.slice(1).map((word, at) => `${words[at]}${word}`);
}
