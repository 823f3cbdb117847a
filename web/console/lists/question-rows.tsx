import { Link } from 'wouter';
import type { QuestionItem } from '../api/queries.ts';
import { QuestionMark, SampleTag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { sayPerson } from '../text/say-person.ts';
import { sayPromise } from '../text/say-promise.ts';
import { sayAgo } from '../text/say-time.ts';
import { t } from '../words/words.ts';
import classes from './rows.module.css';
import { Rows } from './rows.tsx';

export function QuestionRows({ items, label }: { items: QuestionItem[]; label: string }) {
  const columns = [t('question.column.text'), t('question.column.person'), t('question.column.status')];
  return (
    <Rows label={label} columns={columns}>
      {items.map((item) => (
        <tr key={item.id}>
          <td className={classes.wide}>
            <Link href={`/questions/${item.id}`} data-row className={classes.clamp}>
              {item.kind === 'wrong-answer' ? (
                <span className={classes.quiet}>{t('question.kind.wrong-answer')}: </span>
              ) : null}
              {item.text === '' ? t(`question.kind.${item.kind}`) : item.text}
            </Link>
          </td>
          <td className={classes.who}>
            <span className={classes.names}>
              {sayPerson(item.personName)}
              {item.isSample ? <SampleTag /> : null}
            </span>
            <span className={`${classes.quiet} ${classes.small}`}>
              <Moment at={item.askedAt} ago />
            </span>
          </td>
          <td className={`${classes.when} ${classes.status}`}>
            <QuestionMark status={item.status} firstPromisedAt={item.firstPromisedAt} />
            <div className={`${classes.quiet} ${classes.small}`}>{about(item)}</div>
          </td>
        </tr>
      ))}
    </Rows>
  );
}

/** Until when, or by whom and when. */
function about(item: QuestionItem): string {
  if (item.status === 'waiting') return sayPromise(item);
  const by = item.answeredBy ?? '';
  return item.answeredAt === null ? by : `${by} · ${sayAgo(new Date(item.answeredAt))}`;
}
