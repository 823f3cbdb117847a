import fc from 'fast-check';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../staff/papers/workbook/cell.ts';
import { columnName } from '../../../staff/papers/workbook/sheet-xml.ts';
import { sheetNames } from '../../../staff/papers/workbook/workbook-parts.ts';
import { type Sheet, writeWorkbook } from '../../../staff/papers/workbook/write-workbook.ts';
import { readWorkbook } from '../../support/read-office-files.ts';

const now = new Date('2026-11-23T02:00:00Z');

async function* rowsOf(cells: Cell[]): AsyncGenerator<Cell[]> {
  for (const cell of cells) yield [cell];
}
/** What a sheet or its XML takes for something else, and what it cannot hold. */
const HARD = [
  ...'=+-@＝_x01A<>&"\' \t\r\n\u0000\u0007\u001f\ufffe\uffffđạ😀',
  ...['_x0041_', '\ud83d', '\ude00', ']]>', '</t>', 'ế'],
];

const sheetOf = (cells: Cell[]): Sheet => ({
  name: 'Một',
  open: () => ({ columns: [{ title: 'Ô', width: 10 }], rows: rowsOf(cells) }),
});
const write = async (sheets: Sheet[]) => readWorkbook(Buffer.concat(await writeWorkbook(sheets, { now }).toArray()));

describe('a workbook', () => {
  it('gives back every text as it was written, whatever it is', async () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom(...HARD), minLength: 1, maxLength: 8 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(texts, async (written) => {
        const [sheet] = await write([sheetOf(written.map((text) => ({ kind: 'text', text })))]);
        expect(sheet?.rows.map((row) => row.Ô)).toEqual(written.map(holdable));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    '=1+1',
    '+84',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    ' =1+1',
    '\u00a0@SUM(A1)',
    '\u3000＋84',
    '\ufeff-5',
    '\u200b=1',
  ])('marks %j as text for ever, so that nobody who edits it makes a formula of it', async (text) => {
    const file = await writeWorkbook([sheetOf([{ kind: 'text', text }])], { now }).toArray();
    const part = (path: string): string => new PizZip(Buffer.concat(file)).file(path)?.asText() ?? '';
    const [, style = ''] = /<c r="A2" s="(\d+)" t="inlineStr">/.exec(part('xl/worksheets/sheet1.xml')) ?? [];
    const styles = [...(part('xl/styles.xml').split('<cellXfs')[1] ?? '').matchAll(/<xf [^>]*>/g)];
    expect(styles[Number(style)]?.[0]).toMatch(/numFmtId="49".*quotePrefix="1"/);
  });

  it('is made only as fast as it is read', async () => {
    let asked = 0;
    async function* rows(): AsyncGenerator<Cell[]> {
      for (; asked < 1_000_000; asked += 1) yield [{ kind: 'text', text: `Hộ số ${asked}: ${Math.sin(asked)}` }];
    }
    const file = writeWorkbook(
      [{ name: 'Một', open: () => ({ columns: [{ title: 'Ô', width: 10 }], rows: rows() }) }],
      { now },
    );
    await file.iterator({ destroyOnReturn: false }).next();
    const looks: number[] = [];
    await expect.poll(() => looks.push(asked) && looks.at(-1) === looks.at(-2), { interval: 200 }).toBe(true);
    expect(asked).toBeLessThan(100_000);
    file.destroy();
  });

  it('that fails in the middle is no whole file', async () => {
    async function* rows(): AsyncGenerator<Cell[]> {
      yield [{ kind: 'number', number: 1 }];
      throw new Error('the database is away');
    }
    const broken = { name: 'Hai', open: () => ({ columns: [{ title: 'Ô', width: 10 }], rows: rows() }) };
    await expect(writeWorkbook([sheetOf([]), broken], { now }).toArray()).rejects.toThrow('the database is away');
  });
});

it('the names of sheets are such as Excel takes: short, without its signs, no two alike', () => {
  expect(sheetNames(['Bao bì: [nhãn]/tem', "'Chè'", '', 'chè', 'x'.repeat(40), 'x'.repeat(40)])).toEqual([
    ...['Bao bì nhãn tem', 'Chè', '-', 'chè 2'],
    ...[`${'x'.repeat(30)}…`, `${'x'.repeat(28)}… 2`],
  ]);
});

it('columns are named as in a sheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

/** What XML can hold of a text: every new line as one sign, half of a pair of signs as the mark of what was lost. */
function holdable(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no sheet can hold.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}
