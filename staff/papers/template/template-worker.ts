import { parentPort } from 'node:worker_threads';
import { checkTemplate } from './check-template.ts';
import { fillTemplate } from './fill-template.ts';
import type { TemplateTask } from './template-thread.ts';

// Runs in a thread of its own: unpacking, filling and packing a file of Word takes longer than the event loop may be held up.
parentPort?.on('message', (task: TemplateTask) => {
  parentPort?.postMessage(
    task.kind === 'fill' ? fillTemplate(task.template, task.paper) : checkTemplate(task.template, task.sample),
  );
});
