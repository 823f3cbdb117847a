import { Link } from 'wouter';
import type { EstablishmentData } from '../../api/establishment-queries.ts';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { ApartButton } from './apart-button.tsx';
import classes from './establishments.module.css';

/** Of which others officers said that they are not this one, by whom and when; it can be taken back. */
export function ToldApart({ id, apart }: Pick<EstablishmentData, 'id' | 'apart'>) {
  return (
    <>
      <p className={classes.quiet}>{t('establishment.apart.explain')}</p>
      <ul className={classes.duplicates}>
        {apart.map((other) => (
          <li key={other.id}>
            <div className={classes.what}>
              <p className={classes.line}>
                <Link href={`/establishments/${other.id}`}>{other.name}</Link>
              </p>
              <p className={`${classes.line} ${classes.quiet}`}>
                {t('establishment.apart.said', {
                  officer: other.by ?? t('establishment.merged.somebody'),
                  moment: sayMoment(new Date(other.at)),
                })}
                {other.place === '' ? '' : ` · ${other.place}`}
              </p>
            </div>
            <ApartButton id={id} otherId={other.id} deed="undo-not-same" />
          </li>
        ))}
      </ul>
    </>
  );
}
