import type { ReactNode } from 'react';
import type { CourseData } from '../../api/course-queries.ts';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { sayProgramme } from '../windows/say-window.ts';
import classes from './courses.module.css';
import { sayAsked, sayDays, sayPlace } from './say-course.ts';

/** What the office states of a course; what it left open is left out. */
export function Facts({ course }: { course: CourseData }) {
  const { messages } = course;
  const isTold = messages.sent + messages.waiting + messages.failed > 0;
  const facts: [string, ReactNode][] = [
    [t('courses.fact.when'), [sayDays(course), course.hours].filter(Boolean).join(', ')],
    [t('courses.fact.place'), sayPlace(course)],
    [t('courses.fact.places'), sayAsked(course)],
    [t('courses.fact.until'), sayMoment(new Date(course.closesAt))],
    [t('courses.fact.programme'), sayProgramme(course.programme)],
    [t('courses.fact.teaches'), course.teaches],
    [t('courses.fact.forWhom'), course.forWhom],
    [t('courses.fact.fee'), course.fee],
    [t('courses.fact.note'), course.note],
    [t('courses.fact.reason'), course.reason],
    [t('courses.fact.messages'), isTold ? t('courses.fact.messagesValue', messages) : ''],
  ];
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
