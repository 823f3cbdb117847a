import { Alert, Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CourseData, cancelPreviewQuery } from '../../api/course-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { News } from './course-preview.tsx';
import classes from './courses.module.css';
import { sayAsked, sayCourseError, sayDays, sayFault, sayPlace } from './say-course.ts';
import { useDeed } from './use-deed.ts';

type Props = { course: CourseData; onClose: () => void };

const TYPING_MS = 400;

export function PublishCourse({ course, onClose }: Props) {
  const publish = useDeed(course, onClose);
  return (
    <ConfirmDialog
      title={t('courses.publishTitle')}
      confirmWords={t('courses.publish')}
      isPending={publish.isPending}
      canConfirm={course.fault === null}
      error={publish.isError ? sayCourseError(publish.error) : undefined}
      onConfirm={() => publish.mutate({ deed: 'publish' })}
      onClose={onClose}
    >
      <p>
        <strong>{course.title}</strong>
        <br />
        {sayDays(course)}
        <br />
        {sayPlace(course)}
        <br />
        {sayAsked(course)}
      </p>
      <p>{t('courses.publishExplain')}</p>
      {course.fault === null ? null : <p className={classes.warn}>{sayFault(course.fault)}</p>}
    </ConfirmDialog>
  );
}

/** Cancels a course, after saying who will hear of it and in which words. */
export function CancelCourse({ course, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [settled] = useDebouncedValue(reason, TYPING_MS);
  const { data, error, isPlaceholderData } = useQuery(cancelPreviewQuery(course.id, settled));
  const cancel = useDeed(course, onClose);
  return (
    <ConfirmDialog
      title={t('courses.cancelTitle')}
      confirmWords={t('courses.cancelNow')}
      isPending={cancel.isPending}
      // What is confirmed is what is shown.
      canConfirm={data !== undefined && !isPlaceholderData && settled === reason}
      error={cancel.isError ? sayCourseError(cancel.error) : undefined}
      onConfirm={() => cancel.mutate({ deed: 'cancel', reason })}
      onClose={onClose}
    >
      <p>{t('courses.cancelExplain')}</p>
      <Textarea
        label={t('courses.cancelReason')}
        rows={2}
        maxLength={150}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.told}>
        {error === null ? null : <Failed error={error} />}
        {data === undefined && error === null ? <Loading rows={2} /> : null}
        {data === undefined ? null : <News news={data} />}
      </div>
    </ConfirmDialog>
  );
}

export function DeleteCourse({ course, onClose, onDeleted }: Props & { onDeleted: () => void }) {
  const remove = useDeed(course, onDeleted);
  return (
    <ConfirmDialog
      title={t('courses.deleteTitle')}
      confirmWords={t('courses.delete')}
      isFinal
      isPending={remove.isPending}
      error={remove.isError ? sayCourseError(remove.error) : undefined}
      onConfirm={() => remove.mutate({ deed: 'delete' })}
      onClose={onClose}
    >
      <p>{t('courses.deleteExplain')}</p>
    </ConfirmDialog>
  );
}

/** What was just done can still be taken back. */
export function UndoCourse({ course, undo }: { course: CourseData; undo: NonNullable<CourseData['undo']> }) {
  const back = useDeed(course);
  const deed = undo.deed === 'published' || undo.deed === 'cancelled' ? undo.deed : 'changed';
  const moment = undo.until === null ? '' : sayMoment(new Date(undo.until));
  return (
    <Alert className={`${classes.undo} no-print`} color={deed === 'published' ? 'gray' : 'amber'} role="status">
      <p>{t(`courses.undoOf.${deed}`, { moment })}</p>
      {back.isError ? <p role="alert">{sayCourseError(back.error)}</p> : null}
      <Button variant="default" loading={back.isPending} onClick={() => back.mutate({ deed: 'undo' })}>
        {t('courses.undo')}
      </Button>
    </Alert>
  );
}
