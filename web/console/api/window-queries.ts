import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, read } from './client.ts';

export type WindowItem = InferResponseType<typeof api.windows.$get, 200>['windows'][number];
export type WindowData = InferResponseType<(typeof api.windows)[':id']['$get'], 200>['window'];
export type WindowPreview = InferResponseType<typeof api.windows.preview.$post, 200>;
export type WindowChoices = InferResponseType<typeof api.windows.choices.$get, 200>;
export type PreviewAsked = InferRequestType<typeof api.windows.preview.$post>['json'];

/** Looks by itself as often, in case a live event was missed. */
const FALLBACK_MS = 60_000;

export const windowsQuery = queryOptions({
  queryKey: ['windows', 'list'],
  queryFn: () => read(api.windows.$get()),
  refetchInterval: FALLBACK_MS,
});

export const windowQuery = (id: string) =>
  queryOptions({
    queryKey: ['windows', id],
    queryFn: () => read(api.windows[':id'].$get({ param: { id } })),
    refetchInterval: FALLBACK_MS,
  });

export const windowChoicesQuery = queryOptions({
  queryKey: ['windows', 'choices'],
  queryFn: () => read(api.windows.choices.$get()),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What a window would mean, before anybody is told; asked again with other dates. */
export const windowPreviewQuery = (asked: PreviewAsked | undefined) =>
  queryOptions({
    queryKey: ['windows', 'preview', asked],
    queryFn: () => (asked === undefined ? null : read(api.windows.preview.$post({ json: asked }))),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
