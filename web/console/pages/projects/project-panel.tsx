import '../../words/projects.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type DeedAction, type ProjectData, projectQuery } from '../../api/project-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayIsoDay } from '../../text/iso-days.ts';
import { sayMoney } from '../../text/money.ts';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { Deciders, Source } from './deciders.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { ProgressReports } from './progress-reports.tsx';
import { ProjectFacts } from './project-facts.tsx';
import classes from './projects.module.css';

/** The steps that lead on; the others stand beside them. */
const ONWARD: readonly DeedAction[] = [
  ...(['propose', 'approve', 'contract', 'begin', 'inspect', 'settle', 'close', 'grant-amendment'] as const),
];
const BESIDE: readonly DeedAction[] = [
  ...(['refuse-amendment', 'report-progress', 'pay-advance', 'return-advance', 'ask-amendment'] as const),
];

/** A request as a project (đề án): how far it is, what is due, and the steps that may be taken. */
export function ProjectPanel({ id, onPhoto }: { id: string; onPhoto: (id: string) => void }) {
  const { data, error, isPending, refetch } = useQuery(projectQuery(id));
  const [action, setAction] = useState<DeedAction>();
  if (isPending) return <Loading rows={2} />;
  if (data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  return (
    <div className={classes.panel}>
      {data.project === null ? (
        <p className={classes.quiet}>{usualPlan(data)}</p>
      ) : (
        <ProjectFacts project={data.project} />
      )}
      {data.ended === null ? null : <Ended data={data} ended={data.ended} />}
      <Due due={data.due} />
      {data.project?.fund === 'local' ? <p className={classes.quiet}>{t('projects.due.local')}</p> : null}
      <Overlaps overlaps={data.overlaps} />
      {data.asked === null ? null : <AskedAmendment asked={data.asked} />}
      {data.reports.length === 0 ? null : (
        <ProgressReports reports={data.reports} personId={data.personId} onPhoto={onPhoto} />
      )}
      <Steps data={data} onStep={setAction} />
      {action === undefined ? null : (
        <DeedDialog key={action} data={data} action={action} onClose={() => setAction(undefined)} />
      )}
    </div>
  );
}

function Steps({ data, onStep }: { data: ProjectData; onStep: (action: DeedAction) => void }) {
  const may = (action: DeedAction): boolean => data.actions.includes(action);
  const [onward, beside] = [ONWARD.filter(may), BESIDE.filter(may)];
  const isForNobodyHere = onward.length + beside.length === 0 && !may('step-back') && data.actions.includes('claim');
  return (
    <div className={`${classes.steps} no-print`}>
      {isForNobodyHere ? (
        <p className={classes.quiet}>
          {t('projects.takeFirst', { button: data.holder === null ? t('review.do.claim') : t('review.do.takeOver') })}
        </p>
      ) : null}
      {onward.map((action) => (
        <Button key={action} onClick={() => onStep(action)}>
          {t(`projects.deed.${action}.do`)}
        </Button>
      ))}
      {beside.map((action) => (
        <Button key={action} variant="default" onClick={() => onStep(action)}>
          {t(`projects.deed.${action}.do`)}
        </Button>
      ))}
      {may('step-back') ? (
        <Button variant="subtle" color="gray" onClick={() => onStep('step-back')}>
          {t('projects.deed.step-back.do')}
        </Button>
      ) : null}
    </div>
  );
}

/** That it was refused out of the plan, or withdrawn: by whom, when and why, and how a slip is mended. */
function Ended({ data, ended }: { data: ProjectData; ended: NonNullable<ProjectData['ended']> }) {
  const { kind, at, by, reason } = ended;
  const moment = sayMoment(new Date(at));
  return (
    <div className={classes.told}>
      <p>{t(`projects.ended.${kind}`, { who: by ?? t('conversation.officer'), moment })}</p>
      {reason === null ? null : <p>{t('projects.ended.reason', { reason })}</p>}
      {data.actions.includes('reopen') ? <p className={classes.quiet}>{t('projects.ended.back')}</p> : null}
    </div>
  );
}

function Due({ due }: Pick<ProjectData, 'due'>) {
  if (due.length === 0) return null;
  return (
    <section aria-label={t('projects.due.title')}>
      <h3>{t('projects.due.title')}</h3>
      <ul className={classes.lines}>
        {due.map(({ id, of, on, isPast, isConfirmed, ...source }) => (
          <li key={id}>
            {t('projects.due.line', { what: t(`projects.due.${id}`), who: t(`projects.of.${of}`), day: sayIsoDay(on) })}{' '}
            {isPast ? <Mark tone="late">{t('projects.due.past')}</Mark> : null}
            <Source {...source} />
            {isConfirmed ? null : <span className={classes.source}>{t('projects.due.unconfirmed')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Overlaps({ overlaps }: Pick<ProjectData, 'overlaps'>) {
  if (overlaps.length === 0) return null;
  return (
    <section aria-label={t('projects.overlap.title')}>
      <h3>{t('projects.overlap.title')}</h3>
      <ul className={classes.lines}>
        {overlaps.map(({ id, code, why, state, year, sumVnd }) => (
          <li key={id}>
            <Link href={`/requests/${id}`} className="numbers">
              {code}
            </Link>
            {': '}
            {[
              t(`projects.overlap.${why}`),
              t(`projects.overlap.${state}`, { year }),
              ...(sumVnd === null ? [] : [sayMoney(sumVnd)]),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AskedAmendment({ asked }: { asked: NonNullable<ProjectData['asked']> }) {
  return (
    <section aria-label={t('projects.askedTitle')}>
      <h3>{t('projects.askedTitle')}</h3>
      <p className={classes.told}>
        {t(`projects.amendment.${asked.amendment}`)}: “{asked.text}”{' '}
        <span className={classes.quiet}>
          <Moment at={asked.askedAt} />
        </span>
      </p>
      <Deciders asked={asked} />
    </section>
  );
}

/** For which plan year it would be, since the year's own plan is usually closed. */
function usualPlan({ planYear: { planYear, closesOn, isPast, next } }: ProjectData): string {
  const values = { year: planYear, day: sayIsoDay(closesOn), next: next.planYear, nextDay: sayIsoDay(next.closesOn) };
  return t(isPast ? 'projects.usual.past' : 'projects.usual.open', values);
}
