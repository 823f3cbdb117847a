import { Link } from 'wouter';
import type { CourseData } from '../../api/course-queries.ts';
import { t } from '../../words/words.ts';
import classes from './enrolled.module.css';

/** Who asked for the course, in the order in which they did; on paper with a column to sign in. */
export function EnrolledList({ course }: { course: CourseData }) {
  const { enrolled, counts, places } = course;
  if (enrolled.length === 0) return <p className={classes.none}>{t('courses.enrolled.none')}</p>;
  return (
    <>
      <p>
        {t('courses.enrolled.count', { requests: counts.requests, people: counts.people, places })}{' '}
        {counts.waiting === 0 ? null : t('courses.enrolled.waiting', { waiting: counts.waiting })}
      </p>
      <table className={classes.table} aria-label={t('courses.enrolled.title')}>
        <thead>
          <tr>
            <th scope="col">{t('courses.enrolled.number')}</th>
            <th scope="col">{t('courses.enrolled.name')}</th>
            <th scope="col">{t('courses.enrolled.establishment')}</th>
            <th scope="col">{t('courses.enrolled.phone')}</th>
            <th scope="col">{t('courses.enrolled.commune')}</th>
            <th scope="col">{t('courses.enrolled.people')}</th>
            <th scope="col" className="print-only">
              {t('courses.enrolled.sign')}
            </th>
          </tr>
        </thead>
        <tbody>
          {enrolled.map((one, index) => (
            <Row key={one.id} one={one} number={index + 1} closesAt={course.closesAt} />
          ))}
        </tbody>
      </table>
    </>
  );
}

type RowProps = { one: CourseData['enrolled'][number]; number: number; closesAt: string };

function Row({ one, number, closesAt }: RowProps) {
  const { id, code, name, learners, establishment, phone, commune, people, hasPlace, askedAt } = one;
  const isLate = Date.parse(askedAt) >= Date.parse(closesAt);
  return (
    <tr>
      <td className={`${classes.number} numbers`}>{number}</td>
      <td className={classes.name}>
        <Link href={`/requests/${id}`}>{name === '' ? t('courses.enrolled.unnamed') : name}</Link>
        <div className={classes.quiet}>{[code, learners].filter(Boolean).join(' · ')}</div>
        {hasPlace ? null : <div className={classes.waits}>{t('courses.enrolled.isWaiting')}</div>}
        {isLate ? <div className={classes.waits}>{t('courses.enrolled.isLate')}</div> : null}
      </td>
      <td>{establishment}</td>
      <td className={`${classes.phone} numbers`}>
        {phone === '' ? null : <a href={`tel:${phone}`}>{sayPhone(phone)}</a>}
      </td>
      <td>{commune}</td>
      <td className={`${classes.people} numbers`}>
        <span className={classes.onPhone}>{t('courses.enrolled.people')}: </span>
        {people}
      </td>
      <td className={`${classes.sign} print-only`} />
    </tr>
  );
}

/** "0900 000 001" */
function sayPhone(digits: string): string {
  return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
