import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { createAnswerer } from '../../../core/answers/answerer.ts';
import { listKnownWords, openFindWish } from '../../../core/answers/asking/find-wish.ts';
import { fold } from '../../../core/text/fold.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { machineSlowness } from '../../support/machine-slowness.ts';
import { slipOnce } from '../../support/slip-once.ts';

// Wishes as people word them, with a reason or a story around. `wishes-build` may be looked at while building;
// `wishes-score` is only scored. Questions that stand close to a wish are in both.
const line = z.object({ q: z.string(), kind: z.enum(['intent', 'question']), intent: z.string().optional() });
const seenLine = z.object({ q: z.string(), kind: z.string(), articles: z.array(z.string()).default([]) });

const knowledge = await readKnowledge({ root: projectRoot });
const answerer = createAnswerer(knowledge);
const findWish = openFindWish(listKnownWords(knowledge.articles.flatMap(({ title, asks }) => [title, ...asks])));
const [build, score] = await Promise.all(
  ['wishes-build', 'wishes-score'].map(async (name) => (await readRows(name)).map((row) => line.parse(row))),
);
const seen = (await readRows('seen')).map((row) => seenLine.parse(row));

async function readRows(name: string): Promise<unknown[]> {
  const text = await readFile(new URL(`questions/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
}

function ask(text: string) {
  const answer = answerer.ask({ text, date: '2026-11-22', provinceCode: '19' });
  return answer.kind === 'intent' ? answer.intent : answer.kind;
}

const TYPINGS = [
  { typing: 'as typed', spoil: (text: string) => text, least: 85, most: 0 },
  { typing: 'without accents', spoil: fold, least: 82, most: 0 },
  { typing: 'with one slip', spoil: slipOnce, least: 75, most: 1 },
  { typing: 'without accents and with one slip', spoil: (text: string) => slipOnce(fold(text)), least: 70, most: 1 },
];

describe.each([
  { name: 'looked at while building', rows: build ?? [] },
  { name: 'only scored', rows: score ?? [] },
])('wishes in free words, $name', ({ name, rows }) => {
  it.each(TYPINGS)(
    'are met, $typing: at least $least %; at most $most questions beside them are taken for one',
    (of) => {
      const wishes = rows.filter(({ kind }) => kind === 'intent');
      const met = wishes.filter(({ q, intent }) => ask(of.spoil(q)) === intent).length;
      const questions = rows.filter(({ kind }) => kind === 'question');
      const taken = questions.filter(({ q }) => findWish(of.spoil(q)) !== undefined).length;
      const percent = Math.round((1000 * met) / wishes.length) / 10;
      console.log(
        `${name}, ${of.typing}: ${met} of ${wishes.length} met (${percent} %), ${taken} questions taken for a wish`,
      );
      expect(percent).toBeGreaterThanOrEqual(of.least);
      expect(taken).toBeLessThanOrEqual(of.most);
    },
  );
});

describe('a question', () => {
  it('that can be answered is never taken for a wish, in any typing', () => {
    const questions = seen.filter(
      ({ articles, kind }) => kind !== 'intent' && !articles.some((id) => /^intent/.test(id)),
    );
    for (const spoil of [(text: string) => text, fold]) {
      expect(questions.map(({ q }) => spoil(q)).filter((q) => findWish(q) !== undefined)).toEqual([]);
    }
  });

  it('opened by "em muốn hỏi" is answered as the question', () => {
    for (const opening of ['em muốn hỏi', 'cho tui hỏi', 'chào ad, em cần hỏi cán bộ']) {
      expect(ask(`${opening} máy cũ có được hỗ trợ không`)).toBe('answer');
    }
  });

  it('beside a wish is answered with a word that the wish is left', () => {
    expect(ask('Cho em gặp cán bộ nhé. Máy cũ có được hỗ trợ không?')).toBe('multi');
  });
});

describe('a wish', () => {
  it('is found in no time in whatever is typed', () => {
    const words = fc.constantFrom(
      'đừng',
      'nhắn',
      'tin',
      'có',
      'không',
      'hồ sơ',
      'em',
      ',',
      '.',
      'khi nào',
      'báo',
      'xyzt',
    );
    const limitMs = 200 * machineSlowness();
    fc.assert(
      fc.property(fc.array(words, { maxLength: 200 }), (typed) => {
        const before = process.threadCpuUsage();
        findWish(typed.join(' '));
        const { user, system } = process.threadCpuUsage(before);
        expect((user + system) / 1000).toBeLessThan(limitMs);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a wish that a pattern finds', () => {
  it('is heard without a search as it is with one', () => {
    // Every tenth is enough: both ways are the same code.
    const rows = [...(build ?? []), ...(score ?? []), ...seen].filter((_, index) => index % 10 === 0);
    const texts = rows.flatMap(({ q }) => [q, fold(q)]);
    const sure = (text: string): string | undefined => {
      const answer = answerer.ask({ text, date: '2026-11-22' });
      return answer.kind === 'intent' && answer.confidence === 1 ? answer.intent : undefined;
    };
    const differing = texts.filter((text) => answerer.hear({ text, date: '2026-11-22' }) !== sure(text));
    // Several questions, all surely answered but one, are told only by a search.
    expect(differing.filter((text) => sure(text) !== 'multi')).toEqual([]);
    expect(texts.filter((text) => answerer.hear({ text, date: '2026-11-22' }) !== undefined).length).toBeGreaterThan(
      20,
    );
  });
});

describe('the same question again at once', () => {
  it('is not searched again, and another day or province is', () => {
    const asked = { text: 'mua máy sấy được hỗ trợ bao nhiêu', date: '2026-11-22', provinceCode: '19' };
    const answer = answerer.ask(asked);
    expect(answerer.ask({ ...asked })).toBe(answer);
    expect(answerer.ask({ ...asked, provinceCode: undefined })).not.toBe(answer);
    expect(answerer.ask({ ...asked, date: '2026-11-23' })).not.toBe(answer);
  });
});
