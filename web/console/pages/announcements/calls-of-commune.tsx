import { sayFullDate } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './calls.module.css';
import type { CallSheetData, CallsAheadData } from './queries.ts';

type Commune = (CallSheetData | CallsAheadData)['communes'][number];

/** Those of one commune; on paper a sheet of its own, with the words that were to reach them. */
export function CallsOfCommune({
  commune: { place, people },
  text,
  centre,
}: {
  commune: Commune;
  text: string;
  centre: string;
}) {
  const title = place === '' ? t('announce.calls.noPlace') : place;
  return (
    <section className={classes.sheet}>
      <div className="print-only">
        <p className={classes.letterhead}>
          {centre}
          <span>{t('announce.calls.printed', { day: sayFullDate(new Date()) })}</span>
        </p>
      </div>
      <h2>
        {title} <span className={classes.quiet}>{t('announce.toPeople', { count: people.length })}</span>
      </h2>
      <p className={`${classes.text} print-only`}>{text}</p>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('announce.calls.column.name')}</th>
            <th scope="col">{t('announce.calls.column.phone')}</th>
            <th scope="col">{t('announce.calls.column.why')}</th>
            <th scope="col" className="print-only">
              {t('announce.calls.column.called')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, establishment, phone, why }) => (
            <tr key={personId}>
              <td className={classes.name}>
                {name === '' ? t('announce.calls.unnamed') : name}
                {establishment === '' ? null : <div className={classes.quiet}>{establishment}</div>}
              </td>
              <td className={`${classes.phone} numbers`}>
                {phone === '' ? (
                  <span className={classes.quiet}>{t('announce.calls.noPhone')}</span>
                ) : (
                  <a href={`tel:${phone}`}>{sayPhone(phone)}</a>
                )}
              </td>
              <td>{t(`announce.calls.why.${why}`)}</td>
              <td className={`${classes.called} print-only`} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "0900 000 001" */
function sayPhone(digits: string): string {
  return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
