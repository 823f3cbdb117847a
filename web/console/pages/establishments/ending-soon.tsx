import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { endingCertificatesQuery } from '../../api/establishment-queries.ts';
import { sayIsoDay } from '../../text/iso-days.ts';
import { t } from '../../words/words.ts';
import classes from './establishments.module.css';

/** Certificates that end soon, the first first, each with whose it is; nothing while there is none. */
export function EndingSoon() {
  const { data } = useQuery(endingCertificatesQuery);
  if (data === undefined || data.items.length === 0) return null;
  const title = t('establishment.certificate.soonTitle', { days: data.days });
  return (
    <section className={classes.soon} aria-label={title}>
      <h2>{title}</h2>
      <ul className={classes.list}>
        {data.items.map(({ id, establishmentId, name, place, product, level, validUntil }) => (
          <li key={id}>
            <Link href={`/establishments/${establishmentId}`}>{name}</Link>
            <span>
              {t('establishment.certificate.soonOne', {
                ...{ product, level: t(`establishment.certificate.level.${level}`), day: sayIsoDay(validUntil) },
              })}
            </span>
            <span className={classes.quiet}>{place}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
