import { Link } from 'wouter';
import { t, tell } from '../../words/words.ts';
import classes from './announcement.module.css';
import { OnItsWay } from './on-its-way.tsx';
import type { AnnouncementData, Ledger } from './queries.ts';
import { sayCount } from './say-count.ts';

/** What became of its messages: every one of them stands in exactly one line, and the lines add up. */
export function Progress({ announcement }: { announcement: AnnouncementData }) {
  const { state, ledger, plannedAt } = announcement;
  const done = ledger.targeted - ledger.waiting;
  return (
    <section className={classes.progress} aria-labelledby="progress">
      <h2 id="progress">{t('announce.progress.title')}</h2>
      {ledger.targeted === 0 ? (
        <p>
          {t(plannedAt === null && state === 'sending' ? 'announce.progress.planning' : 'announce.progress.nobody')}
        </p>
      ) : (
        <>
          <Bar ledger={ledger} done={done} />
          <Lines ledger={ledger} />
          {ledger.ambiguous === 0 ? null : <p className={classes.quiet}>{t('announce.progress.ambiguousHow')}</p>}
        </>
      )}
      <OnItsWay announcement={announcement} />
      {ledger.failed + ledger.ambiguous + ledger.skipped > 0 || state === 'sent' || state === 'stopped' ? (
        <Link className={classes.calls} href={`/announcements/${announcement.id}/calls`}>
          {t('announce.calls.open')}
        </Link>
      ) : null}
    </section>
  );
}

function Bar({ ledger, done }: { ledger: Ledger; done: number }) {
  const { targeted, sent } = ledger;
  const width = (count: number): string => `${(count / targeted) * 100}%`;
  const words = t('announce.progress.bar', { done: sayCount(done), all: sayCount(targeted) });
  return (
    <>
      <p className="numbers">{words}</p>
      <div
        className={classes.bar}
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={targeted}
        aria-valuenow={done}
        aria-label={words}
      >
        <span className={classes.barSent} style={{ width: width(sent) }} />
        <span className={classes.barOther} style={{ width: width(done - sent) }} />
      </div>
    </>
  );
}

type Line = { key: string; label: string; count: number; isPart?: boolean };

function Lines({ ledger }: { ledger: Ledger }) {
  const { sent, seen, waiting, failed, ambiguous, skippedBy, targeted } = ledger;
  const lines: Line[] = [
    { key: 'sent', label: t('announce.progress.sent'), count: sent },
    { key: 'seen', label: t('announce.progress.seen'), count: seen, isPart: true },
    { key: 'waiting', label: t('announce.progress.waiting'), count: waiting },
    { key: 'failed', label: t('announce.progress.failed'), count: failed },
    { key: 'ambiguous', label: t('announce.progress.ambiguous'), count: ambiguous },
    ...Object.entries(skippedBy).map(([reason, count]) => ({
      key: reason,
      label: `${t('announce.progress.skipped')}: ${tell(`announce.progress.reason.${reason}`) ?? reason}`,
      count,
    })),
  ];
  return (
    <table className={classes.ledger}>
      <tbody>
        {lines
          .filter(({ count, key }) => count > 0 || key === 'sent')
          .map(({ key, label, count, isPart }) => (
            <tr key={key} className={isPart ? classes.part : undefined}>
              <th scope="row">{label}</th>
              <td className="numbers">{sayCount(count)}</td>
            </tr>
          ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('announce.progress.all')}</th>
          <td className="numbers">{sayCount(targeted)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
