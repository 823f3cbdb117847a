import { useQuery } from '@tanstack/react-query';
import { type ReminderCall, reminderCallsQuery } from '../../api/budget-queries.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './budget.module.css';

/** Whom to phone because the month had no room for their reminder; near deadlines first. */
export function ReminderCalls() {
  const { data, error, isPending, refetch } = useQuery(reminderCallsQuery);
  return (
    <section className={classes.account} aria-label={t('budget.calls.title')}>
      <h2>{t('budget.calls.title')}</h2>
      {isPending ? <Loading rows={1} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      {data?.people.length === 0 ? <p>{t('budget.calls.none')}</p> : null}
      {data === undefined || data.people.length === 0 ? null : (
        <table className={classes.table} aria-label={t('budget.calls.title')}>
          <thead>
            <tr>
              <th scope="col">{t('budget.calls.person')}</th>
              <th scope="col">{t('budget.calls.phone')}</th>
              <th scope="col">{t('budget.calls.about')}</th>
            </tr>
          </thead>
          <tbody>
            {data.people.map((call) => (
              <tr key={`${call.personId}/${call.about}/${call.closesAt}`}>
                <th scope="row">
                  {call.name === '' ? t('budget.calls.unnamed') : call.name}
                  <div className={classes.quiet}>
                    {[call.commune, call.province].filter(Boolean).join(', ') || t('budget.calls.noPlace')}
                  </div>
                </th>
                <td className={`numbers ${classes.phone}`}>
                  {call.phone === '' ? (
                    <span className={classes.quiet}>{t('budget.calls.noPhone')}</span>
                  ) : (
                    <a href={`tel:${call.phone}`}>{call.phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')}</a>
                  )}
                </td>
                <td>
                  {sayAbout(call)}
                  {call.isWaiting ? <div className={classes.quiet}>{t('budget.calls.waits')}</div> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function sayAbout({ about, closesAt }: ReminderCall): string {
  return about === 'window'
    ? t('budget.calls.window', { moment: closesAt === null ? '' : sayMoment(new Date(closesAt)) })
    : t(`budget.calls.${about}`);
}
