import type { ReportData } from '../../api/report-queries.ts';
import { sayExactly, sayMillions } from '../../text/money.ts';
import { pageLocale, t } from '../../words/words.ts';
import classes from './reports.module.css';

export type Column = ReportData['columns'][number];
type Cell = ReportData['total'][Column['key']];

/** A row for each year, commune or the like, and the total below; each column's heading points to how it is counted. */
export function ReportTable({ report, columns }: { report: ReportData; columns: readonly Column[] }) {
  const { by, rows, total } = report;
  const name = t('reports.table.name', { by: t(`reports.by.${by}`) });
  return (
    // It is wider than a phone, so it can be reached and moved by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section className={classes.scroll} tabIndex={0} aria-label={t('reports.table.scroll')}>
      <table className={classes.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t(`reports.by.${by}`)}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-describedby={`how-${column.key}`}>
                {column.name}
                <span className={classes.unit}>{unitOf(column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells }) => (
            <tr key={key ?? 'unknown'}>
              <th scope="row">{label}</th>
              {columns.map((column) => (
                <Value key={column.key} column={column} cell={cells[column.key]} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('reports.table.total')}</th>
            {columns.map((column) => (
              <Value key={column.key} column={column} cell={total[column.key]} />
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Value({ column, cell }: { column: Column; cell: Cell }) {
  return (
    <td title={column.unit === 'vnd' ? sayExactly(cell.value) : undefined}>
      {sayValue(column, cell.value)}
      {cell.unknown === 0 ? null : (
        <span className={classes.unknown}>{t('reports.table.missing', { count: cell.unknown })}</span>
      )}
    </td>
  );
}

/** Money in millions to the đồng, the others as they are. */
export function sayValue({ unit }: Pick<Column, 'unit'>, value: number): string {
  return unit === 'vnd' ? sayMillions(value) : value.toLocaleString(pageLocale() === 'en' ? 'en-GB' : 'vi-VN');
}

export function unitOf({ unit, unitName }: Pick<Column, 'unit' | 'unitName'>): string {
  return unit === 'vnd' ? t('reports.table.inMillions') : unitName;
}
