import PizZip from 'pizzip';

/** A cell as a reader sees it: words, or the number that is kept with the format in which it is shown. */
export type ReadCell = string | { value: number; format: string };
export type ReadSheet = { name: string; rows: Record<string, ReadCell>[]; headings: string[] };

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([\dA-F]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const BUILT_IN: Record<string, string> = { 0: 'General', 3: '#,##0', 9: '0%', 10: '0.00%', 49: '@' };

/** The sheets of a workbook, each row by the headings of its columns. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const zip = new PizZip(bytes);
  const part = (path: string): string => zip.file(path)?.asText() ?? '';
  const formats = { ...BUILT_IN };
  for (const [, id = '', code = ''] of part('xl/styles.xml').matchAll(/numFmtId="(\d+)" formatCode="([^"]+)"/g)) {
    formats[id] = code;
  }
  const styles = [...(part('xl/styles.xml').split('<cellXfs')[1] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)];
  const formatOf = (style: string): string => formats[styles[Number(style)]?.[1] ?? ''] ?? '';
  const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(([, name = '']) => plain(name));
  return names.map((name, at) => {
    const xml = part(`xl/worksheets/sheet${at + 1}.xml`);
    const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) => readRow(row, formatOf));
    const [head, ...body] = rows;
    const columns = [...(head ?? [])].map(([column, title]) => ({ column, title: String(title) }));
    return {
      name,
      headings: columns.map(({ title }) => title),
      rows: body.map((row) =>
        Object.fromEntries(
          columns.flatMap(({ column, title }) => {
            const cell = row.get(column);
            return cell === undefined ? [] : [[title, cell]];
          }),
        ),
      ),
    };
  });
}

function readRow(xml: string, formatOf: (style: string) => string): Map<string, ReadCell> {
  const cells = xml.matchAll(
    /<c r="([A-Z]+)\d+" s="(\d+)"(?: t="inlineStr"><is><t[^>]*>(.*?)<\/t><\/is>|><v>([^<]*)<\/v>)<\/c>/gs,
  );
  return new Map(
    [...cells].map(([, column = '', style = '', words, value]) => [
      column,
      words === undefined ? { value: Number(value), format: formatOf(style) } : plain(words),
    ]),
  );
}

/** The paragraphs of a Word file, those of tables too, without the empty ones; spaces that hold words together are spaces. */
export function readParagraphs(bytes: Uint8Array): string[] {
  const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .map((text) => plain(text).replaceAll('\u00a0', ' '))
    .filter((text) => text !== '');
}
