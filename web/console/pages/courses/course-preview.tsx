import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import {
  type CoursePreview,
  coursePreviewQuery,
  type NewsPreview,
  type PreviewAsked,
} from '../../api/course-queries.ts';
import message from '../../parts/message.module.css';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { Preview } from '../announcements/preview.tsx';
import classes from './courses.module.css';
import { sayFault } from './say-course.ts';

const TYPING_MS = 400;

export type ShownPreview = {
  data: CoursePreview | null | undefined;
  isLoading: boolean;
  error: Error | null;
  /** What is shown is of what stands in the form now: only then may it be saved. */
  isSettled: boolean;
  retry: () => void;
};

/** How the course would read as the form stands, a moment after the last keystroke. */
export function useCoursePreview(asked: PreviewAsked | undefined): ShownPreview {
  const [settled] = useDebouncedValue(asked, TYPING_MS);
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery(coursePreviewQuery(settled));
  const isSettled = !isPlaceholderData && JSON.stringify(settled) === JSON.stringify(asked) && data?.fault === null;
  return {
    data: asked === undefined ? undefined : data,
    ...{ isLoading, error, isSettled },
    retry: () => void refetch(),
  };
}

export function CoursePreviewPanel({ preview: { data, isLoading, error, retry } }: { preview: ShownPreview }) {
  return (
    <section className={classes.aside} aria-label={t('courses.preview.title')}>
      {isLoading ? <Loading rows={3} /> : null}
      {error === null ? null : <Failed error={error} retry={retry} />}
      {data == null && !isLoading ? <p className={classes.quiet}>{t('courses.preview.wait')}</p> : null}
      {data == null ? null : <Shown data={data} />}
    </section>
  );
}

function Shown({ data: { fault, line, previews, news } }: { data: CoursePreview }) {
  return (
    <>
      {fault === null ? null : (
        <p className={classes.warn} role="alert">
          {sayFault(fault)}
        </p>
      )}
      {news === null ? null : (
        <>
          <h2>{t('courses.preview.news')}</h2>
          <News news={news} />
        </>
      )}
      <h2>{t('courses.preview.line')}</h2>
      <p className={message.bubble}>{line}</p>
      <Preview previews={previews} title={t('courses.preview.whole')} />
    </>
  );
}

/** Who is told, when, and in which words. */
export function News({ news: { people, reachable, leavesAt, previews } }: { news: NewsPreview }) {
  if (people === 0) return <p role="status">{t('courses.told.nobody')}</p>;
  return (
    <div role="status">
      <p>{t('courses.told.people', { people: reachable })}</p>
      {reachable === people ? null : (
        <p className={classes.warn}>{t('courses.told.unreachable', { count: people - reachable })}</p>
      )}
      {reachable === 0 ? null : (
        <>
          <p className={classes.quiet}>{t('courses.told.leaves', { moment: sayMoment(new Date(leavesAt)) })}</p>
          <Preview previews={previews} />
        </>
      )}
    </div>
  );
}
