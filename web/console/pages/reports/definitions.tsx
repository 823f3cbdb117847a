import { t } from '../../words/words.ts';
import type { Column } from './report-table.tsx';
import classes from './reports.module.css';

/** How each number of the table is counted, and why one may not be what its rows add up to. On paper it stands open. */
export function Definitions({ columns }: { columns: readonly Column[] }) {
  const list = columns.map(({ key, name, definition, several, missing }) => (
    <div key={key}>
      <dt>{name}</dt>
      <dd id={`how-${key}`}>
        {definition}
        {several === null ? null : <span className={classes.remark}>{several}</span>}
        {missing === null ? null : (
          <span className={classes.remark}>{t('reports.targets.missing', { text: missing })}</span>
        )}
      </dd>
    </div>
  ));
  return (
    <details className={classes.how}>
      <summary>{t('reports.how')}</summary>
      <dl>{list}</dl>
    </details>
  );
}
