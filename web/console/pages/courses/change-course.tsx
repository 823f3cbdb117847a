import '../../words/courses.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { type CourseData, type CourseFields, courseQuery } from '../../api/course-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { draftOf } from './course-draft.ts';
import { CourseForm } from './course-form.tsx';
import { sayCourseError } from './say-course.ts';

/** Other dates, another place or other words; beside them who will be told, and what they will read. */
export default function ChangeCourse({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery({ ...courseQuery(id), refetchOnWindowFocus: false });
  return (
    <>
      <PageHead
        title={t('courses.changeTitle')}
        back={{ href: `/courses/${id}`, label: data?.course.title ?? t('courses.back') }}
      />
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      {data === undefined ? null : <ChangeForm course={data.course} />}
    </>
  );
}

function ChangeForm({ course }: { course: CourseData }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [requestId, setRequestId] = useState(newRequestId);
  // What the officer began from, whatever a colleague does meanwhile: the server tells.
  const [{ id, revision, ...seen }] = useState(course);
  const save = useMutation({
    mutationFn: (fields: CourseFields) =>
      read(api.courses[':id'].change.$post({ param: { id }, json: { requestId, revision, fields } })),
    onSuccess: () => go(`/courses/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['courses'] }),
  });
  return (
    <CourseForm
      id={id}
      begin={draftOf({ ...seen, id, revision })}
      saveWords={t('courses.form.saveChange')}
      isSaving={save.isPending}
      error={save.isError ? sayCourseError(save.error) : undefined}
      onSave={(fields) => save.mutate(fields)}
      onEdit={() => setRequestId(newRequestId())}
      cancel={
        <Button component={Link} href={`/courses/${id}`} variant="default">
          {t('dialog.cancel')}
        </Button>
      }
    />
  );
}
