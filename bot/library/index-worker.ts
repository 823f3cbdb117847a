import { parentPort, workerData } from 'node:worker_threads';
import { buildAnswerIndex } from '../../core/answers/answer-index.ts';
import { openAnswerer } from '../../core/answers/answerer.ts';
import type { ThreadResult, ThreadTask } from './build-in-thread.ts';
import { versionOf } from './library-version.ts';

// Runs in a thread of its own: builds one state of the knowledge, hands over the index or what it answers, and ends.
const task: ThreadTask = workerData;
const index = buildAnswerIndex(task.knowledge);
const result: ThreadResult =
  task.kind === 'build'
    ? { kind: 'build', index, version: versionOf(task.knowledge) }
    : { kind: 'rehearse', told: rehearse(task.asks) };
parentPort?.postMessage(result);

function rehearse(asks: Extract<ThreadTask, { kind: 'rehearse' }>['asks']) {
  const answerer = openAnswerer(index);
  return asks.map((ask) => {
    const { kind, articles } = answerer.ask(ask);
    return { kind, articleIds: articles.map(({ id }) => id) };
  });
}
