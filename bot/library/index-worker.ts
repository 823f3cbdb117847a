import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openAnswerer } from '../../core/answers/answerer.ts';
import { cutIndex } from '../../core/answers/index-pieces.ts';
import type { PieceWanted, ThreadTask, Told } from './build-in-thread.ts';
import { getAnswerIndex } from './kept-index.ts';
import { versionOf } from './library-version.ts';

// Runs in a thread of its own: builds one state of the knowledge, and tells what it answers or hands the index over.
if (parentPort !== null) run(workerData, parentPort);

function run(task: ThreadTask, port: MessagePort): void {
  const index = getAnswerIndex(task.knowledge);
  if (task.kind === 'rehearse') {
    const { ask } = openAnswerer(index);
    const told: Told[] = task.asks.map((one) => {
      const { kind, articles } = ask(one);
      return { kind, articleIds: articles.map(({ id }) => id) };
    });
    port.postMessage(told);
    return;
  }
  const pieces = cutIndex(index);
  // Whoever takes it over asks for one piece after the other, and so has time between them for everything else.
  port.on('message', (wanted: PieceWanted) =>
    port.postMessage(typeof wanted === 'number' ? pieces.forms[wanted] : pieces[wanted]),
  );
  port.postMessage({ version: versionOf(task.knowledge), slices: pieces.forms.length });
}
