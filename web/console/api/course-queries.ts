import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type CourseItem = InferResponseType<typeof api.courses.$get, 200>['courses'][number];
export type CourseData = InferResponseType<(typeof api.courses)[':id']['$get'], 200>['course'];
export type CoursePreview = InferResponseType<typeof api.courses.preview.$post, 200>;
export type NewsPreview = NonNullable<CoursePreview['news']>;
export type PreviewAsked = InferRequestType<typeof api.courses.preview.$post>['json'];
export type CourseFields = PreviewAsked['fields'];
export type CourseDeed = InferRequestType<(typeof api.courses)[':id']['deeds']['$post']>['json']['deed'];

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;

export const coursesQuery = queryOptions({
  queryKey: ['courses', 'list'],
  queryFn: () => read(api.courses.$get()),
  refetchInterval: FALLBACK_MS,
});

export const courseQuery = (id: string) =>
  queryOptions({
    queryKey: ['courses', id],
    queryFn: () => read(api.courses[':id'].$get({ param: { id } })),
    refetchInterval: FALLBACK_MS,
  });

export const courseChoicesQuery = queryOptions({
  queryKey: ['courses', 'choices'],
  queryFn: () => read(api.courses.choices.$get()),
  staleTime: Number.POSITIVE_INFINITY,
});

/** How a course would read, and who would be told of a change; asked again with other words. */
export const coursePreviewQuery = (asked: PreviewAsked | undefined) =>
  queryOptions({
    queryKey: ['courses', 'preview', asked],
    queryFn: () => (asked === undefined ? null : read(api.courses.preview.$post({ json: asked }))),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });

export const cancelPreviewQuery = (id: string, reason: string) =>
  queryOptions({
    queryKey: ['courses', id, 'cancel', reason],
    queryFn: () => read(api.courses[':id']['cancel-preview'].$post({ param: { id }, json: { reason } })),
    placeholderData: keepPreviousData,
  });
