import type { Readable } from 'node:stream';
import type { Cells } from '../../core/reports/count-measure.ts';
import { MEASURE_KEYS } from '../../core/reports/measures.ts';
import { officeDay } from '../../core/time.ts';
import { type Locale, type Words, wordsFor } from '../../locales/words.ts';
import { addAuditEntry } from '../../records/audit.ts';
import type { Cell } from '../papers/workbook/cell.ts';
import { type Sheet, writeWorkbook } from '../papers/workbook/write-workbook.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeReport } from './describe-report.ts';
import { describeTargets } from './describe-targets.ts';
import type { ReportAsked } from './report-query.ts';
import { rowWords } from './row-words.ts';

type Report = Awaited<ReturnType<typeof describeReport>>;
type Targets = Awaited<ReturnType<typeof describeTargets>>;

/** A report as a workbook: its rows with their total, how each number is counted, and the targets. Who took it is written down. */
export async function reportWorkbook(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'ids'>,
  { officerId, locale, ...asked }: ReportAsked & { officerId: string; locale: Locale },
): Promise<{ file: Readable; fileName: string }> {
  const now = deps.clock.now();
  const [report, targets] = [await describeReport(deps, { ...asked, locale }), await describeTargets(deps, locale)];
  const words = wordsFor(locale);
  await addAuditEntry(deps.db, {
    ...{ id: deps.ids.next(), now, actorId: officerId, action: 'report.exported' },
    ...{ subjectKind: 'Report', subjectId: asked.by, data: { rows: report.rows.length } },
  });
  const sheets = [
    reportSheet(report, words),
    definitionSheet(report, words, { ...asked, day: officeDay(now) }),
    targetSheet(targets, words),
  ];
  return { file: writeWorkbook(sheets, { now }), fileName: words.t('reports:sheet.fileName', { day: officeDay(now) }) };
}

function reportSheet({ by, rows, total, columns }: Report, { t }: Words): Sheet {
  const titles = columns.map(({ name, unitName }) => t('reports:sheet.withUnit', { name, unit: unitName }));
  const cellsOf = (label: string, cells: Cells): Cell[] => [
    text(label),
    ...MEASURE_KEYS.map((key) => number(cells[key].value)),
  ];
  return {
    name: t('reports:sheet.report'),
    open: () => ({
      columns: [{ title: t(`reports:by.${by}`), width: 32 }, ...titles.map((title) => ({ title, width: 18 }))],
      rows: listed(rows.map(({ label, cells }) => cellsOf(label, cells))),
      footer: cellsOf(t('reports:row.total'), total),
    }),
  };
}

function definitionSheet(
  { columns, choices }: Report,
  words: Words,
  { by, filter, day }: ReportAsked & { day: string },
): Sheet {
  const { t } = words;
  const { fromYear, toYear, fund, programme, status, communeCode, sector, womanOwned } = filter;
  const communes = new Map(choices.communes.map(({ id, name }) => [id, name]));
  const chosen = (
    [
      ...([
        ['fund', fund],
        ['programme', programme],
        ['status', status],
      ] as const),
      ...([
        ['commune', communeCode],
        ['sector', sector],
        ['womanOwned', womanOwned],
      ] as const),
    ] as const
  ).flatMap(([of, key]) =>
    key === undefined
      ? []
      : [[text(t(`reports:by.${of}`)), text(rowWords(of, key === null ? null : String(key), { words, communes }))]],
  );
  const isAll = fromYear === undefined && toYear === undefined;
  const years = t('reports:sheet.yearsOf', { from: fromYear ?? '…', to: toYear ?? '…' });
  const about: Cell[][] = [
    [text(t('reports:title')), text(t(`reports:by.${by}`))],
    [text(t('reports:sheet.years')), text(isAll ? t('reports:sheet.allYears') : years)],
    ...chosen,
    [text(t('reports:sheet.madeOn')), { kind: 'day', day }],
  ];
  const counted = columns.map(({ name, unitName, definition, several, missing }) => {
    const gap = missing === null ? null : t('reports:sheet.missing', { text: missing });
    return [text(name), text([definition, several, gap].filter((part) => part !== null).join(' ')), text(unitName)];
  });
  return {
    name: t('reports:sheet.definitions'),
    open: () => ({
      columns: [
        { title: t('reports:sheet.measure'), width: 32 },
        { title: t('reports:sheet.definition'), width: 110 },
        { title: t('reports:sheet.unit'), width: 14 },
      ],
      rows: listed([...counted, ...about]),
    }),
  };
}

function targetSheet({ targets }: Targets, { t }: Words): Sheet {
  const widths = {
    ...{ target: 40, fromYear: 10, toYear: 10, unit: 12, aim: 18, most: 18, reached: 18, percent: 10 },
    ...{ document: 44, certainty: 24, note: 40 },
  };
  const rows = targets.flatMap(({ target, reached, unitName, certaintyName }) => {
    const { name, fromYear, toYear, value, mostValue, document, note, parts } = target;
    const years = [text(String(fromYear)), text(String(toYear)), text(unitName)];
    const ofParts = parts.map((part, at): Cell[] => {
      const has = reached.parts[at] ?? undefined;
      const label = t('reports:sheet.part', { name, part: part.name });
      return [text(label), ...years, number(part.value), undefined, number(has?.value), percent(has?.percent)];
    });
    const whole = [number(value), number(mostValue), number(reached.value), percent(reached.percent)];
    return [[text(name), ...years, ...whole, text(document), text(certaintyName), text(note)], ...ofParts];
  });
  const titles = Object.entries(widths) as [keyof typeof widths, number][];
  return {
    name: t('reports:sheet.targets'),
    open: () => ({
      columns: titles.map(([key, width]) => ({ title: t(`reports:sheet.${key}`), width })),
      rows: listed(rows),
    }),
  };
}

async function* listed(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}

const text = (words: string): Cell => (words === '' ? undefined : { kind: 'text', text: words });
const number = (value: number | undefined): Cell =>
  value === undefined ? undefined : { kind: 'number', number: value };
const percent = (value: number | undefined): Cell =>
  value === undefined ? undefined : { kind: 'percent', percent: value };
