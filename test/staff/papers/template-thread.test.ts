import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import PizZip from 'pizzip';
import { expect, it } from 'vitest';
import { buildLibrary } from '../../../bot/library/load-library.ts';
import { fillTemplate } from '../../../staff/papers/template/fill-template.ts';
import { PAPERS, readShipped } from '../../../staff/papers/template/read-template.ts';
import { samplePapers } from '../../../staff/papers/template/sample-papers.ts';
import { checkInThread, fillInThread } from '../../../staff/papers/template/template-thread.ts';
import { readParagraphs } from '../../support/read-office-files.ts';
import { createTestClock } from '../../support/test-bot.ts';

const ROUNDS = 4;
const nothing = { articles: [], rates: [], eligibility: [], provinces: [] };
const current = buildLibrary(nothing);
const library = { current: () => current, shipped: nothing, takenOver: () => 0, rehearse: async () => [] };
const clock = createTestClock('2026-11-23T02:00:00Z');
const papers = samplePapers({ library, clock }, { centre: 'Trung tâm Khuyến công', locale: 'vi' });
const warned: string[] = [];
const silent = () => {};
const log = { debug: silent, info: silent, error: silent, warn: (facts: object) => warned.push(JSON.stringify(facts)) };

/** How long the event loop was held up at most, in milliseconds. */
async function longestDelay(work: () => unknown): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // It counts from its second tick on.
  await sleep(10);
  await work();
  await sleep(10);
  delay.disable();
  return delay.max / 1e6;
}

it.each(PAPERS)(
  '%s is filled in beside the event loop, word for word as on it, and holds nobody up for 50 ms',
  async (paper) => {
    const template = await readShipped(paper);
    const here = fillTemplate(template, papers[paper]);
    if (here.kind !== 'filled') throw new Error('not filled');
    expect(readParagraphs(await fillInThread(template, papers[paper], { log }))).toEqual(readParagraphs(here.document));

    // What the machine does beside, measured while nothing is filled in, is not the thread's doing.
    const idle = await longestDelay(() => sleep(200));
    const beside: number[] = [];
    const onLoop: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      onLoop.push(await longestDelay(() => fillTemplate(template, papers[paper])));
      beside.push(await longestDelay(() => fillInThread(template, papers[paper], { log })));
      beside.push(await longestDelay(() => checkInThread(template, papers[paper])));
    }
    expect(Math.min(...beside)).toBeLessThan(50 + idle);
    expect(Math.min(...beside)).toBeLessThan(Math.max(...onLoop));
  },
);

it('a template that cannot be filled in is told and logged without a word of the paper, and the next one is filled in', async () => {
  const zip = new PizZip(await readShipped('request-form'));
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  const broken = zip.file('word/document.xml', xml.replace(/\{[a-z]/i, '{#$&')).generate({ type: 'uint8array' });
  const paper = { title: 'Nông Thị Mai' };
  await expect(fillInThread(broken, paper, { log })).rejects.toMatchObject({ code: 'paper.template-faulty' });
  expect(warned).toHaveLength(1);
  expect(warned.join()).not.toContain('Mai');
  await expect(fillInThread(new Uint8Array([1, 2, 3]), paper, { log })).rejects.toThrow();
  expect(
    readParagraphs(await fillInThread(await readShipped('request-form'), papers['request-form'], { log })),
  ).not.toEqual([]);
});
