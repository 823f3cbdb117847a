import { Worker } from 'node:worker_threads';
import { AppError } from '../../../core/app-error.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import type { TemplateFault } from './check-template.ts';
import type { Filled } from './fill-template.ts';

/** What the thread is asked; its answers come in the order of the questions. */
export type TemplateTask =
  | { kind: 'fill'; template: Uint8Array; paper: object }
  | { kind: 'check'; template: Uint8Array; sample: object };

/** A template that takes longer has lost its way, whoever made it. */
const LONGEST_MS = 20_000;

/**
 * A paper as a Word file (.docx), filled in beside the event loop. Throws `paper.template-faulty`, and logs what is wrong in
 * the template: places of it, nothing of a request.
 */
export async function fillInThread(
  template: Uint8Array,
  paper: object,
  { log }: Pick<StaffDeps, 'log'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const filled = await ask<Filled>({ kind: 'fill', template, paper });
  if (filled.kind === 'filled') return Uint8Array.from(filled.document);
  log.warn({ faults: filled.faults.join('; ') }, 'a template of a paper cannot be filled in');
  throw new AppError('paper.template-faulty');
}

/** As `checkTemplate`, beside the event loop. */
export async function checkInThread(template: Uint8Array, sample: object): Promise<TemplateFault[]> {
  return await ask<TemplateFault[]>({ kind: 'check', template, sample });
}

type Waiting = { resolve: (answer: unknown) => void; reject: (cause: unknown) => void };
type Thread = { worker: Worker; waiting: Waiting[] };

/** One for the process, begun with the first paper: reading a program of its own for each would take longer than filling. */
let thread: Thread | undefined;

async function ask<Answer>(task: TemplateTask): Promise<Answer> {
  thread ??= open();
  const { worker, waiting } = thread;
  const limit = setTimeout(() => void worker.terminate(), LONGEST_MS);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      waiting.push({ resolve: (answer) => resolve(answer as Answer), reject });
      worker.ref();
      worker.postMessage(task);
    });
  } catch (cause) {
    throw new AppError('paper.template-faulty', {}, { cause });
  } finally {
    clearTimeout(limit);
  }
}

function open(): Thread {
  const worker = new Worker(new URL('./template-worker.ts', import.meta.url));
  const waiting: Waiting[] = [];
  const opened = { worker, waiting };
  worker.unref();
  worker.on('message', (answer: unknown) => {
    waiting.shift()?.resolve(answer);
    // Nobody waits: it keeps no process alive.
    if (waiting.length === 0) worker.unref();
  });
  const end = (cause?: unknown): void => {
    if (thread === opened) thread = undefined;
    for (const { reject } of waiting.splice(0)) reject(cause);
  };
  worker.once('error', end);
  worker.once('exit', () => end());
  return opened;
}
