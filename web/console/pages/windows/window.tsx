import '../../words/windows.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type WindowData, windowQuery } from '../../api/window-queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayInstant, sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { OtherLines, RoundList } from './round-list.tsx';
import { sayArea, sayKindAndProgramme, sayRound, sayRule } from './say-window.ts';
import { WindowMark } from './window-mark.tsx';
import classes from './windows.module.css';
import { WithdrawWindow } from './withdraw-window.tsx';

/** One application window: its dates, whom its reminders reach, and what was and will be said. */
export default function WindowPage({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(windowQuery(id));
  const [isWithdrawing, setWithdrawing] = useState(false);
  const back = { href: '/windows', label: t('windows.back') };
  if (data === undefined) {
    return (
      <>
        <PageHead title={t('nav.windows')} back={back} />
        {isPending ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />}
      </>
    );
  }
  const { window } = data;
  return (
    <>
      <PageHead
        title={sayKindAndProgramme(window)}
        marks={<WindowMark state={window.state} />}
        back={back}
        actions={
          window.state === 'withdrawn' ? undefined : (
            <>
              <Button component={Link} href={`/windows/${id}/change`} variant="default">
                {t('windows.change')}
              </Button>
              {window.state === 'past' ? null : (
                <Button variant="default" onClick={() => setWithdrawing(true)}>
                  {t('windows.withdraw')}
                </Button>
              )}
            </>
          )
        }
      />
      <div className={classes.columns}>
        <Facts window={window} />
        <Reminders window={window} />
      </div>
      {isWithdrawing ? <WithdrawWindow window={window} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}

function Facts({ window }: { window: WindowData }) {
  const { counts } = window;
  return (
    <dl className={classes.facts}>
      <dt>{t('windows.page.dates')}</dt>
      <dd>
        {t('windows.from', { at: sayInstant(window.opensAt) })} {t('windows.to', { at: sayInstant(window.closesAt) })}
        <p className={classes.quiet}>{t('windows.zone', { zone: window.zone })}</p>
      </dd>
      <dt>{t('windows.page.area')}</dt>
      <dd>{sayArea(window)}</dd>
      {window.note === '' ? null : (
        <>
          <dt>{t('windows.page.note')}</dt>
          <dd>{window.note}</dd>
        </>
      )}
      {window.noteEn === '' ? null : (
        <>
          <dt>{t('windows.form.noteEn')}</dt>
          <dd>{window.noteEn}</dd>
        </>
      )}
      <dt>{t('windows.rule.when')}</dt>
      <dd>{sayRule(window.rule)}</dd>
      <dt>{t('windows.rule.whom')}</dt>
      <dd>{window.rule.whom.map((each) => t(`windows.rule.of.${each}`)).join('; ')}</dd>
      {window.state === 'past' || window.state === 'withdrawn' ? null : (
        <>
          <dt>{t('windows.page.meant')}</dt>
          <dd>
            {t('windows.people', { count: window.meant })}
            <p className={classes.quiet}>{t('windows.page.meantHow')}</p>
          </dd>
        </>
      )}
      <dt>{t('windows.page.version')}</dt>
      <dd className="numbers">{window.version}</dd>
      <dt>{t('windows.page.messages')}</dt>
      <dd>
        {t('windows.page.messagesValue', counts)}
        {counts.ambiguous === 0 ? null : (
          <p className={classes.warn}>{t('windows.page.ambiguous', { count: counts.ambiguous })}</p>
        )}
      </dd>
      <dt>{t('windows.page.requests')}</dt>
      <dd className="numbers">{window.requests}</dd>
    </dl>
  );
}

function Reminders({ window }: { window: WindowData }) {
  const isChanged = window.version > 1;
  return (
    <section>
      <h2>{t('windows.page.coming')}</h2>
      {window.coming.length === 0 ? <p className={classes.quiet}>{t('windows.page.noComing')}</p> : null}
      <RoundList rounds={window.coming} />
      <OtherLines rounds={window.coming} />
      {window.past.length === 0 ? null : (
        <>
          <h2>{t('windows.page.past')}</h2>
          <ul className={classes.done}>
            {window.past.map((round) => (
              <li key={`${round.version}/${round.which}`}>
                {sayRound(round.which)}
                {isChanged ? (
                  <span className={classes.quiet}> ({t('windows.ofVersion', { version: round.version })})</span>
                ) : null}
                <p className={round.outcome === 'missed' ? classes.warn : classes.quiet}>
                  {round.outcome === 'missed' || round.outcome === 'past'
                    ? t(`windows.outcome.${round.outcome}`)
                    : t('windows.outcome.planned', { at: sayMoment(new Date(round.at)) })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {window.withdrawnAt === null ? null : (
        <p className={classes.quiet}>
          {t('windows.state.withdrawn')} <Moment at={window.withdrawnAt} />
        </p>
      )}
    </section>
  );
}
