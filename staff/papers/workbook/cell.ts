import { OFFICE_ZONE } from '../../../core/time.ts';

/** What stands in one cell of a sheet; nothing at all where it is undefined. */
export type Cell =
  | { kind: 'text'; text: string }
  /** Whole numbers: counts and đồng. */
  | { kind: 'number'; number: number }
  /** 70 is 70 %. */
  | { kind: 'percent'; percent: number }
  /** "2027-03-15" */
  | { kind: 'day'; day: string }
  /** "2027-03" */
  | { kind: 'month'; month: string }
  | { kind: 'moment'; at: Date }
  | undefined;

/** The places of the styles in `styles.xml`. */
const STYLE = {
  heading: 1,
  text: 2,
  /** Text that stays text also when somebody edits the cell. */
  quoted: 3,
  number: 4,
  percent: 5,
  percentExact: 6,
  day: 7,
  month: 8,
  moment: 9,
} as const;

/** Day 0 of a sheet, as Excel, LibreOffice and Google count from 1 March 1900 on. */
const DAY_0 = Temporal.PlainDate.from('1899-12-30');
const DAY_SECONDS = 86_400;
const LONGEST_TEXT = 32_767;
/** What a spreadsheet may take for the beginning of a formula, in both widths, also behind blanks that nobody sees. */
const LIKE_A_FORMULA = /^[\s\u200b\u2060]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** The cell at a place ("B7") in the language of sheets. */
export function cellXml(place: string, cell: Exclude<Cell, undefined>): string {
  switch (cell.kind) {
    case 'text':
      return textXml(place, cell.text, LIKE_A_FORMULA.test(cell.text) ? STYLE.quoted : STYLE.text);
    case 'number':
      return valueXml(place, cell.number, STYLE.number);
    case 'percent':
      return valueXml(place, cell.percent / 100, Number.isInteger(cell.percent) ? STYLE.percent : STYLE.percentExact);
    case 'day':
      return valueXml(place, dayNumber(Temporal.PlainDate.from(cell.day)), STYLE.day);
    case 'month':
      return valueXml(place, dayNumber(Temporal.PlainDate.from(`${cell.month}-01`)), STYLE.month);
    case 'moment':
      return valueXml(place, momentNumber(cell.at), STYLE.moment);
  }
}

export function headingXml(place: string, text: string): string {
  return textXml(place, text, STYLE.heading);
}

function textXml(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

function valueXml(place: string, value: number, style: number): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

/** As XML may hold it; "_x0041_" would be read as an A by Excel, so its first sign is told by its number. */
function escapeText(text: string): string {
  return (
    escapeXml(text.slice(0, LONGEST_TEXT).replaceAll(/\r\n?/g, '\n'))
      // What XML cannot hold at all.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  );
}

export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function dayNumber(day: Temporal.PlainDate): number {
  return DAY_0.until(day, { largestUnit: 'days' }).days;
}

/** A sheet knows no zones: the clock of the office. */
function momentNumber(at: Date): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(OFFICE_ZONE);
  const seconds = local.hour * 3600 + local.minute * 60 + local.second;
  return dayNumber(local.toPlainDate()) + seconds / DAY_SECONDS;
}
