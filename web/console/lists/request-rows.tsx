import { Link } from 'wouter';
import type { RequestItem } from '../api/queries.ts';
import { RequestMark, SampleTag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { sayPerson } from '../text/say-person.ts';
import { t } from '../words/words.ts';
import classes from './rows.module.css';
import { Rows } from './rows.tsx';

/** Once it is decided, nobody has to know who has it. */
const UNDECIDED: readonly RequestItem['status'][] = ['in-review', 'needs-papers'];

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
          <td className={`${classes.when} ${classes.code}`}>
            <Link href={`/requests/${item.id}`} data-row className="numbers">
              {item.code}
            </Link>
          </td>
          <td className={classes.wide}>
            <span className={classes.clamp}>{item.summary.what}</span>
            <span className={`${classes.quiet} ${classes.small} ${classes.clamp}`}>{item.summary.product}</span>
          </td>
          <td className={classes.who}>
            <span className={classes.names}>
              {sayPerson(item.summary.name ?? item.personName)}
              {item.isSample ? <SampleTag /> : null}
            </span>
            <span className={`${classes.quiet} ${classes.small}`}>{item.summary.place}</span>
          </td>
          <td className={`${classes.when} ${classes.status}`}>
            <RequestMark status={item.status} />
            {item.holderId === null || !UNDECIDED.includes(item.status) ? null : (
              <div className={`${classes.quiet} ${classes.small}`}>
                {t('review.holder.inRow', { officer: item.holderName ?? t('conversation.officer') })}
              </div>
            )}
            <div className={`${classes.quiet} ${classes.small}`}>
              <Moment at={item.submittedAt} ago />
            </div>
          </td>
        </tr>
      ))}
    </Rows>
  );
}
