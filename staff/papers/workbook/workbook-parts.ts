import { escapeXml } from './cell.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const LONGEST_NAME = 31;

/** Names as Excel allows them: at most 31 characters, without []:*?/\ and without a quote at the ends, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim() || '-';
    for (let copy = 1; ; copy += 1) {
      const ending = copy === 1 ? '' : ` ${copy}`;
      const fitting = shorten(plain, LONGEST_NAME - ending.length) + ending;
      if (taken.has(fitting.toLowerCase())) continue;
      taken.add(fitting.toLowerCase());
      return fitting;
    }
  });
}

function shorten(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}

/** All of a workbook that is no sheet, by its path in the file. */
export function workbookParts(names: readonly string[]): { path: string; xml: string }[] {
  return [
    { path: '[Content_Types].xml', xml: contentTypes(names.length) },
    { path: '_rels/.rels', xml: relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }]) },
    { path: 'xl/workbook.xml', xml: workbook(names) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relations([
        ...names.map((_, at) => ({ type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
        { type: 'styles', target: 'styles.xml' },
      ]),
    },
    { path: 'xl/styles.xml', xml: STYLES },
  ];
}

function contentTypes(sheets: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  const ofSheets = Array.from({ length: sheets }, (_, at) => override(`worksheets/sheet${at + 1}.xml`, 'worksheet'));
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('workbook.xml', 'sheet.main')}${ofSheets.join('')}${override('styles.xml', 'styles')}</Types>`
  );
}

function relations(list: readonly { type: string; target: string }[]): string {
  const each = list.map(
    ({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** The headings are printed again on each page. */
function workbook(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const titles = names.map(
    (name, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeXml(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
  );
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets>` +
    `<definedNames>${titles.join('')}</definedNames></workbook>`
  );
}

/** Formats that a sheet has by number: 49 is text, 3 is #,##0, 9 and 10 are percentages. */
const FORMATS = { 164: 'dd/mm/yyyy', 165: 'mm/yyyy', 166: 'dd/mm/yyyy hh:mm' };

/** In the order of `STYLE` (cell.ts). */
const CELL_STYLES = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  formatted(49),
  formatted(49, ' quotePrefix="1"'),
  ...[3, 9, 10, 164, 165, 166].map((format) => formatted(format)),
];

function formatted(format: number, more = ''): string {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"${more}><alignment vertical="top"/></xf>`;
}

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3">` +
  Object.entries(FORMATS)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
    .join('') +
  '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEDF2EE"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA8A0"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELL_STYLES.length}">${CELL_STYLES.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
