import { Link } from 'wouter';
import type { AuditItem } from '../../api/audit-queries.ts';
import classes from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { sayClock, sayFullDate } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';

/** Where what a line is about can be looked at; the others have no page of their own. */
const PAGES: Record<string, string> = {
  Announcement: '/announcements',
  Application: '/requests',
  ApplicationWindow: '/windows',
  Course: '/courses',
  DataSubjectRequest: '/data',
  Establishment: '/establishments',
  HumanHandoff: '/questions',
  IncidentReport: '/data/incidents',
};

/** Exact times: a log is read to know what came before what. */
export function AuditRows({ items, label }: { items: AuditItem[]; label: string }) {
  const columns = [t('audit.column.at'), t('audit.column.who'), t('audit.column.deed'), t('audit.column.about')];
  return (
    <Rows label={label} columns={columns}>
      {items.map((item) => (
        <tr key={item.id}>
          <td className={`${classes.when} ${classes.quiet} numbers`}>
            <time dateTime={item.at}>
              {t('time.onPaper', { clock: sayClock(new Date(item.at)), day: sayFullDate(new Date(item.at)) })}
            </time>
          </td>
          <td className={classes.wide}>{item.actorName ?? t(item.actorId === null ? 'audit.system' : 'audit.gone')}</td>
          <td className={classes.wide}>{tell(`audit.deed.${item.action}`) ?? item.action}</td>
          <td className={classes.wide}>
            <About item={item} />
          </td>
        </tr>
      ))}
    </Rows>
  );
}

function About({ item: { subjectKind, subjectId, subjectName } }: { item: AuditItem }) {
  const what = subjectName ?? tell(`audit.subject.${subjectKind}`) ?? subjectKind;
  const page = PAGES[subjectKind];
  return page === undefined ? what : <Link href={`${page}/${subjectId}`}>{what}</Link>;
}
