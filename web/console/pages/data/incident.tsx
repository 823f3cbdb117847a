import { Button, CopyButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, codeOfError, read } from '../../api/client.ts';
import { type IncidentData, incidentQuery } from '../../api/data-queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { sayPerson } from '../../text/say-person.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import classes from './data.module.css';
import { IncidentMark } from './incident-mark.tsx';
import { sayChannel, sayDataError, sayInstant, sayLeaked } from './say-data.ts';

const HOUR_MS = 3_600_000;
const STEPS = [
  { step: 'authority', field: 'authorityToldAt' },
  { step: 'people', field: 'peopleToldAt' },
  { step: 'close', field: 'closedAt' },
] as const;

/** One leak or drill: its clock, whom it concerns, and the drafts of both notices. */
export default function IncidentPage({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(incidentQuery(id));
  const back = { href: '/data/incidents', label: t('data.incidents.back') };
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  const { incident, notices } = data;
  return (
    <>
      <PageHead title={incident.what} marks={<IncidentMark incident={incident} />} back={back} />
      <div className={classes.columns}>
        <div>
          <Clock incident={incident} now={data.now} />
          <Steps incident={incident} />
          <Affected people={data.people} />
        </div>
        <div>
          <Notice title={t('data.incidents.page.authority')} text={notices.authority} />
          <Notice title={t('data.incidents.page.peopleNotice')} text={notices.people} />
        </div>
      </div>
    </>
  );
}

function Clock({ incident, now }: Pick<IncidentData, 'incident' | 'now'>) {
  const { discoveredAt, reportBy, authorityToldAt, fromAt, toAt, kinds, channel } = incident;
  const hours = Math.floor((Date.parse(reportBy) - Date.parse(now)) / HOUR_MS);
  const inAll = Math.round((Date.parse(reportBy) - Date.parse(discoveredAt)) / HOUR_MS);
  return (
    <dl className={classes.facts}>
      <dt>{t('data.incidents.page.clock')}</dt>
      <dd>
        {sayInstant(reportBy)}
        {authorityToldAt === null ? (
          <div className={hours < 0 ? classes.warn : undefined}>
            {hours < 0 ? t('data.incidents.page.over') : t('data.incidents.page.left', { hours })}
          </div>
        ) : null}
        <div className={classes.quiet}>{t('data.incidents.page.clockHow', { hours: inAll })}</div>
      </dd>
      <dt>{t('data.incidents.column.found')}</dt>
      <dd>{sayInstant(discoveredAt)}</dd>
      <dt>{t('data.incidents.page.scope')}</dt>
      <dd>
        {sayLeaked(kinds)} · {sayChannel(channel)}
        <div className={classes.quiet}>
          {sayInstant(fromAt)} – {sayInstant(toAt)}
        </div>
      </dd>
    </dl>
  );
}

/** What was done outside this page, noted by when it was done. */
function Steps({ incident }: Pick<IncidentData, 'incident'>) {
  const client = useQueryClient();
  const note = useMutation({
    mutationFn: (step: (typeof STEPS)[number]['step']) =>
      read(api.incidents[':id'].step.$post({ param: { id: incident.id }, json: { requestId: newRequestId(), step } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  });
  return (
    <ul className={classes.people}>
      {STEPS.map(({ step, field }) => {
        const at = incident[field];
        const words = t(`data.incidents.step.${step}`);
        return (
          <li key={step}>
            {at === null ? (
              <Button variant="default" loading={note.isPending} onClick={() => note.mutate(step)}>
                {words}
              </Button>
            ) : (
              <>
                {words}: <Moment at={at} />
              </>
            )}
          </li>
        );
      })}
      {note.isError ? <li role="alert">{sayDataError(note.error)}</li> : null}
    </ul>
  );
}

function Affected({ people }: Pick<IncidentData, 'people'>) {
  return (
    <section>
      <h2>
        {t('data.incidents.page.people')} (<span className="numbers">{people.length}</span>)
      </h2>
      {people.length === 0 ? <p className={classes.quiet}>{t('data.incidents.page.noPeople')}</p> : null}
      <ul className={classes.people}>
        {people.map(({ id, displayName, isErased, channels, codes }) => (
          <li key={id}>
            {isErased ? t('data.incidents.page.erased') : sayPerson(displayName)}
            <div className={classes.quiet}>{[...channels.map(sayChannel), ...codes].join(' · ')}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notice({ title, text }: { title: string; text: string }) {
  return (
    <section className={classes.group}>
      <h2>{title}</h2>
      <p className={classes.notice}>{text}</p>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'data.incidents.page.copied' : 'data.incidents.page.copy')}
          </Button>
        )}
      </CopyButton>
    </section>
  );
}
