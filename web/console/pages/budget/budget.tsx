import '../../words/budget.ts';
import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { budgetQuery, type QuotaAccount } from '../../api/budget-queries.ts';
import { meQuery } from '../../api/queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayFullDate } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';
import { sayCount } from '../announcements/say-count.ts';
import classes from './budget.module.css';
import { ChangeQuota } from './change-quota.tsx';
import { ReminderCalls } from './reminder-calls.tsx';

/** What the month's messages have left, what they are going to be spent on, and whom to phone instead. */
export default function Budget() {
  const { data, error, isPending, refetch } = useQuery(budgetQuery);
  if (isPending) return <Loading />;
  if (data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  return (
    <>
      <PageHead title={t('budget.title')}>{t('budget.explain')}</PageHead>
      {data.accounts.length === 0 ? <Empty title={t('budget.none')}>{t('budget.noneHow')}</Empty> : null}
      {data.accounts.map((account) => (
        <Account key={`${account.channel}/${account.account}`} account={account} month={data.month} />
      ))}
      {data.free.length === 0 ? null : (
        <section className={classes.account}>
          <h2>{t('budget.free.title')}</h2>
          <p className={classes.quiet}>{t('budget.free.explain')}</p>
          <ul className={classes.plain}>
            {data.free.map(({ channel, account, people }) => (
              <li key={`${channel}/${account}`} className="numbers">
                {t('budget.free.people', { channel: sayChannel(channel), count: sayCount(people) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.accounts.length === 0 ? null : <ReminderCalls />}
    </>
  );
}

const sayChannel = (channel: string): string => tell(`channel.${channel}`) ?? channel;
/** "11/2026" of 2026-11 */
const sayMonth = (month: string): string => month.split('-').toReversed().join('/');

function Account({ account, month }: { account: QuotaAccount; month: string }) {
  const [isChanging, setChanging] = useState(false);
  const role = useQuery(meQuery).data?.officer.role;
  const { limit, sent, replies, started, kept, reserve, left, leftOfAll, people } = account;
  const spent = {
    limit: sayCount(limit),
    sent: sayCount(sent),
    replies: sayCount(replies),
    started: sayCount(started),
  };
  const label = t('budget.account', { channel: sayChannel(account.channel), month: sayMonth(month) });
  return (
    <section className={classes.account} aria-label={label}>
      <h2>{label}</h2>
      <p className={classes.total}>{t('budget.left', { left: sayCount(leftOfAll) })}</p>
      <p>{t('budget.of', spent)}</p>
      <p>{t(reserve === null ? 'budget.keptSuggested' : 'budget.kept', { kept: sayCount(kept) })}</p>
      <p>{t('budget.forStarted', { left: sayCount(left) })}</p>
      <p className={classes.quiet}>{t('budget.people', { count: sayCount(people) })}</p>
      <Checked account={account} />
      {role === 'administrator' ? (
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('budget.change.open')}
        </Button>
      ) : null}
      {isChanging ? <ChangeQuota account={account} onClose={() => setChanging(false)} /> : null}
      <Plan account={account} />
    </section>
  );
}

/** Who looked it up when; what is not sure of it. */
function Checked({ account }: { account: QuotaAccount }) {
  const { checkedOn, checkedBy, isUnchecked, certainty, refusedAt, refusedSent } = account;
  const warning = checkedOn === null ? t('budget.neverChecked') : t('budget.longUnchecked');
  return (
    <>
      {checkedOn === null ? null : (
        <p className={classes.quiet}>
          {t('budget.checked', { by: checkedBy ?? t('budget.somebody'), day: sayFullDate(new Date(checkedOn)) })}
        </p>
      )}
      {isUnchecked ? <Alert color="amber">{warning}</Alert> : null}
      <p className={classes.quiet}>
        {certainty === 'secondary' ? `${t('budget.secondary')} ` : null}
        {t('budget.unknown')}
      </p>
      {refusedAt === null ? null : (
        <p>{t('budget.refused', { day: sayFullDate(new Date(refusedAt)), sent: sayCount(refusedSent ?? 0) })}</p>
      )}
    </>
  );
}

function Plan({ account: { kinds, short } }: { account: QuotaAccount }) {
  return (
    <>
      <h3>{t('budget.plan.title')}</h3>
      {short === 0 ? (
        <p>{t('budget.plan.enough')}</p>
      ) : (
        <Alert color="amber">{t('budget.plan.short', { count: sayCount(short) })}</Alert>
      )}
      <table className={classes.table} aria-label={t('budget.plan.title')}>
        <thead>
          <tr>
            <th scope="col">{t('budget.plan.kind')}</th>
            <th scope="col">{t('budget.plan.waiting')}</th>
            <th scope="col">{t('budget.plan.coming')}</th>
            <th scope="col">{t('budget.plan.fits')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ importance, waiting, coming, fits }) => (
            <tr key={importance}>
              <th scope="row">{t(`budget.plan.${importance}`)}</th>
              <td className="numbers">{sayCount(waiting)}</td>
              <td className="numbers">{sayCount(coming)}</td>
              <td className={`numbers ${fits < waiting + coming ? classes.warned : ''}`}>{sayCount(fits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
