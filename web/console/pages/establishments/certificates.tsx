import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CertificateData, EstablishmentData } from '../../api/establishment-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { Moment } from '../../parts/moment.tsx';
import { sayIsoDay } from '../../text/iso-days.ts';
import { t } from '../../words/words.ts';
import { CertificateDialog } from './certificate-dialog.tsx';
import { EndCertificate, ResumeCertificate } from './end-certificate.tsx';
import classes from './establishments.module.css';

/** Within so many days of its end one is marked. */
const SOON_DAYS = 90;
const DAY_MS = 86_400_000;

type Open = { kind: 'add' } | { kind: 'correct' | 'end'; certificate: CertificateData };

/** The certificates of an establishment, as they were read from the papers; `of`: the request that one may come of. */
export function Certificates({
  establishment: { id, certificates, today },
  of,
}: {
  establishment: Pick<EstablishmentData, 'id' | 'certificates' | 'today'>;
  of?: string;
}) {
  const [open, setOpen] = useState<Open | undefined>(of === undefined ? undefined : { kind: 'add' });
  const close = (): void => setOpen(undefined);
  return (
    <>
      <p className={classes.quiet}>{t('establishment.certificate.explain')}</p>
      {certificates.length === 0 ? <p>{t('establishment.certificate.none')}</p> : null}
      <ul className={classes.duplicates}>
        {certificates.map((certificate) => (
          <li key={certificate.id}>
            <One certificate={certificate} today={today} />
            <div className={classes.deeds}>
              {certificate.ended === undefined ? (
                <>
                  <Button variant="default" onClick={() => setOpen({ kind: 'correct', certificate })}>
                    {t('establishment.certificate.correct')}
                  </Button>
                  <Button variant="default" onClick={() => setOpen({ kind: 'end', certificate })}>
                    {t('establishment.certificate.end')}
                  </Button>
                </>
              ) : (
                <ResumeCertificate certificate={certificate} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <Button mt="md" onClick={() => setOpen({ kind: 'add' })}>
        {t('establishment.certificate.add')}
      </Button>
      {open?.kind === 'add' ? <CertificateDialog establishmentId={id} applicationId={of} onClose={close} /> : null}
      {open?.kind === 'correct' ? (
        <CertificateDialog establishmentId={id} certificate={open.certificate} onClose={close} />
      ) : null}
      {open?.kind === 'end' ? <EndCertificate certificate={open.certificate} onClose={close} /> : null}
    </>
  );
}

function One({ certificate, today }: { certificate: CertificateData; today: string }) {
  const { product, number, level, issuedOn, validUntil, leads, ended, endedBy, revisions } = certificate;
  const [latest, ...before] = revisions;
  return (
    <div className={classes.what}>
      <p className={classes.line}>
        <strong>{product}</strong> <State certificate={certificate} today={today} />
      </p>
      <p className={classes.line}>
        {t('establishment.certificate.until', { day: sayIsoDay(validUntil) })}
        {ended === undefined && validUntil >= today ? (
          <> ({t('establishment.certificate.left', { count: daysTo(validUntil, today) })})</>
        ) : null}
      </p>
      <p className={`${classes.line} ${classes.quiet}`}>
        {t('establishment.certificate.facts', {
          ...{ level: t(`establishment.certificate.level.${level}`), number, day: sayIsoDay(issuedOn) },
        })}
      </p>
      <p className={`${classes.line} ${classes.quiet}`}>
        {t('establishment.certificate.kept', { by: latest?.by ?? t('establishment.certificate.somebody') })}{' '}
        {latest === undefined ? null : <Moment at={latest.at} />}
        {leads.length === 0 ? null : (
          <> · {t('establishment.certificate.reminds', { days: leads.map(Number.parseFloat).join(', ') })}</>
        )}
      </p>
      {ended === undefined ? null : (
        <p className={`${classes.line} ${classes.quiet}`}>
          {t(`establishment.certificate.ended.${ended.why}`)} · {endedBy ?? t('establishment.certificate.somebody')}{' '}
          <Moment at={ended.at} />
        </p>
      )}
      {before.length === 0 ? null : <Before revisions={before} />}
    </div>
  );
}

function State({ certificate: { ended, validUntil }, today }: { certificate: CertificateData; today: string }) {
  if (ended !== undefined) return <Mark tone="gone">{t(`establishment.certificate.ended.${ended.why}`)}</Mark>;
  if (validUntil < today) return <Mark tone="lost">{t('establishment.certificate.over')}</Mark>;
  return daysTo(validUntil, today) <= SOON_DAYS ? (
    <Mark tone="waits">{t('establishment.certificate.soon')}</Mark>
  ) : null;
}

/** What it said before each correction, the last first. */
function Before({ revisions }: { revisions: CertificateData['revisions'] }) {
  return (
    <details className={classes.quiet}>
      <summary>{t('establishment.certificate.history', { count: revisions.length })}</summary>
      <div className={classes.list}>
        {revisions.map(({ revision, product, level, number, issuedOn, validUntil, by, at }) => (
          <p key={revision} className={classes.line}>
            {t('establishment.certificate.was', {
              ...{ product, number, level: t(`establishment.certificate.level.${level}`) },
              ...{ issued: sayIsoDay(issuedOn), until: sayIsoDay(validUntil) },
            })}{' '}
            ({by ?? t('establishment.certificate.somebody')} <Moment at={at} />)
          </p>
        ))}
      </div>
    </details>
  );
}

function daysTo(isoDay: string, today: string): number {
  return Math.round((Date.parse(isoDay) - Date.parse(today)) / DAY_MS);
}
