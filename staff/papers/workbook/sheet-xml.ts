import { type Cell, cellXml, headingXml } from './cell.ts';

export type Column = { title: string /** In characters. */; width: number };
export type OpenSheet = {
  columns: readonly Column[];
  rows: AsyncIterable<readonly Cell[]>;
  /** Below the rows, and outside of what is filtered and sorted: a total. */
  footer?: readonly Cell[];
};

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const A4 =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
/** How much is made before it is handed on; a row has a few thousand characters. */
const CHUNK_CHARACTERS = 32_768;

/** A sheet piece by piece: headings that stay in view, a row after the other, a filter over all. */
export async function* sheetXml(
  { columns, rows, footer }: OpenSheet,
  { isFirst }: { isFirst: boolean },
): AsyncGenerator<string> {
  const view = `<sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>`;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  let chunk =
    `${HEAD}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>` +
    rowXml(
      1,
      columns.map(({ title }, at) => headingXml(`${columnName(at)}1`, title)),
    );
  let last = 1;
  for await (const cells of rows) {
    last += 1;
    chunk += cellsXml(last, cells);
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  const all = `A1:${columnName(columns.length - 1)}${last}`;
  // Phone numbers and codes are text on purpose, so that they keep their zeros.
  const noMarks = `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`;
  if (footer !== undefined) chunk += cellsXml(last + 1, footer);
  yield `${chunk}</sheetData><autoFilter ref="${all}"/>${A4}${noMarks}</worksheet>`;
}

function cellsXml(row: number, cells: readonly Cell[]): string {
  return rowXml(
    row,
    cells.map((cell, at) => (cell === undefined ? '' : cellXml(`${columnName(at)}${row}`, cell))),
  );
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** 0 → A, 25 → Z, 26 → AA */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${columnName(Math.floor(at / 26) - 1)}${last}`;
}
