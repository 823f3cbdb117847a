import '../../words/courses.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { codeOfError } from '../../api/client.ts';
import { type CourseData, courseQuery } from '../../api/course-queries.ts';
import { meQuery } from '../../api/queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayFullDate } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import { CancelCourse, DeleteCourse, PublishCourse, UndoCourse } from './course-dialogs.tsx';
import { Facts } from './course-facts.tsx';
import { CourseHistory } from './course-history.tsx';
import { CourseMark } from './course-mark.tsx';
import classes from './courses.module.css';
import { EnrolledList } from './enrolled.tsx';
import { sayFault } from './say-course.ts';

const BACK = () => ({ href: '/courses', label: t('courses.back') });

/** One course: what the office states of it, who asked for it, and what can be done with it. */
export default function CoursePage({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(courseQuery(id));
  const centre = useQuery(meQuery).data?.centre?.name;
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={BACK()} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  const { course } = data;
  return (
    <>
      <div className="print-only">
        <p className={classes.letterhead}>
          {centre}
          <span>{t('courses.printed', { day: sayFullDate(new Date()) })}</span>
        </p>
        <p>{t('courses.paperTitle')}</p>
      </div>
      <PageHead
        title={course.title}
        marks={<CourseMark stage={course.stage} />}
        back={BACK()}
        actions={<Actions course={course} />}
      />
      {course.undo === null ? null : <UndoCourse key={course.revision} course={course} undo={course.undo} />}
      {course.fault === null ? null : <p className={`${classes.warn} no-print`}>{sayFault(course.fault)}</p>}
      <div className={classes.page}>
        <Facts course={course} />
        {course.stage === 'draft' ? null : (
          <section>
            <h2>{t('courses.enrolled.title')}</h2>
            <EnrolledList course={course} />
          </section>
        )}
        <CourseHistory history={course.history} />
      </div>
    </>
  );
}

function Actions({ course }: { course: CourseData }) {
  const [asking, setAsking] = useState<'publish' | 'cancel' | 'delete'>();
  const [, go] = useLocation();
  const { id, stage, enrolled } = course;
  const close = (): void => setAsking(undefined);
  const isChangeable = stage !== 'cancelled' && stage !== 'over';
  return (
    <>
      {stage === 'draft' ? <Button onClick={() => setAsking('publish')}>{t('courses.publish')}</Button> : null}
      {isChangeable ? (
        <Button component={Link} href={`/courses/${id}/change`} variant="default">
          {t('courses.change')}
        </Button>
      ) : null}
      {enrolled.length === 0 ? null : (
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {t('courses.print')}
        </Button>
      )}
      {stage === 'open' || stage === 'closed' ? (
        <Button variant="default" onClick={() => setAsking('cancel')}>
          {t('courses.cancel')}
        </Button>
      ) : null}
      {stage === 'draft' ? (
        <Button variant="default" onClick={() => setAsking('delete')}>
          {t('courses.delete')}
        </Button>
      ) : null}
      {asking === 'publish' ? <PublishCourse course={course} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelCourse course={course} onClose={close} /> : null}
      {asking === 'delete' ? <DeleteCourse course={course} onClose={close} onDeleted={() => go('/courses')} /> : null}
    </>
  );
}
