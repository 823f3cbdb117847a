import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerLines } from '../../host/ask/answer-lines.ts';
import { retrieve } from '../../host/ask/retrieve.ts';
import { projectRoot } from '../../host/project-root.ts';

const answered = z.object({
  id: z.union([z.string(), z.number()]),
  kind: z.enum(['answer', 'amount', 'choices', 'clarify', 'intent', 'none']),
  intent: z.string().optional(),
  text: z.string().min(1),
  articles: z.array(
    z.object({ id: z.string(), title: z.string(), sources: z.array(z.object({ document: z.string() })) }),
  ),
  amount: z
    .array(
      z.strictObject({
        scope: z.enum(['national', 'local']),
        percent: z.number(),
        ceilingVnd: z.number(),
        amountVnd: z.number(),
        source: z.string(),
        certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
      }),
    )
    .optional(),
  ms: z.number(),
});

async function askLines(lines: object[]) {
  const output = new PassThrough();
  await answerLines({ input: Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')), output });
  output.end();
  const rows = (await text(output)).trim().split('\n');
  return rows.map((row) => answered.parse(JSON.parse(row)));
}

describe('the command ask', () => {
  it('answers each line by one line of the promised form', async () => {
    const [amount, article, intent, nothing, choices] = await askLines([
      { id: 1, q: 'may say che 400tr dc ho tro bn', province: '12' },
      { id: 'b', q: 'máy cũ có được hỗ trợ không' },
      { id: 'c', q: 'xin chào' },
      { id: 'd', q: 'giá vàng hôm nay' },
      { id: 'e', q: '400tr duoc ho tro bao nhieu' },
    ]);
    expect(amount).toMatchObject({
      id: 1,
      kind: 'amount',
      amount: [
        { scope: 'national', percent: 50, ceilingVnd: 300_000_000, amountVnd: 200_000_000, certainty: 'verified' },
        { scope: 'local', source: 'Nghị quyết 18/2025/NQ-HĐND tỉnh Lai Châu', amountVnd: 200_000_000 },
      ],
    });
    expect(article).toMatchObject({ id: 'b', kind: 'answer', articles: [{ id: 'new-machine-only' }] });
    expect(article?.text).toContain('Nguồn: Thông tư 46/2012/TT-BCT, Điều 4, khoản 4 (bản sửa đổi chưa đối chiếu).');
    expect(intent).toMatchObject({ kind: 'intent', intent: 'greeting' });
    expect(nothing).toMatchObject({ kind: 'none', articles: [] });
    expect(choices?.kind).toBe('choices');
    expect(choices?.articles).toHaveLength(3);
  });

  it('tells the national rate without a province, with a word that a province may differ', async () => {
    const [alone, inProvince] = await askLines([
      { id: 1, q: 'máy sấy 400 triệu' },
      { id: 2, q: 'máy sấy 400 triệu', province: '19' },
    ]);
    expect(alone?.text).toContain('Mức riêng của từng tỉnh có thể khác.');
    expect(inProvince?.text).toContain('Mức riêng của tỉnh Thái Nguyên thì Trợ lý chưa có số đã xác nhận.');
  });

  it('takes the question before and the day into account', async () => {
    const [followUp, before] = await askLines([
      { id: 1, q: 'thế còn dây chuyền?', previous: 'máy 1 tỷ được bao nhiêu' },
      { id: 2, q: 'máy sấy 400 triệu được hỗ trợ bao nhiêu', date: '2017-01-01' },
    ]);
    expect(followUp?.amount?.[0]?.amountVnd).toBe(450_000_000);
    expect(before?.kind).not.toBe('amount');
  });

  it('runs by itself, without a database, and writes nothing but answers', async () => {
    const command = promisify(execFile)(process.execPath, ['host/commands/ask.ts', 'máy sấy 400 triệu'], {
      cwd: projectRoot,
      env: {},
    });
    expect((await command).stdout).toContain('nhiều nhất 200 triệu đồng');
  });
});

describe('a command that is used wrongly', () => {
  it.each([
    ['ask', '--help'],
    ['retrieve', '--corpus'],
    ['talk', '--channel=zalo'],
    ['talk', '--start=mai'],
  ])('says how it is used, and ends with 1: %s %s', async (name, typed) => {
    const command = promisify(execFile)(process.execPath, [`host/commands/${name}.ts`, typed], { cwd: projectRoot });
    await expect(command).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^Cách dùng: npm run /) });
  });
});

describe('the command retrieve', () => {
  it('indexes any corpus, zipped or not, and writes the hits of each query, best first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'retrieve-'));
    try {
      const passages = [
        { id: 'a', law: 'Luật Đất đai', title: 'Thu hồi đất', text: 'Nhà nước thu hồi đất khi…\n1. Vi phạm.' },
        { id: 'b', title: 'Bồi thường', text: 'Người có đất thu hồi được bồi thường.' },
      ];
      await writeFile(join(folder, 'corpus.gz'), gzipSync(passages.map((row) => JSON.stringify(row)).join('\n')));
      await writeFile(join(folder, 'queries'), `${JSON.stringify({ id: 'q', q: 'duoc boi thuongf ko' })}\n`);
      const [output, report] = [new PassThrough(), new PassThrough()];
      const files = { corpus: join(folder, 'corpus.gz'), queries: join(folder, 'queries') };
      await retrieve({ ...files, k: 1, output, report });
      output.end();
      report.end();
      expect(JSON.parse(await text(output))).toMatchObject({ id: 'q', hits: [{ id: 'b' }] });
      expect(JSON.parse(await text(report))).toMatchObject({ passages: 2, queries: 1 });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
