import { Link } from 'wouter';
import type { RequestItem } from '../api/queries.ts';
import { RequestMark, SampleTag } from '../parts/marks.tsx';
import { sayPerson } from '../text/say-person.ts';
import { sayAgo } from '../text/say-time.ts';
import { t } from '../words/words.ts';
import classes from './rows.module.css';
import { Rows } from './rows.tsx';

export function RequestRows({ items, label }: { items: RequestItem[]; label: string }) {
  const columns = [
    t('request.column.code'),
    t('request.column.what'),
    t('request.column.who'),
    t('request.column.status'),
  ];
  return (
    <Rows label={label} columns={columns}>
      {items.map((item) => (
        <tr key={item.id}>
          <td className={classes.when}>
            <Link href={`/requests/${item.id}`} data-row className="numbers">
              {item.code}
            </Link>
          </td>
          <td className={classes.wide}>
            <span className={classes.clamp}>{item.summary.what}</span>
            <span className={`${classes.quiet} ${classes.small} ${classes.clamp}`}>{item.summary.product}</span>
          </td>
          <td>
            <span className={classes.names}>
              {sayPerson(item.summary.name ?? item.personName)}
              {item.isSample ? <SampleTag /> : null}
            </span>
            <span className={`${classes.quiet} ${classes.small}`}>{item.summary.place}</span>
          </td>
          <td className={classes.when}>
            <RequestMark status={item.status} />
            <div className={`${classes.quiet} ${classes.small}`}>{sayAgo(new Date(item.submittedAt))}</div>
          </td>
        </tr>
      ))}
    </Rows>
  );
}
