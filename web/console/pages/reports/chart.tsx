import { NativeSelect } from '@mantine/core';
import type { ReportData } from '../../api/report-queries.ts';
import { t } from '../../words/words.ts';
import { type Column, sayValue, unitOf } from './report-table.tsx';
import classes from './reports.module.css';

type Props = {
  report: ReportData;
  columns: readonly Column[];
  /** The number that is drawn. */
  drawn: string;
  onDraw: (key: string) => void;
};

/** One number of each row as a bar; the number stands beside it, so that nothing is told by its length alone. */
export function Chart({ report, columns, drawn, onDraw }: Props) {
  const column = columns.find(({ key }) => key === drawn) ?? columns[0];
  if (column === undefined) return null;
  const values = report.rows.map(({ key, label, cells }) => ({ key, label, value: cells[column.key].value }));
  const most = Math.max(...values.map(({ value }) => value), 0);
  return (
    <section className={classes.chart} aria-labelledby="chart-title">
      <div className={classes.chartHead}>
        <h2 id="chart-title">{t('reports.chart.title')}</h2>
        <NativeSelect
          className="no-print"
          label={t('reports.chart.measure')}
          value={column.key}
          data={columns.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={({ currentTarget }) => onDraw(currentTarget.value)}
        />
      </div>
      <p className={classes.quiet}>
        {column.name} ({unitOf(column)})
      </p>
      {most === 0 ? (
        <p>{t('reports.chart.nothing')}</p>
      ) : (
        <ul className={classes.bars}>
          {values.map(({ key, label, value }) => (
            <li key={key ?? 'unknown'}>
              <span>{label}</span>
              <span className={classes.track} aria-hidden="true">
                <span className={classes.bar} style={{ width: `${(value / most) * 100}%` }} />
              </span>
              <span className="numbers">{sayValue(column, value)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
