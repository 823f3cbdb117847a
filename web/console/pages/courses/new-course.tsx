import '../../words/courses.ts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import type { CourseFields } from '../../api/course-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { EMPTY } from './course-draft.ts';
import { CourseForm } from './course-form.tsx';
import { sayCourseError } from './say-course.ts';

export default function NewCourse() {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [requestId, setRequestId] = useState(newRequestId);
  const save = useMutation({
    mutationFn: (fields: CourseFields) => read(api.courses.$post({ json: { requestId, fields } })),
    onSuccess: ({ id }) => go(`/courses/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['courses'] }),
  });
  return (
    <>
      <PageHead title={t('courses.new')} back={{ href: '/courses', label: t('courses.back') }} />
      <CourseForm
        begin={EMPTY}
        saveWords={t('courses.form.save')}
        isSaving={save.isPending}
        error={save.isError ? sayCourseError(save.error) : undefined}
        onSave={(fields) => save.mutate(fields)}
        onEdit={() => setRequestId(newRequestId())}
        cancel={
          <Button component={Link} href="/courses" variant="default">
            {t('dialog.cancel')}
          </Button>
        }
      />
    </>
  );
}
