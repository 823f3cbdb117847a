import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { CourseData, CourseDeed } from '../../api/course-queries.ts';
import { newRequestId } from '../../text/drafts.ts';

/** One press of a button, however often it is tried: the same request, of the course as the officer saw it. */
export function useDeed({ id, revision }: Pick<CourseData, 'id' | 'revision'>, onDone: () => void = () => {}) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [seen] = useState(revision);
  return useMutation({
    mutationFn: ({ deed, reason = '' }: { deed: CourseDeed; reason?: string }) =>
      read(api.courses[':id'].deeds.$post({ param: { id }, json: { requestId, revision: seen, deed, reason } })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['courses'] }),
  });
}
