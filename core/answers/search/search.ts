import { rankFound } from './rank.ts';
import type { Reading } from './read-question.ts';
import { findByWords, type Hit, readFor, type SearchEngine } from './search-engine.ts';

/** The best documents for a question, best first; a score is the probability that it is the right one, 0 to 1. */
export function search(engine: SearchEngine, question: string, limit: number): { reading: Reading; hits: Hit[] } {
  const reading = readFor(engine, question);
  const { probe, found } = findByWords(engine, reading);
  return { reading, hits: rankFound(engine, probe, found).slice(0, limit) };
}
