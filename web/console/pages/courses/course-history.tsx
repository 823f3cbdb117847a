import type { CourseData } from '../../api/course-queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { t, tell } from '../../words/words.ts';
import classes from './courses.module.css';
import { sayDays } from './say-course.ts';

type Deed = CourseData['history'][number];

/** What was done with the course and by whom, with what it was then. */
export function CourseHistory({ history }: { history: CourseData['history'] }) {
  if (history.length === 0) return null;
  return (
    <section className="no-print">
      <h2>{t('courses.history.title')}</h2>
      <ol className={classes.history}>
        {history.map((deed) => (
          <li key={deed.id}>
            {tell(`courses.history.${deed.action.replace('course.', '')}`) ?? deed.action}
            {deed.officer === null ? null : `: ${deed.officer}`}
            <p className={classes.quiet}>
              <Moment at={deed.at} />
              {deed.action === 'course.changed' || deed.action === 'course.created' ? <> · {sayThen(deed)}</> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sayThen({ data }: Deed): string {
  const get = (name: string): string => {
    const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  if (get('startsOn') === '') return '';
  return t('courses.history.as', {
    title: get('title'),
    days: sayDays({ startsOn: get('startsOn'), endsOn: get('endsOn') }),
    address: get('address'),
    places: get('places'),
  });
}
