import '../../words/courses.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type CourseItem, coursesQuery } from '../../api/course-queries.ts';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { CourseMark } from './course-mark.tsx';
import classes from './courses.module.css';
import { sayAsked, sayDays, sayPlace } from './say-course.ts';

const GROUPS = ['upcoming', 'draft', 'past'] as const;
const GROUP_OF = { draft: 'draft', open: 'upcoming', closed: 'upcoming', over: 'past', cancelled: 'past' } as const;

/** The courses of the centre: those to come, drafts, and those that are over or were cancelled. */
export default function Courses() {
  const { data, error, isPending, refetch } = useQuery(coursesQuery);
  const courses = data?.courses ?? [];
  return (
    <>
      <PageHead
        title={t('courses.nav')}
        actions={
          <Button component={Link} href="/courses/new" leftSection={<Icon name="plus" />}>
            {t('courses.new')}
          </Button>
        }
      >
        {t('courses.explain')}
      </PageHead>
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      {data !== undefined && courses.length === 0 ? (
        <Empty title={t('courses.none')}>{t('courses.noneHow')}</Empty>
      ) : null}
      {courses.length === 0
        ? null
        : GROUPS.map((group) => (
            <Group key={group} group={group} items={courses.filter(({ stage }) => GROUP_OF[stage] === group)} />
          ))}
    </>
  );
}

function Group({ group, items }: { group: (typeof GROUPS)[number]; items: CourseItem[] }) {
  if (items.length === 0 && group !== 'upcoming') return null;
  // What is over is looked for from its end.
  const ordered = group === 'past' ? items.toReversed() : items;
  return (
    <section className={classes.group}>
      <h2>{t(`courses.group.${group}`)}</h2>
      {items.length === 0 ? <p className={classes.quiet}>{t('courses.groupNone.upcoming')}</p> : null}
      {items.length === 0 ? null : <CourseRows items={ordered} label={t(`courses.group.${group}`)} />}
    </section>
  );
}

function CourseRows({ items, label }: { items: CourseItem[]; label: string }) {
  const columns = [
    t('courses.column.what'),
    t('courses.column.when'),
    t('courses.column.until'),
    t('courses.column.asked'),
  ];
  return (
    <Rows label={label} columns={columns}>
      {items.map((course) => (
        <tr key={course.id}>
          <td className={`${rowClasses.wide} ${classes.what}`}>
            <Link href={`/courses/${course.id}`} data-row>
              {course.title}
            </Link>
            <div>
              <CourseMark stage={course.stage} />
            </div>
          </td>
          <td className={rowClasses.wide}>
            {sayDays(course)}
            <div className={`${rowClasses.quiet} ${rowClasses.small}`}>{sayPlace(course)}</div>
          </td>
          <td className={rowClasses.wide}>
            <span className={classes.onPhone}>{t('courses.column.until')}: </span>
            {sayMoment(new Date(course.closesAt))}
          </td>
          <td className={rowClasses.wide}>
            <span className={classes.onPhone}>{t('courses.column.asked')}: </span>
            <span className="numbers">{sayAsked(course)}</span>
          </td>
        </tr>
      ))}
    </Rows>
  );
}
